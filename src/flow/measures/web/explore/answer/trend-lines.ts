import type { Figure } from '../../../contracts.ts';
import type { AnswerOf, QuestionOf } from './answer-props.ts';

type TrendSeries = AnswerOf<'trend'>['series'][number];

/** A line of a trend: a series or formula, and one value of the breakdown. */
export interface TrendLine extends TrendSeries {
  /** The place of its series in the question, from 0; null for a formula, behind which there is nobody. */
  readonly at: number | null;
}

/** The lines of a trend in the order of the question, those of one series from the greatest down. */
export const trendLines = (answer: AnswerOf<'trend'>): readonly TrendLine[] => {
  const lines = answer.series.map((one) => ({ ...one, at: /^[A-Z]$/.test(one.series) ? one.series.charCodeAt(0) - 65 : null }));
  const names = [...new Set(lines.map(({ series }) => series))];
  return lines.toSorted(
    (a, b) => names.indexOf(a.series) - names.indexOf(b.series) || rank(a.key) - rank(b.key) || (b.total.value ?? 0) - (a.total.value ?? 0),
  );
};

/** How many of the last periods are not over yet? */
export const openPeriods = (points: readonly Figure[]): number => {
  const last = points.findLastIndex((point) => !point.immature);
  return points.length - 1 - last;
};

/** The first period in which any line has something: what was before the beginning is no course. */
export const firstLived = (lines: readonly Pick<TrendLine, 'points'>[]): number => {
  const places = lines.map(({ points }) => points.findIndex(({ value }) => value !== null && value !== 0)).filter((at) => at >= 0);
  return places.length === 0 ? 0 : Math.min(...places);
};

/** Do the values of one period add up to something? Different people do not: one may be in several values of a breakdown. */
export const addsUp = ({ series, formulas }: QuestionOf<'trend'>): boolean =>
  formulas.length === 0 && series.every(({ count }) => count.of === 'events' || count.of === 'sum');

const rank = (key: string): number => (key === '…' ? 1 : 0);
