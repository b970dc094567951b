import type { Figure, MetricResult } from '../contracts.ts';
import { NOTHING, share } from './figure.ts';

/** How many units of a cohort (numbered from 1) were back `n` periods later; n = -1 is the size of the cohort. */
export interface CohortCount {
  readonly cohort: number;
  readonly n: number;
  readonly units: number;
}

export interface CohortPeriods {
  /** First dates of the cohorts' periods, in order. */
  readonly starts: readonly string[];
  /** How many periods from the first cohort's on, its own included, were over as of then. */
  readonly elapsed: number;
}

type Cohorts = NonNullable<MetricResult['cohorts']>;

/**
 * The grid of cohorts by periods: which share was back n periods later? A period that was not over is not yet known and in no average; an
 * average weighs cohorts by size. One row per cohort, as many columns as cohorts.
 */
export function cohortGrid(counts: readonly CohortCount[], { starts, elapsed }: CohortPeriods): Cohorts {
  const units = new Map(counts.map((count) => [`${count.cohort} ${count.n}`, Number(count.units)]));
  const held = (cohort: number, n: number): number => units.get(`${cohort} ${n}`) ?? 0;
  const periods = starts.map((_, n) => n);
  const isKnown = (cohort: number, n: number): boolean => cohort + n <= elapsed;
  const rows = starts.map((start, index) => {
    const cohort = index + 1;
    const size = held(cohort, -1);
    const cells = periods.map((n): Figure => (isKnown(cohort, n) ? share(held(cohort, n), size) : { ...NOTHING, immature: true }));
    return { cohort: start, size, cells };
  });
  const average = periods.map((n) => {
    const known = starts.map((_, index) => index + 1).filter((cohort) => isKnown(cohort, n));
    const sum = (read: (cohort: number) => number): number => known.reduce((total, cohort) => total + read(cohort), 0);
    return share(
      sum((cohort) => held(cohort, n)),
      sum((cohort) => held(cohort, -1)),
    );
  });
  return { periods, rows, average };
}
