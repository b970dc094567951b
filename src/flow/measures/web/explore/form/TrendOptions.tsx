import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import type { TrendQuestion } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { CommittedText } from './CommittedText.tsx';
import { NumberBox } from './NumberBox.tsx';
import type { OptionsProps } from './options-props.ts';

/** What else a trend can be told: comparison, sums, windows, formulas. */
export const TrendOptions = ({ draft, onChange }: OptionsProps<TrendQuestion>) => {
  const t = useText(exploreText);
  return (
    <>
      <Switch
        label={t('trend.compare')}
        checked={draft.compare === 'previous'}
        onChange={(on) => onChange({ ...draft, compare: on ? 'previous' : 'none' })}
      />
      <Switch label={t('trend.cumulative')} checked={draft.cumulative} onChange={(cumulative) => onChange({ ...draft, cumulative })} />
      <FormField label={t('trend.windowDays')} hint={t('trend.windowHint')}>
        <NumberBox value={draft.windowDays} least={1} most={400} mayBeEmpty onChange={(windowDays) => onChange({ ...draft, windowDays })} />
      </FormField>
      <Formulas draft={draft} onChange={onChange} />
    </>
  );
};

const Formulas = ({ draft, onChange }: Pick<OptionsProps<TrendQuestion>, 'draft' | 'onChange'>) => {
  const t = useText(exploreText);
  const { formulas } = draft;
  const put = (at: number, change: Partial<(typeof formulas)[number]>) =>
    onChange({ ...draft, formulas: formulas.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-13 font-medium">{t('trend.formulas')}</legend>
      {formulas.map(({ label, formula }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a formula is its place
        <div key={at} className="grid grid-cols-[1fr_1fr_auto] gap-1">
          <CommittedText label={t('trend.formula')} value={formula} onCommit={(text) => text !== '' && put(at, { formula: text })} mono />
          <CommittedText label={t('trend.formulaName')} value={label} onCommit={(text) => put(at, { label: text })} />
          <IconButton
            icon={X}
            label={t('trend.removeFormula')}
            onClick={() => onChange({ ...draft, formulas: formulas.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <p className="text-12 text-muted">{t('trend.formulaHint')}</p>
      {formulas.length < 10 && (
        <Button
          look="quiet"
          size="small"
          icon={Plus}
          className="self-start"
          onClick={() =>
            onChange({ ...draft, formulas: [...formulas, { label: '', formula: draft.series.length > 1 ? 'A / B * 100' : 'A' }] })
          }
        >
          {t('trend.addFormula')}
        </Button>
      )}
    </fieldset>
  );
};
