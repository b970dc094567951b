import type { ChartMark } from '#web/charts/mark-series.ts';
import type { Annotation } from '../../../board-contracts.ts';

const MOST_NAMED = 8;

/** Where annotations stand on a chart with these periods: in the last period that begins by their day; those of one period are one mark. */
export const chartMarks = (annotations: readonly Annotation[], periods: readonly string[]): readonly ChartMark[] => {
  const byPeriod = new Map<number, string[]>();
  for (const { day, text } of annotations) {
    const at = periods.findLastIndex((period) => period.slice(0, 10) <= day);
    if (at >= 0) byPeriod.set(at, [...(byPeriod.get(at) ?? []), text]);
  }
  // Many names would hide each other: then only the lines stay.
  const nameless = byPeriod.size > MOST_NAMED ? { nameless: true } : {};
  return [...byPeriod].map(([at, names]) => ({ at, name: names.join(', '), ...nameless }));
};
