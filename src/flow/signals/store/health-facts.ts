import { addDays, daysBetween } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { HealthFacts, Heard } from '../domain/health/health-inputs-at.ts';
import type { AccountScope } from './account-scope.ts';

/** Facts that are use of the product, as the measure of active accounts counts them. */
const USE_FACTS = ['feature_used', 'screen_viewed'] as const;

/** The beginnings of names of facts that are contact with a customer, besides use. */
const CONTACT_PREFIXES = ['call_', 'meeting_', 'email_', 'note_', 'ticket_'];

/** Which local days are looked at, and how far knowledge goes (UTC ms). */
export interface DaysQuestion {
  readonly scope: AccountScope;
  readonly days: readonly string[];
  readonly zone: string;
  readonly asOf: number;
}

/** What did an account do up to a local day, of the accounts and days that were asked about? Nothing of what there was nothing to tell. */
export type FactsOnDay = (account: number, day: string) => Partial<HealthFacts>;

/**
 * What did these accounts do up to each of these local days, from what was known by the day's end? One question a source, however many days: a fact is told
 * to every day in whose window it lies.
 */
export const healthFacts = async (clickhouse: ClickHouse, question: DaysQuestion): Promise<FactsOnDay> => {
  const { scope, days } = question;
  const inOrder = [...days].sort();
  const params = {
    ws: scope.ws,
    accounts: [...scope.standing.keys()],
    owners: [...scope.standing.values()],
    days,
    first: inOrder[0]!,
    zone: question.zone,
    asOf: new Date(question.asOf),
    use: USE_FACTS,
    contact: CONTACT_PREFIXES,
  };
  const span = { first: daysBetween(FIRST_DAY, inOrder[0]!), count: daysBetween(inOrder[0]!, inOrder.at(-1)!) + 1 };
  const [contacts, ...counts] = await Promise.all([
    clickhouse.query<ContactsRow>(CONTACTS, params),
    ...COUNTS.map((sql) => clickhouse.query<CountsRow>(sql, params)),
  ]);
  const [contactOf, countOf] = [contactsBy(contacts, span), counts.map((rows) => countsBy(rows, span))];
  return (account, day) => {
    const place = daysBetween(FIRST_DAY, day) - span.first;
    const facts: Record<string, number | string> = {};
    for (const tell of countOf) tell(account, place, facts);
    const latest = contactOf.get(account)?.[place] ?? NEVER;
    if (latest !== NEVER) facts.lastContactOn = addDays(FIRST_DAY, latest);
    return facts;
  };
};

const FIRST_DAY = '1970-01-01';
/** No day of a fact: these begin with 1 January 1970. */
const NEVER = -1;

/** Days from one on (days since 1970), by their place among them. */
interface Span {
  readonly first: number;
  readonly count: number;
}

/** One row an account, with a list of days and one of each count on them: a row a day would be a hundred thousand objects a question. */
type CountsRow = { readonly owner: number; readonly on: readonly number[] } & Readonly<Record<string, readonly number[]>>;

const countsBy = (rows: readonly CountsRow[], { first, count }: Span) => {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'owner' && name !== 'on');
  const found = new Map(
    rows.map((row) => {
      const index = new Int16Array(count).fill(NEVER);
      row.on.forEach((day, at) => {
        index[day - first] = at;
      });
      return [row.owner, { row, index }] as const;
    }),
  );
  return (account: number, place: number, facts: Record<string, number | string>): void => {
    const own = found.get(account);
    const at = own?.index[place] ?? NEVER;
    if (own !== undefined && at !== NEVER) for (const name of names) facts[name] = own.row[name]![at]!;
  };
};

/** The days of contacts, each with the day from which on it is known. */
interface ContactsRow {
  readonly owner: number;
  readonly since: readonly number[];
  readonly latest: readonly number[];
}

/** The latest contact known on each day of the span. */
const contactsBy = (rows: readonly ContactsRow[], { first, count }: Span): ReadonlyMap<number, Int32Array> =>
  new Map(
    rows.map(({ owner, since, latest }) => {
      const known = new Int32Array(count).fill(NEVER);
      since.forEach((day, at) => {
        if (day - first < count) known[day - first] = Math.max(known[day - first]!, latest[at]!);
      });
      for (let place = 1; place < count; place += 1) known[place] = Math.max(known[place]!, known[place - 1]!);
      return [owner, known] as const;
    }),
  );

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

/** What is counted by account and day, with the days and each count of an account as lists. */
const listed = (counts: readonly string[], sql: string): string =>
  `select owner, groupArray(toUInt16(day)) as on, ${counts.map((name) => `groupArray(${name}) as ${name}`).join(', ')} from (${sql}) group by owner`;

// Different features are told apart by a hash of their names: sets of numbers are three times as fast as sets of texts.
const USAGE = listed(
  ['activeDays', 'uses', 'errors', 'features', 'activePeople', 'usualDays', 'usualUses', 'usualFeatures'],
  `
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
  group by owner, day`,
);

const TICKETS = listed(
  ['openTickets', 'urgentTickets'],
  `
  select owner, day, toUInt32(countIf(closed = toDate(0) or closed > day)) as openTickets,
    toUInt32(countIf(day - opened < 90 and (urgent or (escalated > toDate(0) and escalated <= day)))) as urgentTickets
  from (
    select owner, subject, minIf(done, event = 'ticket_opened') as opened, minIf(seen, event = 'ticket_opened') as openedSeen,
      minIf(seen, event = 'ticket_closed') as closed, minIf(seen, event = 'ticket_escalated') as escalated,
      countIf(event = 'ticket_opened' and priority = 'urgent') > 0 as urgent
    from (${told("event in ('ticket_opened', 'ticket_closed', 'ticket_escalated')", `, props['priority'] as priority`)})
    group by owner, subject having countIf(event = 'ticket_opened') > 0
  ) array join arrayFilter(d -> d >= openedSeen and (d - opened < 90 or closed = toDate(0) or closed > d), {days:Array(Date)}) as day
  group by owner, day`,
);

const RATINGS = listed(
  ['satisfaction', 'ratedKnown'],
  `
  select owner, day, avg(score) as satisfaction, max(learned) as ratedKnown
  from (${told("event = 'ticket_rated'", `, toFloat64OrNull(props['score']) as score, toUnixTimestamp64Milli(known) as learned`)})
  array join arrayFilter(d -> d >= seen and d - done < 180, {days:Array(Date)}) as day
  where score is not null group by owner, day`,
);

const PAYMENTS = listed(
  ['failedPayments'],
  `
  select owner, day, toUInt32(count()) as failedPayments
  from (${told("event = 'payment_failed'", '')}) array join arrayFilter(d -> d >= seen and d - done < 60, {days:Array(Date)}) as day
  group by owner, day`,
);

// What lies before all the days asked about is one fact: the latest.
const CONTACTS = `
  select owner, groupArray(toUInt16(since)) as since, groupArray(toUInt16(latest)) as latest
  from (
    select owner, max(done) as latest, greatest(seen, {first:Date}) as since
    from (${told('(event in {use:Array(String)} or arrayExists(p -> startsWith(event, p), {contact:Array(String)}))', '')})
    group by owner, since
  ) group by owner`;

const COUNTS = [USAGE, TICKETS, RATINGS, PAYMENTS];

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
