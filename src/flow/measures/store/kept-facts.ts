import type { ClickHouse } from '#platform/clickhouse.ts';
import { DAY_MS } from './questions/day-cuts.ts';

const TABLES = ['facts_heard', 'event_hours', 'person_days'] as const;
type Table = (typeof TABLES)[number];
/** Of whom was merged or split. */
const MERGES = ['alias_person', 'account_standing'];

/** A part of a table that views keep of the facts: its rows never change, only parts come and go. */
export interface KeptPart {
  readonly table: Table;
  readonly name: string;
}

/** Which parts does the event store consist of? */
export interface Pieces {
  /** While this is the same, no table has changed. */
  readonly all: string;
  /** The same of who was merged. */
  readonly merges: string;
  readonly kept: readonly KeptPart[];
}

/** Lists the parts of all tables that an answer rests on. */
export const readPieces = async (clickhouse: ClickHouse): Promise<Pieces> => {
  // Every question asks this: the engine takes longer to understand a grouping than to list some hundred parts.
  const rows = await clickhouse.query<{ table: string; name: string }>(
    'select table, name from system.parts where database = {database:String} and active',
    { database: clickhouse.database },
  );
  const markOf = (own: readonly string[]): string => {
    const names = rows.filter(({ table }) => own.includes(table)).map(({ table, name }) => `${table} ${name}`);
    return names.sort().join(', ');
  };
  const isKept = (table: string): table is Table => (TABLES as readonly string[]).includes(table);
  return {
    all: markOf([...TABLES, ...MERGES, 'events']),
    merges: markOf(MERGES),
    kept: rows.flatMap(({ table, name }) => (isKept(table) ? [{ table, name }] : [])),
  };
};

/** What a part keeps of an event of a workspace; in `person_days` of all events together. */
export interface KeptRow extends KeptPart {
  readonly event: string;
  readonly n: number;
  /** UTC ms: of `facts_heard` when the newest was known, of `person_days` when the last is dated. */
  readonly latest: number;
  /** All ids of facts, added without carrying. */
  readonly ids: string;
}

const READ: Readonly<Record<Table, string>> = {
  facts_heard: 'toString(event) as event, sum(n) as n, toUnixTimestamp64Milli(max(latest)) as latest, toString(groupBitXor(ids)) as ids',
  event_hours: "toString(event) as event, sum(n) as n, toInt64(0) as latest, '0' as ids",
  person_days: `'' as event, sum(n) as n, max(toInt64(day) * ${DAY_MS} + person_days.latest) as latest, '0' as ids`,
};

/** What these parts keep of a workspace; one that is gone says nothing, like one that has nothing of it. */
export const readKept = async (clickhouse: ClickHouse, ws: number, parts: readonly KeptPart[]): Promise<readonly KeptRow[]> => {
  const byTable = [...Map.groupBy(parts, ({ table }) => table)];
  const params = Object.fromEntries(byTable.map(([table, own]) => [table, own.map(({ name }) => name)]));
  const selects = byTable.map(
    ([table]) =>
      `select '${table}' as table, _part as name, ${READ[table]} from ${table} where ws = {ws:UInt32} and _part in {${table}:Array(String)} group by name, event`,
  );
  const rows = await clickhouse.query<KeptRow>(selects.join(' union all '), { ws, ...params });
  return rows.map((row) => ({ ...row, n: Number(row.n), latest: Number(row.latest) }));
};

/** How often was somebody of a workspace merged or split? The newest decision's number; 0 when nobody was. */
export const readMerges = async (clickhouse: ClickHouse, ws: number): Promise<number> => {
  const [row] = await clickhouse.query<{ merges: number }>(
    `select (select max(version) from alias_person where ws = {ws:UInt32}) + (select max(version) from account_standing where ws = {ws:UInt32}) as merges`,
    { ws },
  );
  return Number(row?.merges ?? 0);
};
