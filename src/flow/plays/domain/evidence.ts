import type { Evidence } from '../contracts.ts';
import type { SignalCrossing } from './play-changes.ts';

const REASONS_KEPT = 3;

/** What shows that a signal crossed: the score now and before, and the factors that lost most points. */
export const evidenceOfCrossing = (crossing: SignalCrossing): readonly Evidence[] => {
  const { signal, score, before, at } = crossing;
  return [
    ...(score === null ? [] : [{ label: signal, value: String(Math.round(score)), at }]),
    { label: 'band', value: crossing.to, at },
    ...(before === null ? [] : [{ label: `${signal}_before`, value: String(Math.round(before.score)), at: before.at }]),
    ...worstReasons(crossing).map((value) => ({ label: `${signal}_reason`, value, at })),
  ];
};

const worstReasons = ({ reasons }: SignalCrossing): readonly string[] =>
  reasons
    .map(({ factor, points, possible }) => ({ factor, lost: Math.round(possible - points) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || (a.factor < b.factor ? -1 : 1))
    .slice(0, REASONS_KEPT)
    .map(({ factor, lost }) => `${factor} -${lost}`);
