import { sql } from 'kysely';
import type { Db } from './connect.ts';

/**
 * Lets the planner know what the tables hold now, and counts answer from indexes alone: after many rows came at once, it would choose by what it knew
 * before, and every row would be looked up to see whether it is there (0.3 s instead of 0.04 for 600,000 people). Not within a transaction.
 */
export const refreshStatistics = async (db: Db): Promise<void> => {
  await sql`vacuum (analyze)`.execute(db);
};
