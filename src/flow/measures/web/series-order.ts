import type { MetricResult } from '../contracts.ts';

type Series = MetricResult['series'][number];

/** Series with the greatest newest value first; what is not known stands last. */
export const greatestFirst = (series: readonly Series[]): readonly Series[] => series.toSorted((one, other) => newest(other) - newest(one));

const newest = ({ points }: Series): number => points.findLast((point) => point.value !== null && !point.immature)?.value ?? -Infinity;
