import { standingPerson } from '#flow/identity/index.ts';
import { fieldsOf } from '#kernel/condition.ts';
import type { TermLength } from '#kernel/term.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { StageTrigger } from '../contracts.ts';
import type { AttributeStep, LifecycleFact } from '../domain/lifecycle/input.ts';
import type { PaidPhase, SubscriptionBelief } from '../domain/lifecycle/subscription-steps.ts';
import { DEAL_FACTS } from '../domain/lifecycle/triggers.ts';
import type { AccountScope } from './account-scope.ts';
import { factCondition, propertyText } from './fact-condition.ts';

/** Facts of each account, by its number. */
export type OfAccount<T> = ReadonlyMap<number, readonly T[]>;
export type FactTrigger = Extract<StageTrigger, { kind: 'fact' }>;

/** A fact with its id, by which one that several triggers load is counted once. */
export interface LoadedFact extends LifecycleFact {
  readonly id: string;
}

const SUBSCRIPTION_FACTS = [
  'subscription_started',
  'subscription_changed',
  'subscription_ended',
  'subscription_corrected',
  'subscription_removed',
];

/** What was ever believed of the subscriptions of these accounts, as far as known by `asOf` (UTC ms)? */
export const subscriptionBeliefs = async (
  clickhouse: ClickHouse,
  scope: AccountScope,
  asOf: number,
): Promise<OfAccount<SubscriptionBelief>> => {
  const rows = await clickhouse.query<{
    account: number;
    subject: string;
    event: string;
    learned: number;
    v: number;
    currency: string;
    term: string;
    timeline: string;
  }>(
    `select account, subject, event, toUnixTimestamp64Milli(known) as learned, toUInt32OrZero(props['v']) as v,
       props['currency'] as currency, props['interval'] as term, props['timeline'] as timeline
     from events
     where ws = {ws:UInt32} and event in {events:Array(String)} and account in {accounts:Array(UInt32)} and known <= {asOf:DateTime64(3)}`,
    { ...base(scope, asOf), events: SUBSCRIPTION_FACTS },
  );
  return grouped(scope, rows, (row) => ({
    subject: row.subject,
    known: Number(row.learned),
    version: row.v,
    currency: row.currency,
    interval: (['month', 'quarter', 'year'].includes(row.term) ? row.term : 'month') as TermLength,
    phases: row.event === 'subscription_removed' || row.timeline === '' ? [] : (JSON.parse(row.timeline) as PaidPhase[]),
  }));
};

/** How many facts of a trigger that counts all of them are read per account: more than any rule can need in one life. */
export const MOST_FACTS = 5_000;

/**
 * The facts that a trigger can count, of each account: the first `most` that happened, and the first `most` that one could know. These decide where an
 * account stands now, and at any earlier time unless its facts arrived in an order that is neither.
 */
export const triggerFacts = async (
  clickhouse: ClickHouse,
  scope: AccountScope,
  { trigger, most, fields, asOf }: { trigger: FactTrigger; most: number; fields: readonly string[]; asOf: number },
): Promise<OfAccount<LoadedFact>> => {
  const matching = matchingSql(trigger, fields);
  const rows = await clickhouse.query<FactsRow>(`select account, ${firstFacts(most)} from (${matching.sql}) group by account`, {
    ...base(scope, asOf),
    ...matching.params,
  });
  return grouped(scope, rows.flatMap(factsOf(fields)), ({ account: _, ...fact }) => fact);
};

/** As `triggerFacts`, counted anew from each of these starts on: the facts of a customer's lives. */
export const factsSince = async (
  clickhouse: ClickHouse,
  scope: AccountScope,
  question: { trigger: FactTrigger; most: number; fields: readonly string[]; asOf: number; starts: readonly (readonly [number, number])[] },
): Promise<OfAccount<LoadedFact>> => {
  const { trigger, most, fields, asOf, starts } = question;
  const matching = matchingSql(trigger, fields);
  const rows = await clickhouse.query<FactsRow>(
    `with starts as (
       select start.1 as account, start.2 as since from (select arrayJoin(arrayZip({owners:Array(UInt32)}, {since:Array(Int64)})) as start)
     ), bounds as (
       -- How far the first facts of each start reach, by numbers alone: only those are then read whole and put in order.
       select account, since, arrayMax(groupArraySorted(${literal(most)})(happened)) as latest, arrayMax(groupArraySorted(${literal(most)})(counts)) as learnt
       from (${matching.timesSql}) as times inner join starts on times.account = starts.account where happened >= since group by account, since
     )
     select account, ${firstFacts(most)}
     from (${matching.sql}) as facts inner join bounds on facts.account = bounds.account
     where happened >= since and (happened <= latest or counts <= learnt) group by account, since`,
    {
      ...base(scope, asOf),
      ...matching.params,
      owners: starts.map(([account]) => account),
      since: starts.map(([, since]) => since),
    },
  );
  return grouped(scope, rows.flatMap(factsOf(fields)), ({ account: _, ...fact }) => fact);
};

