import { AppError } from '#kernel/app-error.ts';
import type { Idempotency } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import { ACCESS_SAYS } from './access-sayings.ts';
import { hashSecret } from './secrets.ts';
import { accessTables } from './tables.ts';

/** Idempotency keys in PostgreSQL, for a day: the second request with a key gets the first one's answer. */
export const createIdempotency = (db: Db): Idempotency => ({
  run: async (ws, key, endpoint, body, work) => {
    const tables = accessTables(db);
    const hash = hashSecret(body);
    const own = await tables
      .insertInto('idempotency_key')
      .values({ ws, key, endpoint, request_hash: hash, status: null, response: null })
      .onConflict((conflict) => conflict.columns(['ws', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!own) return replay(db, { ws, key, endpoint, hash });
    try {
      const response = await work();
      await tables
        .updateTable('idempotency_key')
        .set({ status: response.status, response: await response.clone().text() })
        .where('ws', '=', ws)
        .where('key', '=', key)
        .execute();
      return response;
    } catch (error) {
      await tables.deleteFrom('idempotency_key').where('ws', '=', ws).where('key', '=', key).execute();
      throw error;
    }
  },
});

const KEPT_MS = 86_400_000;

/** Forgets keys older than a day; answers how many. */
export const forgetOldKeys = async (db: Db, now: number): Promise<number> => {
  const { numDeletedRows } = await accessTables(db)
    .deleteFrom('idempotency_key')
    .where('created_at', '<', new Date(now - KEPT_MS))
    .executeTakeFirst();
  return Number(numDeletedRows);
};

const replay = async (
  db: Db,
  { ws, key, endpoint, hash }: { ws: number; key: string; endpoint: string; hash: string },
): Promise<Response> => {
  const row = await accessTables(db)
    .selectFrom('idempotency_key')
    .selectAll()
    .where('ws', '=', ws)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row || row.endpoint !== endpoint || row.request_hash !== hash) {
    throw new AppError('conflict', ACCESS_SAYS.idempotency_key_reused());
  }
  if (row.status === null) throw new AppError('conflict', ACCESS_SAYS.idempotency_key_running(), { retryAfter: 1 });
  return new Response(row.response, {
    status: row.status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-replayed': 'true' },
  });
};
