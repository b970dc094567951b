import type { Permission } from '#kernel/endpoint.ts';
import { type Clock, newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import type { ApiKey } from './contracts.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { accessTables } from './tables.ts';

/** The keys of a workspace that work. */
export const keysOf = async (db: Db, ws: number): Promise<ApiKey[]> => {
  const rows = await accessTables(db)
    .selectFrom('api_key')
    .selectAll()
    .where('ws', '=', ws)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    prefix: row.prefix,
    permissions: row.permissions,
    createdAt: row.created_at.getTime(),
    lastUsedAt: row.last_used_at?.getTime() ?? null,
  }));
};

/** Makes a key; the secret is in the answer and nowhere else. */
export const issueKey = async (
  db: Db,
  clock: Clock,
  input: { ws: number; name: string; kind: 'api' | 'write'; permissions: readonly Permission[]; by: string | null },
): Promise<ApiKey & { secret: string }> => {
  const secret = newSecret(input.kind === 'write' ? 'pwk' : 'pak');
  const permissions: Permission[] = input.kind === 'write' ? ['ingest'] : [...input.permissions];
  const key = { id: newId('key', clock.now()), name: input.name, kind: input.kind, prefix: secret.slice(0, 10), permissions };
  await accessTables(db)
    .insertInto('api_key')
    .values({
      ...key,
      ws: input.ws,
      secret_hash: hashSecret(secret),
      created_by: input.by,
      created_at: new Date(clock.now()),
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  return { ...key, secret, createdAt: clock.now(), lastUsedAt: null };
};

/** Revokes a key of the workspace; true when there was one. */
export const revokeKeyOf = async (db: Db, clock: Clock, ws: number, id: string): Promise<boolean> => {
  const result = await accessTables(db)
    .updateTable('api_key')
    .set({ revoked_at: new Date(clock.now()) })
    .where('ws', '=', ws)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};
