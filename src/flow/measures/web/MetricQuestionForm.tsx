import { listAccountFields } from '#flow/signals/contracts.ts';
import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { useWorkspace } from '#web/app/session.ts';
import type { ViewChange } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { fieldDefinitionsOf } from '#web/ui/filter/field-infos.ts';
import { isRecordedField } from '#web/ui/filter/recorded-fields.ts';
import { Select } from '#web/ui/Select.tsx';
import type { MetricCard, MetricQuestion } from '../contracts.ts';
import { BreakdownChoice } from './BreakdownChoice.tsx';
import { intervalsFor, type MetricView } from './metric-view.ts';
import { metricText } from './text/text.ts';

export interface MetricQuestionFormProps {
  readonly card: MetricCard;
  readonly view: MetricView;
  readonly question: MetricQuestion;
  readonly onChange: (change: Partial<MetricView>, how?: ViewChange) => void;
}

/** The question in words: during which time, each what, divided by what, of which accounts. A change closes the rows, which belonged to the answer before. */
export const MetricQuestionForm = ({ card, view, question, onChange }: MetricQuestionFormProps) => {
  const t = useText(metricText);
  const change = (next: Partial<MetricView>) => onChange({ ...next, rows: undefined });
  const { preset, from, to, asOf } = view;
  return (
    <div className="grid grid-cols-2 gap-3 tablet:grid-cols-1">
      <div className="col-span-full flex flex-col items-start gap-1">
        <span className="text-13 font-medium">{t('during')}</span>
        <DateRangePicker
          value={{ preset, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(asOf ? { asOf } : {}) }}
          onChange={(range) => change({ preset: range.preset, from: range.from, to: range.to, asOf: range.asOf })}
        />
      </div>
      <FormField label={t('each')}>
        <Select
          value={question.interval}
          onChange={(interval) => change({ interval })}
          options={intervalsFor(question).map((interval) => ({ value: interval, label: t(`interval.${interval}`) }))}
        />
      </FormField>
      {card.dimensions.length > 0 && <BreakdownChoice card={card} value={view.by} onChange={(by) => change({ by })} />}
      <div className="col-span-full flex flex-col gap-1">
        <span className="text-13 font-medium">{t('accounts')}</span>
        <AccountFilter value={view.filter} onChange={(filter) => change({ filter })} />
      </div>
    </div>
  );
};

const AccountFilter = ({
  value,
  onChange,
}: {
  readonly value: Condition | undefined;
  readonly onChange: (value: Condition | undefined) => void;
}) => {
  const { currency } = useWorkspace();
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows ?? [];
  return (
    <FilterBar
      fields={fieldDefinitionsOf(
        fields.filter((field) => isRecordedField(field) || field.group === 'segment'),
        { language: currentLanguage(), currency },
      )}
      value={value ?? EVERYTHING}
      onChange={(next) => onChange(JSON.stringify(next) === JSON.stringify(EVERYTHING) ? undefined : next)}
    />
  );
};
