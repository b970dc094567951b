import type { FunnelQuestion } from '../../../question-contracts.ts';
import { quantile } from '../quantile.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { largestSlices } from '../slices.ts';
import type { FunnelOutcome } from './funnel-outcomes.ts';

/** How many units of a slice reached a step (from 1): the row that the engine answers. Spreads are mean, lower quartile, median and upper quartile in seconds. */
export interface StepCount {
  readonly slice: string;
  readonly step: number;
  readonly units: number;
  readonly open: number;
  readonly mature: number;
  readonly fromFirst: readonly number[];
  readonly fromPrevious: readonly number[];
}

/** The reference of a funnel's steps, by slice and step. */
export function stepCounts(outcomes: readonly FunnelOutcome[], question: FunnelQuestion, frame: QuestionFrame): readonly StepCount[] {
  const rows = largestSlices(outcomes, question.breakdown?.top ?? null);
  return [...Map.groupBy(rows, (row) => row.slice)].flatMap(([slice, own]) =>
    question.steps.flatMap((_, index) => {
      const there = own.filter(({ reached }) => reached.length > index);
      if (there.length === 0) return [];
      const seconds = (since: number): readonly number[] => there.map(({ reached }) => (reached[index]!.at - reached[since]!.at) / 1_000);
      const isOpen = (row: FunnelOutcome): boolean =>
        row.reached.length === index + 1 && index + 1 < question.steps.length && !isMature(row, question, frame);
      return {
        ...{
          slice,
          step: index + 1,
          units: there.length,
          open: there.filter(isOpen).length,
          mature: there.filter((row) => isMature(row, question, frame)).length,
        },
        ...{ fromFirst: spread(seconds(0)), fromPrevious: spread(seconds(Math.max(0, index - 1))) },
      };
    }),
  );
}

/** Had a unit all its time, from its first entry, as of then? A funnel that is observed only within its range is over with it. */
export function isMature(
  { firstEntry }: Pick<FunnelOutcome, 'firstEntry'>,
  { observe, windowSeconds }: FunnelQuestion,
  { end, asOf }: QuestionFrame,
): boolean {
  return (observe === 'range' && end <= asOf) || firstEntry + windowSeconds * 1_000 <= asOf;
}

const spread = (values: readonly number[]): readonly number[] => [
  values.reduce((sum, value) => sum + value, 0) / values.length,
  ...[0.25, 0.5, 0.75].map((level) => quantile(values, level)),
];
