import type { AccountTruth, CompanyPlan } from '#demo/index.ts';
import { addDays, periodOf } from '#kernel/calendar.ts';
import type { KnownMove } from './bring-company.ts';

type Truth = AccountTruth;
type Movement = Truth['movements'][number];

/** The first dates of the months of a company's past, from its first whole month to the month in which it ends, which is cut off. */
export const monthsOf = ({ endsOn, months }: CompanyPlan): readonly string[] => {
  const last = periodOf(endsOn, 'month');
  const starts: string[] = [last];
  while (starts.length < months) starts.unshift(periodOf(addDays(starts[0]!, -1), 'month'));
  return starts;
};

/** What moved in each month but the last, by kind, in minor units; losses are negative. */
export const movementsByMonth = (movements: readonly Movement[], months: readonly string[]) =>
  months.slice(0, -1).map((month, index) => {
    const within = movements.filter(({ on }) => on >= month && on < months[index + 1]!);
    const sumOf = (kind: Movement['kind']): number =>
      within.filter((one) => one.kind === kind).reduce((sum, { byMinor }) => sum + byMinor, 0);
    return {
      new: sumOf('new'),
      expansion: sumOf('expansion'),
      reactivation: sumOf('reactivation'),
      contraction: sumOf('contraction'),
      churn: sumOf('churn'),
    };
  });

/** What did the account pay a month on a date, in the home currency's minor units: as it is believed now, or as it could be known on a date? */
export const mrrKnownOn = (truth: Truth, plan: CompanyPlan, { on, known }: { on: string; known: string | null }): number => {
  const paid = truth.movements.findLast((movement) => movement.on <= on)?.toMinor ?? 0;
  const wrong = known === null ? undefined : truth.corrections.find((one) => one.from <= on && one.knownOn > known);
  if (wrong === undefined || paid === 0) return paid;
  return wrong.currency === plan.currency ? wrong.wrongMinor : paid + atHome(wrong, plan);
};

const atHome = ({ currency, wrongMinor, rightMinor }: Truth['corrections'][number], plan: CompanyPlan): number => {
  throw new Error(`Convert ${wrongMinor - rightMinor} ${currency} into ${plan.currency}.`);
};

export const firstPaid = (truth: Truth): string => truth.lives[0]!.from;

/** How many customers of the month's first day were lost within it, and how many were there? */
export const lostOf = (truths: readonly Truth[], from: string, to: string): readonly [lost: number, had: number] => {
  const paidOn = (truth: Truth, on: string): boolean => (truth.movements.findLast((movement) => movement.on <= on)?.toMinor ?? 0) > 0;
  const had = truths.filter((truth) => paidOn(truth, addDays(from, -1)));
  return [had.filter((truth) => !paidOn(truth, addDays(to, -1))).length, had.length];
};

const PROSPECT = new Set(['reached', 'captured', 'interested', 'qualified']);

interface Entered {
  readonly stage: string;
  readonly on: string;
}

/**
 * The stages of an account as the product can see them. Two things it may rightly see otherwise than the simulator: visits from before the visitor was
 * known belong to nobody, so that reached is taken as the product tells it where the first visit was anonymous; and its own lead score may
 * qualify before the fact `lead_qualified` does: then lesser stages are not entered any more, and who loses a deal falls back to qualified.
 * Everything else must be the same to the day.
 */
export const stagesAsTheProductSees = (truth: Truth, told: readonly KnownMove[]): readonly Entered[] => {
  const reached = told[0]?.stage === 'reached' && truth.reached.isAnonymous ? [told[0]] : [];
  const scored = told.find((move) => move.stage === 'qualified');
  const fact = truth.stages.find(({ stage }) => stage === 'qualified');
  if (!scored || (fact && fact.at <= scored.at)) return [...reached, ...truth.stages].map(entered);
  const opened = truth.stages.find(({ stage }) => !PROSPECT.has(stage))?.at ?? Number.POSITIVE_INFINITY;
  const own = truth.stages.flatMap((one): readonly (Entered & { readonly at: number })[] => {
    if (!PROSPECT.has(one.stage)) return [one];
    if (one.at > opened) return [{ ...one, stage: 'qualified' }];
    return one.at < scored.at && one.stage !== 'qualified' ? [one] : [];
  });
  const all = scored.at < opened ? [...own, scored] : own;
  return [...reached, ...all.sort((a, b) => a.at - b.at)].map(entered);
};

const entered = ({ stage, on }: Entered): Entered => ({ stage, on });
