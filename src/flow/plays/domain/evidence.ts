import { startOfDate } from '#kernel/calendar.ts';
import type { Evidence } from '../contracts.ts';
import type { CrossingScore } from './play-changes.ts';

const REASONS_KEPT = 3;

/** What shows that a signal crossed, beside its band: the score now and before, and the factors that lost most points. */
export const evidenceOfScore = (
  { score, before, reasons }: CrossingScore,
  { signal, at, zone }: { readonly signal: string; readonly at: number; readonly zone: string },
): readonly Evidence[] => [
  { label: signal, value: String(Math.round(score)), at },
  ...(before === null ? [] : [{ label: `${signal}_before`, value: String(Math.round(before.score)), at: startOfDate(before.day, zone) }]),
  ...worstReasons(reasons).map((value) => ({ label: `${signal}_reason`, value, at })),
];

const worstReasons = (reasons: CrossingScore['reasons']): readonly string[] =>
  reasons
    .map(({ factor, points, possible }) => ({ factor, lost: Math.round(possible - points) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || (a.factor < b.factor ? -1 : 1))
    .slice(0, REASONS_KEPT)
    .map(({ factor, lost }) => `${factor} -${lost}`);
