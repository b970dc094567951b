import { allocate } from '#kernel/money.ts';
import type { AccountMrr, MrrStep } from './mrr-ledger.ts';

/** Why the MRR of an account changed. `fx` occurs only under monthly exchange rates. */
export type MovementKind = 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation' | 'fx';

/** One signed change of an account's MRR (contraction and churn below 0), and by how many the number of paying accounts changed with it. */
export interface Movement<Kind = MovementKind> {
  readonly accountId: string;
  readonly date: string;
  readonly kind: Kind;
  readonly amountMinor: number;
  readonly accounts: -1 | 0 | 1;
}

/** One plan's part of a movement. A `transfer` went to, or came from, another plan of the same account; over its plans they add up to 0. */
export interface PlanMovement extends Movement<MovementKind | 'transfer'> {
  readonly plan: string;
}

interface PlanChange {
  readonly plan: string;
  readonly before: number;
  readonly after: number;
  readonly fxMinor: number;
  /** What changed apart from the exchange rate. */
  readonly change: number;
}

/**
 * How did the MRR of this account move? One net movement a date: new (first ever above 0), reactivation (from 0, paid before), expansion,
 * contraction or churn (to 0), and one for the exchange rate where that changed. A gap is churn on its first date and reactivation on the
 * first date after it. All movements up to a date add up to the MRR of that date.
 */
export function movementsOf(account: AccountMrr): readonly Movement[] {
  return account.steps.flatMap((step, index) => {
    const before = account.steps[index - 1]?.mrrMinor ?? 0;
    const at = { accountId: account.accountId, date: step.date };
    const movements: readonly Movement[] = [
      { ...at, kind: 'fx', amountMinor: step.fxMinor, accounts: 0 },
      { ...at, kind: kindOf(account, index), amountMinor: step.mrrMinor - before - step.fxMinor, accounts: begins(before, step.mrrMinor) },
    ];
    return movements.filter(saysSomething);
  });
}

/**
 * How did the MRR of this account move within each of its plans? The kind is that of the whole account: a customer who goes from Basic to
 * Pro is no churn of Basic and nobody new in Pro. What one plan loses and another gains on a date is a transfer, and only the net change
 * is expansion or contraction, split over the plans that made it. So the movements of each plan add up to its MRR, and those of each
 * kind, over the plans, to the account's.
 */
export function planMovementsOf(account: AccountMrr): readonly PlanMovement[] {
  return account.steps.flatMap((step, index) => {
    const kind = kindOf(account, index);
    const changes = planChanges(account.steps[index - 1], step);
    const transfers = transfersOf(changes.map((plan) => plan.change));
    return changes.flatMap((plan, i) => {
      const transfer = transfers[i]!;
      const at = { accountId: account.accountId, date: step.date, plan: plan.plan };
      const accounts = begins(plan.before, plan.after);
      const movements: readonly PlanMovement[] = [
        { ...at, kind: 'fx', amountMinor: plan.fxMinor, accounts: 0 },
        { ...at, kind, amountMinor: plan.change - transfer, accounts: transfer === 0 ? accounts : 0 },
        { ...at, kind: 'transfer', amountMinor: transfer, accounts: transfer === 0 ? 0 : accounts },
      ];
      return movements.filter(saysSomething);
    });
  });
}

function kindOf(account: AccountMrr, index: number): MovementKind {
  const step = account.steps[index]!;
  const before = account.steps[index - 1]?.mrrMinor ?? 0;
  if (before === 0) return account.steps.slice(0, index).some((earlier) => earlier.mrrMinor > 0) ? 'reactivation' : 'new';
  if (step.mrrMinor === 0) return 'churn';
  return step.mrrMinor - before - step.fxMinor < 0 ? 'contraction' : 'expansion';
}

function begins(before: number, after: number): -1 | 0 | 1 {
  if (before === 0) return after > 0 ? 1 : 0;
  return after === 0 ? -1 : 0;
}

function saysSomething(movement: Movement<string>): boolean {
  return movement.amountMinor !== 0 || movement.accounts !== 0;
}

function planChanges(previous: MrrStep | undefined, step: MrrStep): readonly PlanChange[] {
  const names = new Set([...(previous?.plans ?? []), ...step.plans].map((plan) => plan.plan));
  return [...names].sort().map((plan) => {
    const before = previous?.plans.find((amount) => amount.plan === plan)?.mrrMinor ?? 0;
    const now = step.plans.find((amount) => amount.plan === plan);
    const after = now?.mrrMinor ?? 0;
    const fxMinor = now?.fxMinor ?? 0;
    return { plan, before, after, fxMinor, change: after - before - fxMinor };
  });
}

// The side that moved less (gains or losses) is transfer altogether; the other side gives or takes as much, in proportion.
function transfersOf(changes: readonly number[]): readonly number[] {
  const gained = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
  const lost = changes.reduce((sum, change) => sum + Math.max(0, -change), 0);
  const moved = Math.min(gained, lost);
  if (moved === 0) return changes.map(() => 0);
  const ins = allocate(
    moved,
    changes.map((change) => Math.max(0, change)),
  );
  const outs = allocate(
    moved,
    changes.map((change) => Math.max(0, -change)),
  );
  return changes.map((_, i) => ins[i]! - outs[i]!);
}
