import { listAccountFields } from '#flow/signals/contracts.ts';
import { DIMENSIONS } from '#kernel/measure.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import { segmentField } from '../condition-contracts.ts';
import type { Breakdown, MetricCard } from '../contracts.ts';
import { segmentsOfBreakdown } from '../domain/segments/segment-mix.ts';
import { breakdownBySegments, type SegmentChoice } from './segment-parts.ts';
import { metricText } from './text/text.ts';

export interface BreakdownChoiceProps {
  readonly card: MetricCard;
  readonly value: Breakdown | undefined;
  readonly onChange: (value: Breakdown | undefined) => void;
}

const NOTHING = 'nothing';
const MOST_SEGMENTS = 3;

/** The segments of accounts, by name. */
export const useSegmentChoices = (): readonly SegmentChoice[] => {
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows ?? [];
  return fields.filter(({ group }) => group === 'segment').map(({ key, label }) => ({ key, label: label[currentLanguage()] }));
};

/** By what a figure is divided: an attribute of accounts, or up to three segments, whose overlaps are parts of their own. */
export const BreakdownChoice = ({ card, value, onChange }: BreakdownChoiceProps) => {
  const t = useText(metricText);
  const segments = useSegmentChoices();
  const chosen = segmentsOfBreakdown(value ?? null);
  const others = segments.filter(({ key }) => !chosen.some((id) => segmentField(id) === key));
  const idOf = (key: string): string[] => (key === NOTHING ? [] : [...segmentsOfBreakdown(key as Breakdown)]);
  const option = ({ key, label }: SegmentChoice) => ({ value: key, label: t('bySegment', { name: label }) });
  return (
    <>
      <FormField label={t('dividedBy')}>
        <Select
          value={chosen.length > 0 ? segmentField(chosen[0] ?? '') : (value ?? NOTHING)}
          onChange={(by) => {
            const ids = idOf(by);
            onChange(ids.length > 0 ? breakdownBySegments([...ids, ...chosen.slice(1)]) : DIMENSIONS.find((one) => one === by));
          }}
          options={[
            { value: NOTHING, label: t('notDivided') },
            ...card.dimensions.map((dimension) => ({ value: dimension, label: t(`dimension.${dimension}`) })),
            ...segments.filter(({ key }) => !chosen.slice(1).some((id) => segmentField(id) === key)).map(option),
          ]}
        />
      </FormField>
      {chosen.length > 0 &&
        [...chosen.slice(1), ...(chosen.length < MOST_SEGMENTS && others.length > 0 ? [null] : [])].map((id, at) => (
          <FormField key={id ?? NOTHING} label={t('andBy')}>
            <Select
              value={id === null ? NOTHING : segmentField(id)}
              onChange={(by) => onChange(breakdownBySegments([...chosen.slice(0, at + 1), ...idOf(by), ...chosen.slice(at + 2)]))}
              options={[
                { value: NOTHING, label: t('notDivided') },
                ...segments
                  .filter(({ key }) => (id !== null && key === segmentField(id)) || others.some((other) => other.key === key))
                  .map(option),
              ]}
            />
          </FormField>
        ))}
    </>
  );
};
