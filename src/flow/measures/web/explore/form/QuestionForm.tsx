import { EVERYTHING } from '#kernel/condition.ts';
import type { ViewChange } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { Question } from '../../../question-contracts.ts';
import { isDivided, usesInterval, withKind } from '../draft.ts';
import { draftInView, type ExploreView, intervalsFor, type Period } from '../explore-view.ts';
import { tellingSteps } from '../first-view.ts';
import { exploreText } from '../text/text.ts';
import { eventsIn, useFieldsOf, useKnownFacts } from '../use-question-words.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { KindChoice } from './KindChoice.tsx';
import { MoreOptions } from './MoreOptions.tsx';
import { PathName } from './PathOptions.tsx';
import { PlacesForm } from './PlacesForm.tsx';

export interface QuestionFormProps {
  readonly draft: Question;
  /** The draft with its time, as it is asked. */
  readonly question: Question;
  readonly period: Period;
  readonly onChange: (change: Partial<ExploreView>, how?: ViewChange) => void;
}

/** A question, built by clicking: its kind, its facts, whom it counts, which of them, divided by what, and when. */
export const QuestionForm = ({ draft, question, period, onChange }: QuestionFormProps) => {
  const t = useText(exploreText);
  const fields = useFieldsOf(eventsIn(draft));
  const facts = useKnownFacts();
  const since = Date.parse(question.range.from);
  const change = (next: Question) => onChange(draftInView(next));
  return (
    <>
      <KindChoice value={draft.kind} onChange={(kind) => change(withKind(draft, kind, tellingSteps(facts ?? [], since)))} />
      <PlacesForm draft={draft} onChange={change} />
      {draft.kind === 'paths' && <PathName draft={draft} fields={fields} onChange={change} />}
      <div className="flex flex-col gap-1">
        <span className="text-13 font-medium">{t('filter')}</span>
        <FilterBar
          fields={fields}
          value={draft.filter ?? EVERYTHING}
          onChange={(next) => change({ ...draft, filter: JSON.stringify(next) === JSON.stringify(EVERYTHING) ? null : next })}
        />
      </div>
      {isDivided(draft.kind) && (
        <FormField label={t('dividedBy')}>
          <FieldPicker
            label={t('dividedBy')}
            nothing={t('notDivided')}
            value={draft.breakdown?.field ?? null}
            fields={[...fields, { key: 'event.name', label: t('fields.name'), type: 'text', group: t('fields.event') }]}
            onPick={(field) => change({ ...draft, breakdown: field === null ? null : { field, top: draft.breakdown?.top ?? 10 } })}
          />
        </FormField>
      )}
      <UnitChoice draft={draft} onChange={change} />
      <PeriodChoice question={question} period={period} onChange={onChange} />
      <MoreOptions draft={draft} fields={fields} onChange={change} />
    </>
  );
};

const UNITS = ['person', 'account'] as const;

const UnitChoice = ({ draft, onChange }: { readonly draft: Question; readonly onChange: (draft: Question) => void }) => {
  const t = useText(exploreText);
  const rare =
    typeof draft.unit === 'object' ? t('unit.field') : UNITS.some((unit) => unit === draft.unit) ? null : t(`unit.${draft.unit}`);
  return (
    <div className="flex flex-col items-start gap-1">
      <span className="text-13 font-medium">{t('unit.label')}</span>
      <SegmentedControl
        label={t('unit.label')}
        value={rare === null ? (draft.unit as string) : 'other'}
        onChange={(unit) => unit !== 'other' && onChange({ ...draft, unit: unit === 'account' ? 'account' : 'person' })}
        options={[
          ...UNITS.map((unit) => ({ value: unit as string, label: t(`unit.${unit}`) })),
          ...(rare === null ? [] : [{ value: 'other', label: rare }]),
        ]}
      />
    </div>
  );
};

const PeriodChoice = ({ question, period, onChange }: Pick<QuestionFormProps, 'question' | 'period' | 'onChange'>) => {
  const t = useText(exploreText);
  const { preset, from, to, asOf } = period;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col items-start gap-1">
        <span className="text-13 font-medium">{t('during')}</span>
        <DateRangePicker
          value={{ preset, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(asOf ? { asOf } : {}) }}
          onChange={(range) => onChange({ preset: range.preset, from: range.from, to: range.to, asOf: range.asOf, part: undefined })}
        />
      </div>
      {usesInterval(question) && (
        <div className="min-w-28 flex-1">
          <FormField label={t('each')}>
            <Select
              value={question.interval}
              onChange={(interval) => onChange({ interval, part: undefined })}
              options={intervalsFor(question.range).map((interval) => ({ value: interval, label: t(`interval.${interval}`) }))}
            />
          </FormField>
        </div>
      )}
    </div>
  );
};
