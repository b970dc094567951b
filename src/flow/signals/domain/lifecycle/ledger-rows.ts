import { dateOf } from '#kernel/calendar.ts';
import type { MrrStep } from './input.ts';
import type { BelievedMove } from './ledger.ts';
import { inOrder, visibleAt } from './steps.ts';

/** A move of the ledger with what the river counts: the local dates, where it went next, and the monthly money it carried. */
export interface CarriedMove extends BelievedMove {
  readonly to: BelievedMove['stage'] | null;
  readonly enteredOn: string;
  readonly leftOn: string | null;
  /** The larger of what the account paid just before the move and from then on, as believed while the move was. */
  readonly mrrMinor: number;
}

/** The ledger of ONE account with the money that each move carried. */
export const carriedMoves = (
  ledger: readonly BelievedMove[],
  { mrrSteps, now, zone }: { readonly mrrSteps: readonly MrrStep[]; readonly now: number; readonly zone: string },
): readonly CarriedMove[] => {
  const believedNow = inOrder(visibleAt(mrrSteps, now));
  const next = new Map(ledger.filter((move) => move.knownTo === null).map((move) => [move.enteredAt, move.stage]));
  return ledger.map((move) => {
    const steps = move.knownTo === null ? believedNow : inOrder(visibleAt(mrrSteps, move.knownTo - 1));
    const open = move.knownTo === null;
    return {
      ...move,
      to: open && move.leftAt !== null ? (next.get(move.leftAt) ?? null) : null,
      leftAt: open ? move.leftAt : null,
      from: open ? move.from : null,
      enteredOn: dateOf(move.enteredAt, zone),
      leftOn: open && move.leftAt !== null ? dateOf(move.leftAt, zone) : null,
      mrrMinor: Math.max(paidAt(steps, move.enteredAt - 1), paidAt(steps, move.enteredAt)),
    };
  });
};

/** From when until when was each amount believed, and until when did it last as believed now? */
export const mrrSpans = (
  mrrSteps: readonly MrrStep[],
): readonly {
  readonly fromAt: number;
  readonly toAt: number | null;
  readonly knownFrom: number;
  readonly knownTo: number | null;
  readonly mrrMinor: number;
}[] => {
  const told = [...mrrSteps].sort((a, b) => a.known - b.known || a.at - b.at);
  const current = inOrder(told);
  const endOf = new Map(current.map((step, index) => [step, current[index + 1]?.at ?? null]));
  const replaced = new Map<MrrStep, number>();
  const newest = new Map<number, MrrStep>();
  for (const step of told) {
    const before = newest.get(step.at);
    if (before !== undefined) replaced.set(before, step.known);
    newest.set(step.at, step);
  }
  return told.map((step) => ({
    fromAt: step.at,
    toAt: endOf.get(step) ?? null,
    knownFrom: step.known,
    knownTo: replaced.get(step) ?? null,
    mrrMinor: step.mrrMinor,
  }));
};

const paidAt = (steps: readonly MrrStep[], at: number): number => steps.findLast((step) => step.at <= at)?.mrrMinor ?? 0;
