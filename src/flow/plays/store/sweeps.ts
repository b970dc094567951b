import { type Db, sql } from '#platform/postgres.ts';
import { playTables } from './tables.ts';

/** On which local day was each workspace swept last? */
export const sweptOn = async (db: Db): Promise<ReadonlyMap<number, string>> => {
  const rows = await playTables(db).selectFrom('play_sweep').selectAll().execute();
  return new Map(rows.map((row) => [row.ws, row.swept_on]));
};

/** Notes that a workspace was swept on this day. */
export const noteSweep = async (db: Db, ws: number, day: string): Promise<void> => {
  await sql`insert into play_sweep (ws, swept_on) values (${ws}, ${day}::date) on conflict (ws) do update set swept_on = excluded.swept_on`.execute(
    db,
  );
};
