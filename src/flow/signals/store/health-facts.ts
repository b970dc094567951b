import type { ClickHouse } from '#platform/clickhouse.ts';
import type { HealthFacts, Heard } from '../domain/health/health-inputs-at.ts';
import type { AccountScope } from './account-scope.ts';

/** Facts that are use of the product, as the measure of active accounts counts them. */
export const USE_FACTS = ['feature_used', 'screen_viewed'] as const;

/** The beginnings of names of facts that are contact with a customer, besides use. */
const CONTACT_PREFIXES = ['call_', 'meeting_', 'email_', 'note_', 'ticket_'];

/** Which local days are looked at, and how far knowledge goes (UTC ms). */
export interface DaysQuestion {
  readonly scope: AccountScope;
  readonly days: readonly string[];
  readonly zone: string;
  readonly asOf: number;
}

/**
 * What did these accounts do up to each of these local days, from what was known by the day's end? By account and day; a day on which there was nothing
 * to tell is left out. One question a source, however many days: a fact is told to every day in whose window it lies.
 */
export const healthFacts = async (
  clickhouse: ClickHouse,
  question: DaysQuestion,
): Promise<ReadonlyMap<number, ReadonlyMap<string, Partial<HealthFacts>>>> => {
  const { scope, days } = question;
  const first = [...days].sort()[0]!;
  const params = {
    ws: scope.ws,
    accounts: [...scope.standing.keys()],
    owners: [...scope.standing.values()],
    days,
    first,
    zone: question.zone,
    asOf: new Date(question.asOf),
    use: USE_FACTS,
    contact: CONTACT_PREFIXES,
  };
  const answers = await Promise.all(QUERIES.map((sql) => clickhouse.query<Row>(sql, params)));
  const found = new Map<number, Map<string, Partial<HealthFacts>>>();
  for (const { owner, day, ...facts } of answers.flat()) {
    const ofAccount = found.get(owner) ?? new Map<string, Partial<HealthFacts>>();
    ofAccount.set(day, { ...ofAccount.get(day), ...facts });
    found.set(owner, ofAccount);
  }
  return found;
};

type Row = { readonly owner: number; readonly day: string } & Partial<HealthFacts>;

// Facts of these accounts as known, each under the account that stands for it; `seen` is the local day from which it counts, `done` the one on which it
// happened. A fact in the future of a day is not yet told to it. Whose it is, is looked at first: it leaves least, and names are costly to compare.
const told = (events: string, columns: string, since = ''): string => `
  select transform(account, {accounts:Array(UInt32)}, {owners:Array(UInt32)}, toUInt32(0)) as owner, event, subject,
    toDate(at, {zone:String}) as done, greatest(done, toDate(known, {zone:String})) as seen${columns}
  from events
  prewhere account in {accounts:Array(UInt32)}
  where ws = {ws:UInt32} and ${events} and known <= {asOf:DateTime64(3)} and at <= {asOf:DateTime64(3)}${since}`;

// The oldest window reaches 112 days back; a day of slack for zones keeps the partition filter in UTC safe.
const RECENT = ` and at >= toDateTime64({first:Date} - 114, 3, 'UTC')`;

// Different features are told apart by a hash of their names: sets of numbers are three times as fast as sets of texts.
const USAGE = `
  select owner, day,
    toUInt32(uniqExactIf(done, day - done < 28)) as activeDays, toUInt32(sumIf(useCount, day - done < 28)) as uses,
    toUInt32(sumIf(errorCount, day - done < 28)) as errors, toUInt32(length(groupUniqArrayArrayIf(featureNames, day - done < 28))) as features,
    toUInt32(length(groupUniqArrayArrayIf(people, day - done < 28))) as activePeople,
    toUInt32(uniqExactIf(done, day - done >= 28)) as usualDays, toUInt32(sumIf(useCount, day - done >= 28)) as usualUses,
    toUInt32(length(groupUniqArrayArrayIf(arrayMap(f -> f + intDiv(day - done, 28), featureNames), day - done >= 28))) as usualFeatures
  from (
    select owner, done, seen, sumIf(if(used = 0, 1, used), event = 'feature_used') as useCount, sumIf(failed, event = 'feature_used') as errorCount,
      groupUniqArrayIf(cityHash64(feature), feature != '') as featureNames, groupUniqArrayIf(who, who > 0) as people
    from (${told(
      'event in {use:Array(String)}',
      `, toString(feature) as feature, toUInt32OrZero(props['count']) as used, toUInt32OrZero(props['errors']) as failed,
        if(stands > 0, stands, person) as who`,
      RECENT,
    ).replace(
      'from events',
      // Who an alias belongs to now, where that changed since its facts were kept; 0 where it did not.
      `from events left any join (
        select alias, argMax(person, version) as stands from alias_person where ws = {ws:UInt32} group by alias
      ) as moved using (alias)`,
    )}) group by owner, done, seen
  ) array join arrayFilter(d -> d >= seen and d - done < 112, {days:Array(Date)}) as day
  group by owner, day`;

