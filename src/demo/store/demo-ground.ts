import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Db, sql } from '#platform/postgres.ts';

/**
 * What stays when everything that came to a workspace is taken out: who works in it, what they set, asked, drew and planned, and its counters, as no
 * number is given twice. A segment's definition stays; who was in it goes with the records.
 */
export const KEPT: readonly string[] = [
  'annotation',
  'board',
  'board_tile',
  'experiment_idea',
  'ignored_finding',
  'planned_event',
  'play_trigger',
  'question_comment',
  'saved_question',
  'segment',
  'segment_replacement',
  'segment_version',
  'workspace',
  'member',
  'invitation',
  'api_key',
  'idempotency_key',
  'record_counter',
  'demo_run',
  'exchange_rate',
  'import_mapping',
  'lifecycle_rule_set',
  'play_state',
  'saved_view',
  'signal_version',
];

/** Has nothing come to this workspace yet: neither records nor events? */
export const isUntouched = async (db: Db, ws: number): Promise<boolean> => {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from account where ws = ${ws}) or exists (select from person where ws = ${ws})
      or exists (select from fact_batch where ws = ${ws}) as touched`.execute(db);
  return rows[0]?.touched === false;
};

/** How many imports stand in this workspace that are not of this batch? */
export const otherImports = async (db: Db, ws: number, batch: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import where ws = ${ws} and batch is distinct from ${batch} and created > 0 and status <> 'undone'`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
};

/**
 * How many accounts and people were made in this workspace since an instant (UTC ms) by no file? What the demo company's messages make began
 * when they were heard, in its past; so these were typed in by hand, or came with somebody's live events.
 */
export const ownRecords = async (db: Db, ws: number, since: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from account where ws = ${ws} and import_number is null and created_at >= ${new Date(since)})::int
      + (
        select count(*) from person where ws = ${ws} and created_at >= ${new Date(since)} and not exists (
          select from alias where alias.ws = person.ws and alias.person_num = person.num and alias.import_number is not null
        )
      )::int as n`.execute(db);
  return rows[0]?.n ?? 0;
};

/** Did the event door hear anything live since an instant (UTC ms)? The demo company's messages are history: all of them were known before. */
export const hasLiveMessages = async (clickhouse: ClickHouse, ws: number, since: number): Promise<boolean> => {
  const found = await clickhouse.query(
    "select 1 from events where ws = {ws:UInt32} and source in ('web', 'server') and known >= fromUnixTimestamp64Milli({since:Int64}) limit 1",
    { ws, since },
  );
  return found.length > 0;
};

/** How many messages of the event door are in the event store? */
export const keptMessages = async (clickhouse: ClickHouse, ws: number): Promise<number> => {
  const [row] = await clickhouse.query<{ n: number }>(
    "select uniqExact(id) as n from events where ws = {ws:UInt32} and source in ('web', 'server')",
    { ws },
  );
  return Number(row?.n ?? 0);
};

/** Takes out of the event store all that it has of a workspace, at once for all readers. */
export const emptyEvents = async (clickhouse: ClickHouse, ws: number): Promise<void> => {
  await clickhouse.command("delete from events where ws = {ws:UInt32} settings lightweight_delete_mode = 'lightweight_update_force'", {
    ws,
  });
  await clickhouse.command('alter table events apply patches settings mutations_sync = 0');
  for (const table of ['alias_person', 'account_standing', 'facts_heard', 'person_days', 'event_hours'])
    await clickhouse.command(`delete from ${table} where ws = {ws:UInt32}`, { ws });
};

/** Takes all records of a workspace out of every table that keeps some, but for its settings. */
export const emptyRecords = async (tx: Db, ws: number): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select columns.table_name as name from information_schema.columns as columns
    join information_schema.tables as tables using (table_schema, table_name)
    where table_schema = current_schema() and column_name = 'ws' and table_type = 'BASE TABLE' and table_name <> all(${[...KEPT]}::text[])
    order by table_name in (select event_object_table from information_schema.triggers) desc, table_name`.execute(tx);
  // First tables that keep counts of themselves in others: emptied after those, they would leave counts below nothing.
  for (const { name } of rows) await sql`delete from ${sql.table(name)} where ws = ${ws}`.execute(tx);
};
