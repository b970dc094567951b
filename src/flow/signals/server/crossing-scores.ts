import type { SignalId } from '../contracts.ts';
import { crossingRows } from '../store/crossing-scores.ts';
import { healthDefinition } from '../store/signal-versions.ts';
import type { SignalsDeps } from './deps.ts';

/** The score of a crossing with the last one of another band, and what each factor of health gave and took. */
export interface CrossingScore {
  readonly score: number;
  readonly before: { readonly score: number; readonly day: string } | null;
  readonly reasons: readonly { readonly factor: string; readonly points: number; readonly possible: number }[];
}

/** What did a signal say where it crossed into another band, by account? */
export const crossingScores = async (
  deps: SignalsDeps,
  ws: number,
  signal: SignalId,
  crossings: readonly { readonly account: number; readonly day: string }[],
): Promise<ReadonlyMap<number, CrossingScore>> => {
  const rows = await crossingRows(deps.postgres.db, ws, signal, crossings);
  // Points are kept in the order of the formula's factors; only health speaks by factors.
  const factors = signal === 'health' ? (await healthDefinition(deps.postgres.db, ws)).factors : [];
  const known = (points: readonly (number | null)[]) =>
    factors.flatMap((factor, at) => (points[at] === null || points[at] === undefined ? [] : [{ factor, at }]));
  return new Map(
    rows.map((row) => {
      const weight = known(row.points).reduce((sum, { factor }) => sum + factor.weight, 0);
      const reasons = known(row.points).map(({ factor, at }) => ({
        factor: factor.key,
        points: row.points[at] ?? 0,
        possible: weight === 0 ? 0 : (100 * factor.weight) / weight,
      }));
      return [
        row.account,
        {
          score: row.score,
          before: row.beforeScore === null || row.beforeDay === null ? null : { score: row.beforeScore, day: row.beforeDay },
          reasons,
        },
      ];
    }),
  );
};
