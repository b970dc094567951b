import type { ClickHouse } from '#platform/clickhouse.ts';

// A delete that was cut off has hidden some rows already; whose they were is to be known all the same.
const WITH_HIDDEN = { apply_patch_parts: 0, apply_deleted_mask: 0 };

const MANY = 100_000;

/** Takes every fact of one import out of the event store, at once for all readers; answers the accounts that they were about. Safe to repeat. */
export const forgetImport = async (clickhouse: ClickHouse, ws: number, importNumber: number): Promise<readonly number[]> => {
  const params = { ws, number: importNumber };
  const rows = await clickhouse.query<{ account: number; facts: number }>(
    'select account, count() as facts from events where ws = {ws:UInt32} and import = {number:UInt32} group by account',
    params,
    { settings: WITH_HIDDEN },
  );
  if (rows.length === 0) return [];
  // Written as parts that name the rows (migration 0004); the default is a mutation that rewrites a mark in every part of every month.
  await clickhouse.command(
    "delete from events where ws = {ws:UInt32} and import = {number:UInt32} settings lightweight_delete_mode = 'lightweight_update_force'",
    params,
  );
  // Readers pass over hidden rows until a merge drops them, which old months may never see. Few are no matter; where they were half of four
  // million, queries took twice the time until this was done, some seconds in the background.
  const hidden = rows.reduce((sum, { facts }) => sum + Number(facts), 0);
  if (hidden >= MANY) await clickhouse.command('alter table events apply patches settings mutations_sync = 0');
  await hearAgain(clickhouse, ws);
  return rows.map((row) => row.account).filter((account) => account > 0);
};

/** Notes anew when each event of a workspace was last heard of: what is gone was not heard. */
const hearAgain = async (clickhouse: ClickHouse, ws: number): Promise<void> => {
  await clickhouse.command('delete from facts_heard where ws = {ws:UInt32}', { ws });
  await clickhouse.command(
    `insert into facts_heard select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest,
       count() as n, groupBitXor(id) as ids from events where ws = {ws:UInt32} group by ws, event, quarter`,
    { ws },
  );
};
