import type { ClickHouse } from '#platform/clickhouse.ts';

/** Takes every fact of one import out of the event store; answers the accounts that they were about. */
export const forgetImport = async (clickhouse: ClickHouse, ws: number, importNumber: number): Promise<readonly number[]> => {
  const rows = await clickhouse.query<{ account: number }>(
    'select distinct account from events where ws = {ws:UInt32} and import = {number:UInt32}',
    { ws, number: importNumber },
  );
  // A delete rewrites its mark in every part of the store, some seconds even when nothing is there.
  if (rows.length === 0) return [];
  await clickhouse.command('delete from events where ws = {ws:UInt32} and import = {number:UInt32}', { ws, number: importNumber });
  return rows.map((row) => row.account).filter((account) => account > 0);
};