const TICKETS = `
  select owner, day, toUInt32(countIf(closed = toDate(0) or closed > day)) as openTickets,
    toUInt32(countIf(day - opened < 90 and (urgent or (escalated > toDate(0) and escalated <= day)))) as urgentTickets
  from (
    select owner, subject, minIf(done, event = 'ticket_opened') as opened, minIf(seen, event = 'ticket_opened') as openedSeen,
      minIf(seen, event = 'ticket_closed') as closed, minIf(seen, event = 'ticket_escalated') as escalated,
      countIf(event = 'ticket_opened' and priority = 'urgent') > 0 as urgent
    from (${told("event in ('ticket_opened', 'ticket_closed', 'ticket_escalated')", `, props['priority'] as priority`)})
    group by owner, subject having countIf(event = 'ticket_opened') > 0
  ) array join arrayFilter(d -> d >= openedSeen and (d - opened < 90 or closed = toDate(0) or closed > d), {days:Array(Date)}) as day
  group by owner, day`;

const RATINGS = `
  select owner, day, avg(score) as satisfaction, max(learned) as ratedKnown
  from (${told("event = 'ticket_rated'", `, toFloat64OrNull(props['score']) as score, toUnixTimestamp64Milli(known) as learned`)})
  array join arrayFilter(d -> d >= seen and d - done < 180, {days:Array(Date)}) as day
  where score is not null group by owner, day`;

const PAYMENTS = `
  select owner, day, toUInt32(count()) as failedPayments
  from (${told("event = 'payment_failed'", '')}) array join arrayFilter(d -> d >= seen and d - done < 60, {days:Array(Date)}) as day
  group by owner, day`;

const CONTACTS = `
  select owner, day, max(latest) as lastContactOn
  from (
    -- What lies before all the days asked about is one fact: the latest.
    select owner, max(done) as latest, greatest(seen, {first:Date}) as since
    from (${told('(event in {use:Array(String)} or arrayExists(p -> startsWith(event, p), {contact:Array(String)}))', '')})
    group by owner, since
  ) array join arrayFilter(d -> d >= since, {days:Array(Date)}) as day
  group by owner, day`;

const QUERIES = [USAGE, TICKETS, RATINGS, PAYMENTS, CONTACTS];

/** First and latest use of the product of each account that used it, by any instant up to `asOf` (UTC ms). */
export const spansOfUse = async (
  clickhouse: ClickHouse,
  { scope, asOf }: Pick<DaysQuestion, 'scope' | 'asOf'>,
): Promise<ReadonlyMap<number, { readonly first: number; readonly last: number }>> => {
  const rows = await clickhouse.query<{ owner: number; earliest: number; latest: number }>(
    `select transform(account, {accounts:Array(UInt32)}, {owners:Array(UInt32)}, toUInt32(0)) as owner,
       toUnixTimestamp64Milli(min(at)) as earliest, toUnixTimestamp64Milli(max(at)) as latest
     from events prewhere account in {accounts:Array(UInt32)} where ws = {ws:UInt32} and event in {use:Array(String)}
       and known <= {asOf:DateTime64(3)} and at <= {asOf:DateTime64(3)} group by owner`,
    { ws: scope.ws, accounts: [...scope.standing.keys()], owners: [...scope.standing.values()], asOf: new Date(asOf), use: USE_FACTS },
  );
  return new Map(rows.map((row) => [row.owner, { first: Number(row.earliest), last: Number(row.latest) }]));
};

/**
 * How far each source of health had been heard of by the end of each local day, for the workspace as a whole? Read from the notes of quarters of an hour:
 * in the one in which `asOf` lies, what was heard counts as heard at that instant.
 */
export const heardBy = async (
  clickhouse: ClickHouse,
  { ws, days, zone, asOf }: { ws: number; days: readonly string[]; zone: string; asOf: number },
): Promise<ReadonlyMap<string, Heard>> => {
  const rows = await clickhouse.query<{ source: keyof Heard; day: string; learned: number }>(
    `select arrayJoin(arrayFilter(s -> s != '', [
         if(event in {use:Array(String)}, 'use', ''),
         if(startsWith(event, 'ticket_'), 'tickets', ''),
         if(startsWith(event, 'subscription_'), 'subscriptions', ''),
         if(startsWith(event, 'payment_') or startsWith(event, 'invoice_'), 'payments', ''),
         if(event in {use:Array(String)} or arrayExists(p -> startsWith(event, p), {contact:Array(String)}), 'contact', '')])) as source,
       toString(day) as day, toUnixTimestamp64Milli(max(newest)) as learned
     from (
       -- Names are compared once a day, not once a quarter of an hour.
       select event, toDate(quarter, {zone:String}) as day, max(least(latest, {asOf:DateTime64(3)})) as newest
       from facts_heard where ws = {ws:UInt32} and quarter <= {asOf:DateTime64(3)} group by event, day
     ) group by source, day order by day`,
    {
      ws,
      zone,
      asOf: new Date(asOf),
      use: USE_FACTS,
      contact: CONTACT_PREFIXES,
    },
  );
  const heard = new Map<string, Heard>();
  let newest: Heard = { use: null, tickets: null, subscriptions: null, payments: null, contact: null };
  let next = 0;
  for (const day of [...days].sort()) {
    for (; next < rows.length && rows[next]!.day <= day; next++) newest = { ...newest, [rows[next]!.source]: Number(rows[next]!.learned) };
    heard.set(day, newest);
  }
  return heard;
};
