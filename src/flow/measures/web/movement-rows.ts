import type { Movement } from '#web/charts/StackedMovements.tsx';
import type { MetricResult } from '../contracts.ts';

type Row = NonNullable<MetricResult['table']>['rows'][number];

const numberOf = (row: Row, key: string): number => (typeof row[key] === 'number' ? row[key] : 0);

/** The periods from the first in which any revenue stood or moved. */
export const livelyRows = (rows: readonly Row[]): readonly Row[] => {
  const first = rows.find((row) => Object.values(row).some((value) => typeof value === 'number' && value !== 0));
  return first ? rows.filter((row) => String(row.period) >= String(first.period)) : [];
};

/** The rows of a table of movements as a chart draws them. */
export const movementsOf = (rows: readonly Row[]): readonly Movement[] =>
  livelyRows(rows).map((row) => ({
    period: String(row.period),
    newMinor: numberOf(row, 'new'),
    expansionMinor: numberOf(row, 'expansion'),
    reactivationMinor: numberOf(row, 'reactivation'),
    contractionMinor: numberOf(row, 'contraction'),
    churnMinor: numberOf(row, 'churn'),
    closingMinor: numberOf(row, 'closing'),
  }));
