import type { FieldValue } from '#kernel/condition.ts';
import { fieldsOf } from '#kernel/condition.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import type { LeadFact } from '../domain/lead-score/lead-score-of.ts';

/** A person with what is recorded of it and of its account; `aliases` are the numbers under which facts about it are kept. */
export interface PersonOfLead {
  readonly num: number;
  readonly account: number | null;
  readonly email: string | null;
  readonly createdAt: number;
  readonly person: Readonly<Record<string, FieldValue>>;
  readonly accountFields: Readonly<Record<string, FieldValue>>;
}

/** Whose people: those of accounts, or the persons themselves by number. */
export type PeopleOf = { readonly accounts: readonly number[] } | { readonly people: readonly number[] };

type Row = {
  num: number;
  account_num: number | null;
  email: string | null;
  title: string | null;
  channel: string | null;
  attributes: Record<string, FieldValue>;
  created_at: Date;
  company: Record<string, FieldValue> | null;
};

/** Which people are these, as recorded now? Reads identity's tables, which are upstream; a person that was merged is read as the one that stands for it. */
export const peopleOfLeads = async (db: Db, ws: number, of: PeopleOf): Promise<readonly PersonOfLead[]> => {
  const whose = 'accounts' in of ? sql`person.account_num = any(${of.accounts}::int[])` : sql`person.num = any(${of.people}::int[])`;
  const { rows } = await sql<Row>`
    select person.num, person.account_num, person.email, person.title, person.channel, person.attributes, person.created_at,
      case when account.num is not null then account.attributes || jsonb_build_object('name', account.name, 'domain', account.domain,
        'industry', account.industry, 'country', account.country, 'channel', account.channel, 'plan', account.plan, 'seats', account.seats) end as company
    from person left join account on account.ws = person.ws and account.num = person.account_num
    where person.ws = ${ws} and person.merged_into is null and ${whose} order by person.num`.execute(db);
  return rows.map((row) => ({
    num: row.num,
    account: row.account_num,
    email: row.email,
    createdAt: row.created_at.getTime(),
    person: { ...row.attributes, title: row.title, channel: row.channel },
    accountFields: row.company ?? {},
  }));
};

/** People without an account whose score may be out of date: changed since it was made, or never scored. */
export const peopleToScore = async (db: Db, ws: number, after: number, limit: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    select person.num from person left join person_figure as figure on figure.ws = person.ws and figure.person_num = person.num
    where person.ws = ${ws} and person.num > ${after} and person.merged_into is null and person.account_num is null
      and (figure.person_num is null or figure.updated_at < person.updated_at)
    order by person.num limit ${limit}`.execute(db);
  return rows.map((row) => row.num);
};

/** People without an account from a number on, in order. */
export const lonePeopleAfter = async (db: Db, ws: number, after: number, limit: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    select num from person where ws = ${ws} and num > ${after} and merged_into is null and account_num is null order by num limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => row.num);
};

/** How many people belong to no account? */
export const countLonePeople = async (db: Db, ws: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from person where ws = ${ws} and merged_into is null and account_num is null`.execute(db);
  return rows[0]?.n ?? 0;
};

/** People with the names that lists show, spread evenly over the workspace, at most `limit`. */
export const samplePeople = async (
  db: Db,
  ws: number,
  limit: number,
): Promise<readonly { num: number; id: string; name: string | null }[]> => {
  const { rows } = await sql<{ num: number; id: string; name: string | null }>`
    select num, id, coalesce(name, email) as name from person where ws = ${ws} and merged_into is null order by hashint4(num) limit ${limit}`.execute(
    db,
  );
  return rows;
};

/** Facts a day of one kind by one person that a score looks at: more of the same on a day says nothing new. */
const A_DAY = 50;

/** What these people did that the formula counts, and when each was last seen, as known by `asOf` (UTC ms). */
export const engagementOf = async (
  stores: { readonly db: Db; readonly clickhouse: ClickHouse },
  ws: number,
  { people, definition, asOf }: { people: readonly number[]; definition: LeadDefinition; asOf: number },
): Promise<{ readonly facts: ReadonlyMap<number, readonly LeadFact[]>; readonly lastSeen: ReadonlyMap<number, number> }> => {
  const whose = await aliasesOf(stores.db, ws, people);
  const rules = definition.engagement.flatMap((group) => group.rules);
  const fields = [
    ...new Set(['machine', 'bot', 'prefetch', ...rules.flatMap((rule) => (rule.where === null ? [] : fieldsOf(rule.where)))]),
  ];
  const params = { ws, aliases: [...whose.keys()], people, asOf: new Date(asOf) };
  const [rows, seen] = await Promise.all([
    stores.clickhouse.query<{ alias: number; person: number; event: string; happened: number; learned: number; found: readonly string[] }>(
      `select alias, person, event, toUnixTimestamp64Milli(at) as happened, toUnixTimestamp64Milli(known) as learned,
         arrayMap(field -> multiIf(field = 'feature', toString(feature), field = 'path', toString(path), field = 'channel', toString(channel), props[field]),
           {fields:Array(String)}) as found
       from events where ws = {ws:UInt32} and event in {events:Array(String)} and ${OF_THESE}
       order by at, id limit ${A_DAY} by alias, person, event, toDate(at)`,
      { ...params, fields, events: [...new Set(rules.flatMap((rule) => rule.events))] },
    ),
    stores.clickhouse.query<{ alias: number; person: number; last: number }>(
      // What was told about a person (a record's change, a charge) is not a sign of them.
      `select alias, person, toUnixTimestamp64Milli(max(at)) as last from events
       where ws = {ws:UInt32} and source in ('web', 'server', 'import') and not startsWith(event, 'person_') and ${OF_THESE}
       group by alias, person`,
      params,
    ),
  ]);
  const personOf = (row: { readonly alias: number; readonly person: number }): number => whose.get(row.alias) ?? row.person;
  const facts = new Map<number, LeadFact[]>();
  for (const row of rows) {
    const props = Object.fromEntries(fields.flatMap((field, index) => (row.found[index] ? [[field, row.found[index]]] : [])));
    const fact = { event: row.event, at: Number(row.happened), known: Number(row.learned), props };
    const held = facts.get(personOf(row));
    if (held) held.push(fact);
    else facts.set(personOf(row), [fact]);
  }
  const lastSeen = new Map<number, number>();
  for (const row of seen) lastSeen.set(personOf(row), Math.max(lastSeen.get(personOf(row)) ?? 0, Number(row.last)));
  return { facts, lastSeen };
};

// A fact keeps the alias under which it came; one without belongs to the person it names.
const OF_THESE =
  'known <= {asOf:DateTime64(3)} and at <= {asOf:DateTime64(3)} and (alias in {aliases:Array(UInt32)} or (alias = 0 and person in {people:Array(UInt32)}))';

/** Which person stands now for each alias of these people? */
const aliasesOf = async (db: Db, ws: number, people: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ alias: number; person: number }>`
    select alias.num as alias, coalesce(member.merged_into, member.num) as person
    from person as member join alias on alias.ws = member.ws and alias.person_num = member.num
    where member.ws = ${ws} and (member.num = any(${people}::int[]) or member.merged_into = any(${people}::int[]))
      and coalesce(member.merged_into, member.num) = any(${people}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.alias, row.person]));
};
