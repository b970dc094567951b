import type { ClickHouse } from '#platform/clickhouse.ts';

/** What the answers to a question can depend on: equal marks, equal answers. */
export interface Watermark {
  /** When the newest fact of these was known (UTC ms); null without any. */
  readonly known: number | null;
  /** Changes with every fact that comes or goes, and with every merge and split. */
  readonly mark: string;
  /** No such fact is known later than the instant that was asked for. */
  readonly isAllKnown: boolean;
}

export interface WatermarkQuestion {
  readonly ws: number;
  /** Null: facts of any name. */
  readonly events: readonly string[] | null;
  readonly asOf: number;
}

/** How fresh are the facts of these names? Merges count too: they move facts between accounts and people. */
export const readWatermark = async (clickhouse: ClickHouse, { ws, events, asOf }: WatermarkQuestion): Promise<Watermark> => {
  const named = events === null ? 'true' : 'event in {events:Array(String)}';
  const params = { ws, ...(events !== null && { events }), asOf: new Date(asOf) };
  const [heard] = await clickhouse.query<Marks>(
    `select sum(n) as n, max(latest) as newest, toString(groupBitXor(ids)) as ids, ${MERGES} as merges from facts_heard where ws = {ws:UInt32} and ${named}`,
    params,
  );
  if (heard && Date.parse(heard.newest) <= asOf) return { ...watermarkOf(heard), isAllKnown: true };
  const [row] = await clickhouse.query<Marks>(
    `select count() as n, max(known) as newest, toString(groupBitXor(id)) as ids, ${MERGES} as merges
    from events where ws = {ws:UInt32} and ${named} and known <= {asOf:DateTime64(3)}`,
    params,
  );
  return { ...watermarkOf(row), isAllKnown: false };
};

interface Marks {
  readonly n: number;
  readonly newest: string;
  readonly ids: string;
  readonly merges: number;
}

const MERGES =
  '(select max(version) from alias_person where ws = {ws:UInt32}) + (select max(version) from account_standing where ws = {ws:UInt32})';

const watermarkOf = (row: Marks | undefined): Pick<Watermark, 'known' | 'mark'> => ({
  known: row && Number(row.n) > 0 ? Date.parse(row.newest) : null,
  mark: `${row?.n ?? 0} ${row?.newest} ${row?.ids} ${row?.merges}`,
});

/** Which pieces does the event store consist of? Cheap to ask: while the answer is the same, no table has changed. */
export const readPieces = async (clickhouse: ClickHouse): Promise<string> => {
  const [row] = await clickhouse.query<{ pieces: string }>(
    `select concat(toString(count()), ' ', toString(groupBitXor(cityHash64(table, name)))) as pieces from system.parts
    where database = currentDatabase() and table in ('events', 'facts_heard', 'person_days', 'event_hours', 'alias_person', 'account_standing') and active`,
  );
  return row?.pieces ?? '';
};
