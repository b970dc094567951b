import type { ClickHouse } from '#platform/clickhouse.ts';
import { keepAnew, type Span, spanOf } from './view-tables.ts';

// A delete that was cut off has hidden some rows already; whose they were is to be known all the same.
const WITH_HIDDEN = { apply_patch_parts: 0, apply_deleted_mask: 0 };

const MANY = 100_000;

interface Forgotten extends Span {
  readonly account: number;
  readonly facts: number;
}

/** Takes every fact of one import out of the event store, at once for all readers; answers the accounts that they were about. Safe to repeat. */
export const forgetImport = async (clickhouse: ClickHouse, ws: number, importNumber: number): Promise<readonly number[]> => {
  const params = { ws, number: importNumber };
  const rows = await clickhouse.query<Forgotten>(
    `select account, count() as facts, toUnixTimestamp64Milli(min(at)) as "from", toUnixTimestamp64Milli(max(at)) as "to"
    from events where ws = {ws:UInt32} and import = {number:UInt32} group by account`,
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
  await keepAnew(clickhouse, ws, spanOf(rows.flatMap(({ from, to }) => [Number(from), Number(to)])));
  return rows.map((row) => row.account).filter((account) => account > 0);
};
