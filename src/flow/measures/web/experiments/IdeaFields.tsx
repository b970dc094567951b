import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { type IdeaDraft, IdeaStatus } from '../../experiment-contracts.ts';
import { useMetrics } from './idea-words.ts';
import { ideaText } from './text/text.ts';

export interface IdeaFieldsProps {
  readonly draft: IdeaDraft;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<IdeaDraft>) => void;
}

const NO_METRIC = 'none';

/** What is written of an idea, to be filled in. */
export const IdeaFields = ({ draft, disabled, onChange }: IdeaFieldsProps) => {
  const t = useText(ideaText);
  const metrics = useMetrics();
  return (
    <>
      <FormField label={t('name')}>
        <TextField value={draft.name} maxLength={160} disabled={disabled} onChange={(name) => onChange({ name })} />
      </FormField>
      <FormField label={t('column.status')}>
        <Select
          value={draft.status}
          disabled={disabled}
          onChange={(status) => onChange({ status })}
          options={IdeaStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      </FormField>
      <FormField label={t('hypothesis')} hint={t('hypothesisHint')}>
        <TextArea value={draft.hypothesis} maxLength={4_000} disabled={disabled} onChange={(hypothesis) => onChange({ hypothesis })} />
      </FormField>
      <FormField label={t('audience')} hint={t('audienceHint')}>
        <TextField value={draft.audience} maxLength={500} disabled={disabled} onChange={(audience) => onChange({ audience })} />
      </FormField>
      <FormField label={t('unit')} hint={t('unitHint')}>
        <Select
          value={draft.unit}
          disabled={disabled}
          onChange={(unit) => onChange({ unit })}
          options={(['account', 'person'] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
        />
      </FormField>
      <FormField label={t('metric')} hint={t('metricHint')}>
        <Select
          value={draft.metric === '' ? NO_METRIC : draft.metric}
          disabled={disabled}
          onChange={(metric) => onChange({ metric: metric === NO_METRIC ? '' : metric })}
          options={[{ value: NO_METRIC, label: t('noMetric') }, ...metrics.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </FormField>
    </>
  );
};
