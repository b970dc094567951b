import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import type { StickinessQuestion } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { NumberBox } from './NumberBox.tsx';
import type { OptionsProps } from './options-props.ts';

/** What else stickiness can be told: when a period counts, and whether more counts too. */
export const StickinessOptions = ({ draft, onChange }: OptionsProps<StickinessQuestion>) => {
  const t = useText(exploreText);
  const { criterion } = draft;
  if (draft.view === 'actives')
    return (
      <Switch
        label={t('stickiness.weekdaysOnly')}
        checked={draft.weekdaysOnly}
        onChange={(weekdaysOnly) => onChange({ ...draft, weekdaysOnly })}
      />
    );
  return (
    <>
      <FormField label={t('stickiness.intervalCount')}>
        <NumberBox
          value={draft.intervalCount}
          least={1}
          most={400}
          onChange={(intervalCount) => intervalCount && onChange({ ...draft, intervalCount })}
        />
      </FormField>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-13 font-medium">{t('stickiness.criterion')}</legend>
        <div className="grid grid-cols-[minmax(0,1fr)_72px_auto] items-center gap-2 text-13 text-muted">
          <Select
            label={t('stickiness.criterion')}
            value={criterion.op}
            onChange={(op) => onChange({ ...draft, criterion: { ...criterion, op } })}
            options={(['gte', 'lte', 'is'] as const).map((value) => ({ value, label: t(`stickiness.${value}`) }))}
          />
          <NumberBox
            label={t('stickiness.times')}
            value={criterion.count}
            least={0}
            most={10_000}
            onChange={(count) => count !== null && onChange({ ...draft, criterion: { ...criterion, count } })}
          />
          {t('stickiness.times')}
        </div>
      </fieldset>
      <Switch label={t('stickiness.cumulative')} checked={draft.cumulative} onChange={(cumulative) => onChange({ ...draft, cumulative })} />
    </>
  );
};
