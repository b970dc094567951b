import type { Figure, MetricResult } from '../contracts.ts';

type Point = MetricResult['series'][number]['points'][number];
type Cohorts = NonNullable<MetricResult['cohorts']>;

const isEmpty = ({ value, numerator, n }: Figure): boolean => (value === null && !numerator) || (value === 0 && !n && !numerator);

/** From which period on is there anything in any series? All periods when there is nothing at all. */
export const firstKnown = (series: readonly { readonly points: readonly Point[] }[]): number => {
  const firsts = series.map(({ points }) => points.findIndex((point) => !isEmpty(point))).filter((at) => at >= 0);
  return firsts.length === 0 ? 0 : Math.min(...firsts);
};

/** Is there nothing at all in an answer? */
export const saysNothing = ({ total, series, cohorts, funnel, table }: MetricResult): boolean =>
  isEmpty(total) &&
  series.every(({ points }) => points.every(isEmpty)) &&
  (cohorts?.rows.every(({ size }) => size === 0) ?? true) &&
  (funnel?.every(({ units }) => units === 0) ?? true) &&
  (table?.rows.every((row) => Object.values(row).every((value) => typeof value !== 'number' || value === 0)) ?? true);

/** How many periods at the end were not over yet as of then? */
export const unfinishedOf = (points: readonly Point[]): number => {
  const lastOver = points.findLastIndex((point) => !point.immature);
  return points.length - 1 - lastOver;
};

/** The cohorts that have anybody, newest last, and only as many periods as the oldest of them has lived. */
export const livedCohorts = ({ periods, rows, average }: Cohorts): Cohorts => {
  const kept = rows.filter(({ size }) => size > 0);
  const lived = Math.max(0, ...kept.map(({ cells }) => cells.findLastIndex((cell) => !cell.immature) + 1));
  return {
    periods: periods.slice(0, lived),
    rows: kept.map((row) => ({ ...row, cells: row.cells.slice(0, lived) })),
    average: average.slice(0, lived),
  };
};
