import { currencyExponent } from '#kernel/money.ts';
import { type Scope, STANDING_ACCOUNT } from './account-scope.ts';
import type { Bind } from './statement.ts';

/** The facts that tell what accounts pay. */
export const SUBSCRIPTION_EVENTS = [
  'subscription_started',
  'subscription_changed',
  'subscription_ended',
  'subscription_corrected',
  'subscription_removed',
] as const;

/** Whose money, as of when, in which currency. `rates`: units of `currency` for one unit of another, as decimal texts. */
export interface MoneyScope extends Scope {
  /** The local date of `asOf`; nothing dated later counts. */
  readonly observedThrough: string;
  readonly currency: string;
  readonly rates: ReadonlyMap<string, string>;
}

const PHASES = 'Array(Tuple(from String, to Nullable(String), mrrMinor Int64, plan String, seats Nullable(Int64), trial Bool))';

/**
 * The newest known version of each subscription, by its facts: a version replaces the whole belief. Needs `ws` and `asOf`. Sorting and taking
 * the first of each was seven times as fast as argMax over texts. With `accounts`, only of subscriptions that were ever told of one of them
 * (or of one that it stands for): a subscription that went to another account is still believed as its newest version says.
 */
export const beliefsPart = (bind: Bind, accounts: readonly number[] | null = null): string =>
  `beliefs as (select event = 'subscription_removed' as is_removed, account, props['currency'] as currency, props['interval'] as term, props['timeline'] as timeline
    from events where ws = {ws:UInt32} and event in ${bind('Array(String)', SUBSCRIPTION_EVENTS)} and known <= {asOf:DateTime64(3)} and ${subjectsOf(accounts, bind)}
    order by known desc, toUInt64OrZero(props['v']) desc limit 1 by subject)`;

const subjectsOf = (accounts: readonly number[] | null, bind: Bind): string => {
  if (accounts === null) return 'true';
  const wanted = bind('Array(UInt32)', accounts, 'wanted');
  return `subject in (select subject from events where ws = {ws:UInt32} and event in ${bind('Array(String)', SUBSCRIPTION_EVENTS)}
      and account in (select arrayJoin(arrayConcat(${wanted}, arrayFilter((raw, stands) -> has(${wanted}, stands), standing.1, standing.2)))))`;
};

/**
 * The paying stretches of all subscriptions: account, plan, seats, term of the subscription, first date, first date after (a far one while open), amount a month. Trials, phases
 * without length or amount, and currencies without a rate are left out. Needs `beliefs` and `standing`.
 */
export const phasesPart = (scope: MoneyScope, bind: Bind): string => {
  const observed = bind('String', scope.observedThrough, 'observed');
  return `phases as (select ${STANDING_ACCOUNT} as account, phase.plan as plan, phase.seats as seats, term, toDate32(phase.from) as starts, toDate32(ifNull(phase.to, '2299-12-31')) as ends,
      ${amountSql(scope, bind)} as amount
    from (select * from beliefs where not is_removed)
    array join JSONExtract(timeline, '${PHASES}') as phase
    where not phase.trial and phase.mrrMinor > 0 and (phase.to is null or phase.to > phase.from) and phase.from <= ${observed}
      and currency in ${bind('Array(String)', ['', scope.currency, ...scope.rates.keys()])})`;
};

// Exact decimals, rounded half away from zero: what `convert` of kernel/money answers.
const amountSql = ({ currency, rates }: MoneyScope, bind: Bind): string => {
  if (rates.size === 0) return 'phase.mrrMinor';
  const shift = [...rates.keys()].map((code) => currencyExponent(currency) - currencyExponent(code));
  const codes = bind('Array(String)', ['', currency, ...rates.keys()]);
  const factors = bind('Array(String)', ['1', '1', ...rates.values()]);
  const ups = bind('Array(String)', [
    '1',
    '1',
    ...shift.map((places) => (places < 0 ? `0.${'0'.repeat(-places - 1)}1` : `1${'0'.repeat(places)}`)),
  ]);
  const at = `indexOf(${codes}, currency)`;
  return `toInt64(round(toDecimal256(phase.mrrMinor, 0) * toDecimal256(${factors}[${at}], 20) * toDecimal256(${ups}[${at}], 6), 0))`;
};

/** What changes when: +amount where a stretch starts and −amount where it ends, netted by account and date. Needs `phases`. */
export const changesPart = (): string =>
  `changes as (select account, edge.1 as date, sum(edge.2) as change
    from (select account, arrayJoin([(starts, amount), (ends, -amount)]) as edge from phases)
    where date <= toDate32({observed:String}) group by account, date having change != 0)`;

/** The same for each plan of an account. */
export const planChangesPart = (): string =>
  `plan_changes as (select account, plan, edge.1 as date, sum(edge.2) as change
    from (select account, plan, arrayJoin([(starts, amount), (ends, -amount)]) as edge from phases)
    where date <= toDate32({observed:String}) group by account, plan, date having change != 0)`;
