import type { Counting, TrendQuestion } from '../../../question-contracts.ts';
import { quantile } from '../quantile.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, type Occurrence, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { ALL, OTHERS } from '../slices.ts';
import type { TrendWindow } from './trend-windows.ts';

/** What one series counts in a window (from 1) and slice; null where nothing was there to be averaged or ranked. */
export interface TrendFigure {
  readonly slice: string;
  readonly w: number;
  readonly value: number | null;
}

/** The reference of a series of a trend, for every window and slice that has a fact. A unit, or fact, of several windows counts in each. */
export function trendReference(
  world: QuestionWorld,
  question: TrendQuestion,
  frame: QuestionFrame,
  part: { readonly series: number; readonly windows: readonly TrendWindow[] },
): readonly TrendFigure[] {
  const { count, ...match } = question.series[part.series]!;
  const keepsNobody = count.of !== 'units';
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf, keepsNobody });
  const seen = [...matching(all, match, frame.asOf)].filter((one) => part.windows.some((window) => isIn(one, window)));
  const sliceOf = largest(seen, question);
  const slices = new Set(seen.map(sliceOf));
  return part.windows.flatMap((window, index) => {
    const inside = seen.filter((one) => isIn(one, window));
    const figureOf = (slice: string, own: readonly Occurrence[]): readonly TrendFigure[] =>
      own.length === 0 ? [] : [{ slice, w: index + 1, value: counted(own, count) }];
    const divided =
      question.breakdown === null
        ? []
        : [...slices].flatMap((slice) =>
            figureOf(
              `=${slice}`,
              inside.filter((one) => sliceOf(one) === slice),
            ),
          );
    return [...figureOf(ALL, inside), ...divided];
  });
}

const isIn = ({ fact }: Occurrence, { start, end }: TrendWindow): boolean => fact.at >= start && fact.at < end;

// The largest slices by facts, then by name.
const largest = (seen: readonly Occurrence[], { breakdown }: TrendQuestion): ((one: Occurrence) => string) => {
  if (breakdown === null) return () => '';
  const sizes = [...Map.groupBy(seen, ({ read }) => read(breakdown.field))].map(([slice, own]) => ({ slice, size: own.length }));
  const kept = sizes
    .sort((a, b) => b.size - a.size || (a.slice < b.slice ? -1 : 1))
    .slice(0, breakdown.top)
    .map(({ slice }) => slice);
  return ({ read }) => (kept.includes(read(breakdown.field)) ? read(breakdown.field) : OTHERS);
};

const counted = (own: readonly Occurrence[], { of, field, level }: Counting): number | null => {
  if (of === 'events') return own.length;
  if (of === 'units') return new Set(own.map(({ unit }) => unit)).size;
  const values = own
    .map(({ read }) => read(field ?? 'event.amount'))
    .filter((text) => text !== '' && Number.isFinite(Number(text)))
    .map(Number);
  const sum = values.reduce((total, value) => total + value, 0);
  if (of === 'sum') return sum;
  if (values.length === 0) return null;
  if (of === 'mean') return sum / values.length;
  if (of === 'percentile') return quantile(values, level);
  return of === 'min' ? Math.min(...values) : Math.max(...values);
};
