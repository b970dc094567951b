import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import type { RetentionQuestion } from '../../../question-contracts.ts';
import { bracketsFrom, bracketsText } from '../brackets.ts';
import { exploreText } from '../text/text.ts';
import { Choice } from './Choice.tsx';
import { CommittedText } from './CommittedText.tsx';
import { NumberBox } from './NumberBox.tsx';
import type { OptionsProps } from './options-props.ts';

const USUAL_BRACKETS: [number, number][] = [
  [0, 0],
  [1, 3],
  [4, 7],
  [8, 14],
];

/** What else retention can be told: who begins, how time passes, what counts as back. */
export const RetentionOptions = ({ draft, onChange }: OptionsProps<RetentionQuestion>) => {
  const t = useText(exploreText);
  const setReturns = (returns: RetentionQuestion['returns']) =>
    onChange({ ...draft, returns, brackets: returns === 'bracket' ? (draft.brackets.length > 0 ? draft.brackets : USUAL_BRACKETS) : [] });
  return (
    <>
      <Choice
        label={t('retention.cohort')}
        value={draft.cohort}
        onChange={(cohort) => onChange({ ...draft, cohort })}
        options={(['first_ever', 'first_in_range', 'every'] as const).map((value) => ({ value, label: t(`retention.${value}`) }))}
      />
      <Choice
        label={t('retention.returns')}
        value={draft.returns}
        onChange={setReturns}
        options={(['on', 'on_or_after', 'bracket'] as const).map((value) => ({ value, label: t(`retention.${value}`) }))}
      />
      {draft.returns === 'bracket' && (
        <FormField label={t('retention.brackets')} hint={t('retention.bracketsHint')}>
          <CommittedText
            value={bracketsText(draft.brackets)}
            onCommit={(text) => {
              const brackets = bracketsFrom(text);
              if (brackets) onChange({ ...draft, brackets });
            }}
          />
        </FormField>
      )}
      {draft.returns === 'on_or_after' && (
        <Choice
          label={t('retention.until')}
          value={draft.onOrAfterUntil}
          onChange={(onOrAfterUntil) => onChange({ ...draft, onOrAfterUntil })}
          options={(['as_of', 'range'] as const).map((value) => ({ value, label: t(`retention.${value}`) }))}
        />
      )}
      <Choice
        label={t('retention.period')}
        value={draft.period}
        onChange={(period) => onChange({ ...draft, period })}
        options={(['calendar', 'rolling'] as const).map((value) => ({ value, label: t(`retention.${value}`) }))}
      />
      {draft.returns !== 'bracket' && (
        <FormField label={t('retention.columns')}>
          <NumberBox
            value={draft.columns}
            least={1}
            most={400}
            mayBeEmpty
            placeholder={t('retention.allColumns')}
            onChange={(columns) => onChange({ ...draft, columns })}
          />
        </FormField>
      )}
      <FormField label={t('retention.minimum')}>
        <NumberBox value={draft.minimum} least={1} most={1_000} onChange={(minimum) => minimum && onChange({ ...draft, minimum })} />
      </FormField>
    </>
  );
};
