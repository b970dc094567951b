import { addDays, dateOf, periodsBetween } from '#kernel/calendar.ts';
import { exchanged, type FxPolicy } from './exchange.ts';
import { believedAsOf, type SubscriptionPhase, type SubscriptionVersion } from './subscription-version.ts';

/** What one plan contributes to an account from a date on, and how much of the change on that date is the exchange rate's doing. */
export interface PlanAmount {
  readonly plan: string;
  readonly mrrMinor: number;
  readonly fxMinor: number;
}

/** The MRR of an account from `date` until the next step, by plan; amounts of a step add up over its plans. */
export interface MrrStep {
  readonly date: string;
  readonly mrrMinor: number;
  readonly fxMinor: number;
  readonly plans: readonly PlanAmount[];
}

/** The MRR of an account over time as a step function: 0 before the first step, no two steps on one date. */
export interface AccountMrr {
  readonly accountId: string;
  readonly steps: readonly MrrStep[];
}

/** The MRR of all accounts as believed at one instant. Nothing dated after `observedThrough`, that instant's local date, is in it. */
export interface MrrLedger {
  readonly currency: string;
  readonly observedThrough: string;
  readonly accounts: readonly AccountMrr[];
}

/** What is needed to say who paid what, when: the facts, what to know of them, and the conventions. */
export interface LedgerQuestion {
  readonly versions: readonly SubscriptionVersion[];
  /** UTC ms: only what was known by then, and only what was dated by then. */
  readonly asOf: number;
  readonly zone: string;
  readonly fx: FxPolicy;
}

type Item = SubscriptionPhase & { readonly currency: string };

/**
 * What was the MRR of each account over time, as believed at `asOf`? The sum over its subscriptions' active phases; trials and amounts
 * below 0 count 0, a phase without length counts never, and what ends and starts on one local date is one step (so the two net).
 */
export function accountMrrSteps(question: LedgerQuestion): MrrLedger {
  const observedThrough = dateOf(question.asOf, question.zone);
  const items = new Map<string, Item[]>();
  for (const version of believedAsOf(question.versions, question.asOf)) {
    const held = items.get(version.accountId) ?? [];
    held.push(...version.phases.filter(isPaying).map((phase) => ({ ...phase, currency: version.currency })));
    items.set(version.accountId, held);
  }
  const accounts = [...items].map(([accountId, held]) => ({ accountId, steps: stepsOf(held, observedThrough, question.fx) }));
  return { currency: question.fx.currency, observedThrough, accounts: accounts.sort((a, b) => (a.accountId < b.accountId ? -1 : 1)) };
}

/** What was the MRR of this account at the close of this date, in minor units? */
export function mrrOn(account: AccountMrr, date: string): number {
  return account.steps.findLast((step) => step.date <= date)?.mrrMinor ?? 0;
}

function isPaying(phase: SubscriptionPhase): boolean {
  return !phase.trial && phase.mrrMinor > 0 && (phase.to === null || phase.to > phase.from);
}

function stepsOf(items: readonly Item[], observedThrough: string, fx: FxPolicy): readonly MrrStep[] {
  return datesOfChange(items, observedThrough, fx)
    .map((date) => stepOn(date, items, fx))
    .filter((step, index, steps) => step.plans.some((plan) => plan.fxMinor !== 0) || !isSamePlans(step, steps[index - 1]));
}

function datesOfChange(items: readonly Item[], observedThrough: string, fx: FxPolicy): readonly string[] {
  const dates = new Set(items.flatMap((item) => (item.to === null ? [item.from] : [item.from, item.to])));
  const first = [...dates].sort()[0];
  if (fx.kind === 'monthly' && first !== undefined) {
    for (const month of periodsBetween({ from: first, to: addDays(observedThrough, 1) }, 'month')) if (month > first) dates.add(month);
  }
  return [...dates].filter((date) => date <= observedThrough).sort();
}

function stepOn(date: string, items: readonly Item[], fx: FxPolicy): MrrStep {
  const eve = addDays(date, -1);
  const plans = [...new Set(items.map((item) => item.plan))].sort().map((plan) => {
    const ofPlan = items.filter((item) => item.plan === plan);
    const kept = ofPlan.filter((item) => isActive(item, eve));
    return {
      plan,
      mrrMinor: worth(
        ofPlan.filter((item) => isActive(item, date)),
        date,
        fx,
      ),
      fxMinor: worth(kept, date, fx) - worth(kept, eve, fx),
    };
  });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    date,
    mrrMinor: sum(plans.map((plan) => plan.mrrMinor)),
    fxMinor: sum(plans.map((plan) => plan.fxMinor)),
    plans: plans.filter((plan) => plan.mrrMinor !== 0 || plan.fxMinor !== 0),
  };
}

function isActive(item: Item, date: string): boolean {
  return item.from <= date && (item.to === null || date < item.to);
}

function worth(items: readonly Item[], date: string, fx: FxPolicy): number {
  return items.reduce((total, item) => total + exchanged(item, date, fx), 0);
}

function isSamePlans(step: MrrStep, previous: MrrStep | undefined): boolean {
  const text = (plans: readonly PlanAmount[]) => plans.filter((plan) => plan.mrrMinor !== 0).map((plan) => `${plan.mrrMinor} ${plan.plan}`);
  return text(step.plans).join('\n') === text(previous?.plans ?? []).join('\n');
}
