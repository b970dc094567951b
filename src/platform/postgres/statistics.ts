import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** Lets the planner know what the tables hold now: after many rows came at once, it would choose by what it knew before. */
export const refreshStatistics = async (db: Db): Promise<void> => {
  await sql`analyze`.execute(db);
};