/** Every fact that opened or closed a deal. */
export const dealFacts = (
  clickhouse: ClickHouse,
  scope: AccountScope,
  fields: readonly string[],
  asOf: number,
): Promise<OfAccount<LoadedFact>> =>
  triggerFacts(clickhouse, scope, {
    trigger: { kind: 'fact', events: [...DEAL_FACTS], where: null, times: 1, withinDays: null },
    most: MOST_FACTS,
    fields,
    asOf,
  });

/** What was recorded of these accounts' attributes from when on? Each step is the whole record: what it does not name is missing. */
export const attributeSteps = async (
  clickhouse: ClickHouse,
  scope: AccountScope,
  fields: readonly string[],
  asOf: number,
): Promise<OfAccount<AttributeStep>> => {
  if (fields.length === 0) return new Map();
  const rows = await clickhouse.query<{ account: number; happened: number; learned: number; found: readonly string[] }>(
    `select account, toUnixTimestamp64Milli(at) as happened, toUnixTimestamp64Milli(known) as learned,
       arrayMap(field -> multiIf(field = 'channel', channel, props[field]), {fields:Array(String)}) as found
     from events where ws = {ws:UInt32} and event in ('account_created', 'account_changed') and account in {accounts:Array(UInt32)}
       and known <= {asOf:DateTime64(3)}
     order by at, known`,
    { ...base(scope, asOf), fields },
  );
  return grouped(scope, rows, (row) => ({
    at: Number(row.happened),
    known: Number(row.learned),
    set: Object.fromEntries(fields.map((field, index) => [field, row.found[index] || null])),
  }));
};

/** Which properties do the triggers' conditions look at? Loaded with every fact, since a fact may count for several triggers. */
export const propertiesOf = (triggers: readonly StageTrigger[]): readonly string[] => [
  ...new Set(triggers.flatMap((trigger) => (trigger.kind === 'fact' && trigger.where !== null ? fieldsOf(trigger.where) : []))),
];

interface FactsRow {
  readonly account: number;
  /** [happened, counts, known, id, event, subject, properties, person] */
  readonly happenedFirst: readonly FactTuple[];
  /** The same with counts and happened exchanged. */
  readonly knownFirst: readonly FactTuple[];
}
type FactTuple = readonly [number, number, number, string, string, string, readonly string[], number];

// Tuples are compared from the left, so that the same tuple with its first two members exchanged sorts by knowing.
// How many is a parameter of the aggregate, which takes literals only: a whole number of ours.
const literal = (most: number): number => Math.max(1, Math.min(Math.trunc(most), MOST_FACTS));

const firstFacts = (most: number): string => {
  const many = literal(most);
  return `groupArraySorted(${many})((happened, counts, learned, fact, event, subject, found, who)) as happenedFirst,
    groupArraySorted(${many})((counts, happened, learned, fact, event, subject, found, who)) as knownFirst`;
};

const matchingSql = ({ events, where, people = 1 }: FactTrigger, fields: readonly string[]) => {
  const met = where === null ? { sql: 'true', params: {} } : factCondition(where, 'w');
  const read = fields.map((field, index) => propertyText(field, () => `{f${index}:String}`));
  const who = people === 1 ? 'toUInt32(0)' : standingPerson('alias', 'person');
  const times = 'toUnixTimestamp64Milli(at) as happened, toUnixTimestamp64Milli(known) as learned, greatest(happened, learned) as counts';
  const matching = `from events where ws = {ws:UInt32} and event in {names:Array(String)} and account in {accounts:Array(UInt32)}
        and known <= {asOf:DateTime64(3)} and ${met.sql}`;
  return {
    sql: `select account, event, subject, toString(id) as fact, ${who} as who, ${times},
        [${read.map((text) => `toString(${text})`).join(', ')}]::Array(String) as found ${matching}`,
    timesSql: `select account, ${times} ${matching}`,
    params: { ...met.params, ...Object.fromEntries(fields.map((field, index) => [`f${index}`, field])), names: events },
  };
};

const factsOf =
  (fields: readonly string[]) =>
  (row: FactsRow): readonly (LoadedFact & { readonly account: number })[] => {
    const factOf = ([at, , known, id, event, subject, found, person]: FactTuple) => ({
      account: row.account,
      id,
      event,
      at: Number(at),
      known: Number(known),
      subject: subject === '' ? null : subject,
      person: Number(person),
      props: Object.fromEntries(fields.flatMap((field, index) => (found[index] ? [[field, found[index]]] : []))),
    });
    const exchanged = row.knownFirst.map(([counts, happened, ...rest]): FactTuple => [happened, counts, ...rest]);
    return [...row.happenedFirst, ...exchanged].map(factOf);
  };

const base = (scope: AccountScope, asOf: number) => ({ ws: scope.ws, accounts: [...scope.standing.keys()], asOf: new Date(asOf) });

const grouped = <Row extends { readonly account: number }, T>(
  scope: AccountScope,
  rows: readonly Row[],
  read: (row: Row) => T,
): OfAccount<T> => {
  const found = new Map<number, T[]>();
  for (const row of rows) {
    const account = scope.standing.get(row.account);
    if (account === undefined) continue;
    const held = found.get(account);
    if (held) held.push(read(row));
    else found.set(account, [read(row)]);
  }
  return found;
};
