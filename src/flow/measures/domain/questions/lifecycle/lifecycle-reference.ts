import type { LifecycleQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { byUnitAndSlice, type SlicedFact } from '../sliced-facts.ts';
import { largestSlices } from '../slices.ts';
import { type LifecycleBounds, lifecycleBounds } from './lifecycle-bounds.ts';

export type LifecycleState = 'fresh' | 'returning' | 'resurrecting' | 'dormant';

/** How many units of a slice had a state in a period (from 1)? */
export interface LifecycleCount {
  readonly slice: string;
  readonly period: number;
  readonly state: LifecycleState;
  readonly units: number;
}

/**
 * The reference of lifecycles: who is new, back again, risen or gone in each period? DEFINITIONS, Stickiness, lifecycle. Each slice has a lifecycle of its
 * own, ranked by who was active from the period before the range on. What happened in the first period but before the range makes a unit new, not active.
 */
export function lifecycleReference(world: QuestionWorld, question: LifecycleQuestion, frame: QuestionFrame): readonly LifecycleCount[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const found = [...matching(all, question.match, frame.asOf)].filter(({ fact }) => fact.at < frame.end);
  const bounds = lifecycleBounds(frame);
  const rows = found.map((one) => ({
    one,
    unit: one.unit,
    slice: question.breakdown === null ? '' : one.read(question.breakdown.field),
    period: activePeriod(one.fact.at, bounds, frame),
  }));
  const states = byUnitAndSlice(withSlices(rows, question)).flatMap((facts) => {
    const active = new Set(facts.flatMap(({ period }) => (period === null ? [] : [period])));
    const fresh = freshPeriod(facts, question, bounds);
    return frame.periods.flatMap((_, index) => {
      const state = stateOf(index + 1, active, fresh);
      return state === null ? [] : [{ slice: facts[0]!.slice, period: index + 1, state }];
    });
  });
  return [...Map.groupBy(states, ({ slice, period, state }) => JSON.stringify([slice, period, state])).values()].map((same) => ({
    ...same[0]!,
    units: same.length,
  }));
}

interface LifecycleFact extends SlicedFact {
  /** 0 is the period before the first; null where it does not count as active. */
  readonly period: number | null;
}

const withSlices = (rows: readonly LifecycleFact[], { breakdown }: LifecycleQuestion): readonly LifecycleFact[] => {
  const active = largestSlices(
    rows.filter(({ period }) => period !== null),
    breakdown?.top ?? null,
  );
  const named = new Map(rows.filter(({ period }) => period !== null).map((row, index) => [row.slice, active[index]!.slice]));
  return rows.map((row) => ({ ...row, slice: named.get(row.slice) ?? largestSlices([row], 0)[0]!.slice }));
};

const activePeriod = (at: number, { before, whole }: LifecycleBounds, { periods }: QuestionFrame): number | null => {
  if (at >= before && at < whole[0]!) return 0;
  const index = periods.findIndex(({ start, end }) => at >= start && at < end);
  return index < 0 ? null : index + 1;
};

const freshPeriod = (facts: readonly LifecycleFact[], { newBy }: LifecycleQuestion, { whole }: LifecycleBounds): number => {
  const instants =
    newBy === 'first_fact'
      ? facts.map(({ one }) => one.fact.at)
      : facts.filter(({ period }) => period !== null).flatMap(({ one }) => instantsIn(one.read(newBy.field)));
  const first = Math.min(Number.POSITIVE_INFINITY, ...instants);
  return whole.findIndex((start, index) => first >= start && first < (whole[index + 1] ?? Number.NEGATIVE_INFINITY)) + 1;
};

const instantsIn = (text: string): readonly number[] => (/^-?\d{1,15}$/.test(text) ? [Number(text)] : []);

const stateOf = (period: number, active: ReadonlySet<number>, fresh: number): LifecycleState | null => {
  if (!active.has(period)) return active.has(period - 1) ? 'dormant' : null;
  if (fresh === period) return 'fresh';
  return active.has(period - 1) ? 'returning' : 'resurrecting';
};
