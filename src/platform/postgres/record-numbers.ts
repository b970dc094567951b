import { sql } from 'kysely';
import { OperatorError } from '#kernel/app-error.ts';
import type { Db } from './connect.ts';

/**
 * Which dense numbers do the next `count` records of a kind get in this workspace? Answers the first of them; the rest follow. Whoever
 * takes numbers holds up others who want some of the same kind until its transaction ends, so that they grow in order of commit.
 */
export const takeNumbers = async (tx: Db, ws: number, kind: string, count: number): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into record_counter as counter (ws, kind, last) values (${ws}, ${kind}, ${count})
    on conflict (ws, kind) do update set last = counter.last + excluded.last returning last`.execute(tx);
  const last = rows[0]?.last;
  if (last === undefined) throw new OperatorError('internal', `No number was handed out for a new ${kind}.`);
  return last - count + 1;
};
