import { dateOf } from '#kernel/calendar.ts';
import type { AccountRow } from '../contracts.ts';
import { paidLives } from './lifecycle/customer-lives.ts';
import type { MrrStep, TermStep } from './lifecycle/input.ts';
import { inOrder, visibleAt } from './lifecycle/steps.ts';

/** The part of an account's row that follows from what it pays. */
export type RevenueFigures = Pick<AccountRow, 'mrrMinor' | 'mrrPeakMinor' | 'customerSince' | 'renewsOn'>;

/**
 * What does the account pay at `now`, what did it pay at most, since when is it a customer, when does it renew? From what was known by then.
 * `customerSince` is the start of its present life as a payer, null when it does not pay; the MRR is 0 then, the peak stays.
 */
export const revenueFigures = (
  { mrrSteps, termEnds }: { readonly mrrSteps: readonly MrrStep[]; readonly termEnds: readonly TermStep[] },
  now: number,
  zone: string,
): RevenueFigures => {
  const steps = inOrder(visibleAt(mrrSteps, now));
  const life = paidLives(steps).at(-1);
  const pays = life !== undefined && life.to === null;
  return {
    mrrMinor: steps.at(-1)?.mrrMinor ?? 0,
    mrrPeakMinor: Math.max(0, ...steps.map((step) => step.mrrMinor)),
    customerSince: pays ? dateOf(life.from, zone) : null,
    renewsOn: pays ? renewsOn(visibleAt(termEnds, now)) : null,
  };
};

/**
 * On which date does the next of the present terms end, as the renewal desk asks it? The earliest end of all subjects' latest terms: one that
 * has passed is overdue and comes first. Null without a term.
 */
export const renewsOn = (terms: readonly TermStep[]): string | null =>
  [...Map.groupBy(terms, (term) => term.subject).values()]
    .flatMap((ofOne) => inOrder(ofOne).at(-1)?.endsOn ?? [])
    .reduce<string | null>((first, end) => (first === null || end < first ? end : first), null);
