import { addDays, nextPeriod, type PeriodUnit, periodsBetween, type Weekday } from '#kernel/calendar.ts';
import { type Movement, type MovementKind, movementsOf, planMovementsOf } from './movements.ts';
import type { AccountMrr, MrrLedger } from './mrr-ledger.ts';

/** By what the revenue is divided: by a value that each account has, or by the plan of each item. */
export type RevenueSlice = { readonly by: 'account'; readonly valueOf: (accountId: string) => string } | { readonly by: 'plan' };

/** Local dates, `from` inside, `to` after; weeks begin on Monday unless told otherwise. */
export interface PeriodQuestion {
  readonly from: string;
  readonly to: string;
  readonly unit: PeriodUnit;
  readonly weekStart?: Weekday;
  readonly slice?: RevenueSlice;
}

/**
 * The revenue of one period, all amounts in minor units and signed, so that opening + new + expansion + contraction + churn +
 * reactivation + fx + transfer = closing. Likewise opening + new + reactivated − churned + moved in − moved out = closing accounts,
 * which count movements: who leaves and returns within the period is in two of them.
 */
export interface RevenuePeriod {
  /** First date of the calendar period; `from` and `to` are its part inside the question's range. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** Whether the whole part was over when the question was asked as of. */
  readonly complete: boolean;
  readonly openingMinor: number;
  readonly newMinor: number;
  readonly expansionMinor: number;
  readonly contractionMinor: number;
  readonly churnMinor: number;
  readonly reactivationMinor: number;
  readonly fxMinor: number;
  /** Between plans of one account; 0 except in a slice by plan, and 0 over all plans. */
  readonly transferMinor: number;
  readonly closingMinor: number;
  readonly accountsOpening: number;
  readonly accountsNew: number;
  readonly accountsReactivated: number;
  readonly accountsChurned: number;
  /** Accounts that pay already and now for this plan too, or no longer for this one; 0 except in a slice by plan. */
  readonly accountsMovedIn: number;
  readonly accountsMovedOut: number;
  readonly accountsClosing: number;
}

/** The periods of one slice, or of everything (`slice` null), in order. */
export interface RevenueSeries {
  readonly slice: string | null;
  readonly periods: readonly RevenuePeriod[];
}

type SlicedMovement = Movement<MovementKind | 'transfer'>;
interface Track {
  readonly slice: string | null;
  readonly steps: readonly { readonly date: string; readonly mrrMinor: number }[];
  readonly movements: readonly SlicedMovement[];
}
type Span = Pick<RevenuePeriod, 'period' | 'from' | 'to' | 'complete'>;

/**
 * How did MRR and the number of paying accounts get from the opening to the closing of each period? One series, or one per slice in the
 * order of their names. Periods that begin after the ledger's last observed date are left out: they are not yet known.
 */
export function revenueByPeriod(ledger: MrrLedger, question: PeriodQuestion): readonly RevenueSeries[] {
  const spans = spansOf(ledger, question);
  const bySlice = new Map<string | null, Track[]>(question.slice === undefined ? [[null, []]] : []);
  for (const track of ledger.accounts.flatMap((account) => tracksOf(account, question.slice))) {
    const held = bySlice.get(track.slice);
    if (held === undefined) bySlice.set(track.slice, [track]);
    else held.push(track);
  }
  const slices = [...bySlice].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return slices.map(([slice, tracks]) => {
    const all = tracks.flatMap((track) => track.movements);
    return { slice, periods: spans.map((span) => revenueOf(span, tracks, all)) };
  });
}

function spansOf(ledger: MrrLedger, { from, to, unit, weekStart }: PeriodQuestion): readonly Span[] {
  const starts = periodsBetween({ from, to }, unit, weekStart);
  const spans = starts.map((period) => {
    const end = nextPeriod(period, unit);
    const until = end < to ? end : to;
    return { period, from: period > from ? period : from, to: until, complete: until <= ledger.observedThrough };
  });
  return spans.filter((span) => span.from <= ledger.observedThrough);
}

function tracksOf(account: AccountMrr, slice: RevenueSlice | undefined): readonly Track[] {
  if (slice?.by !== 'plan') {
    return [{ slice: slice?.valueOf(account.accountId) ?? null, steps: account.steps, movements: movementsOf(account) }];
  }
  const movements = planMovementsOf(account);
  return [...new Set(movements.map((movement) => movement.plan))].map((plan) => ({
    slice: plan,
    steps: account.steps.map((step) => ({ date: step.date, mrrMinor: step.plans.find((amount) => amount.plan === plan)?.mrrMinor ?? 0 })),
    movements: movements.filter((movement) => movement.plan === plan),
  }));
}

// Opening and closing are read from the step functions, not added up from the movements, so that the invariant checks one against the other.
function revenueOf(span: Span, tracks: readonly Track[], all: readonly SlicedMovement[]): RevenuePeriod {
  const eve = addDays(span.from, -1);
  const last = addDays(span.to, -1);
  const opening = tracks.map((track) => closeOf(track, eve));
  const closing = tracks.map((track) => closeOf(track, last));
  const movements = all.filter(({ date }) => span.from <= date && date < span.to);
  const minor = (kind: SlicedMovement['kind']) =>
    sum(movements.filter((movement) => movement.kind === kind).map((movement) => movement.amountMinor));
  const accounts = (change: 1 | -1, kinds: readonly SlicedMovement['kind'][]) =>
    movements.filter((movement) => movement.accounts === change && kinds.includes(movement.kind)).length;
  return {
    ...span,
    openingMinor: sum(opening),
    newMinor: minor('new'),
    expansionMinor: minor('expansion'),
    contractionMinor: minor('contraction'),
    churnMinor: minor('churn'),
    reactivationMinor: minor('reactivation'),
    fxMinor: minor('fx'),
    transferMinor: minor('transfer'),
    closingMinor: sum(closing),
    accountsOpening: opening.filter((amount) => amount > 0).length,
    accountsNew: accounts(1, ['new']),
    accountsReactivated: accounts(1, ['reactivation']),
    accountsChurned: accounts(-1, ['churn']),
    accountsMovedIn: accounts(1, ['expansion', 'contraction', 'transfer']),
    accountsMovedOut: accounts(-1, ['expansion', 'contraction', 'transfer']),
    accountsClosing: closing.filter((amount) => amount > 0).length,
  };
}

function closeOf(track: Track, date: string): number {
  return track.steps.findLast((step) => step.date <= date)?.mrrMinor ?? 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
