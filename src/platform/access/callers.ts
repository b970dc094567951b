import type { Permission } from '#kernel/endpoint.ts';
import type { Clock } from '#platform/clock.ts';
import { type Caller, NOBODY, type WorkspaceContext } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import type { Auth } from './auth.ts';
import { permissionsOf } from './permissions.ts';
import { hashSecret } from './secrets.ts';
import { accessTables } from './tables.ts';
import { workspaceOf } from './workspaces.ts';

const STRANGER: Caller = { actor: NOBODY, workspace: null };
const KEY_CACHE_MS = 10_000;

/** Works out who is behind a request: the session cookie with the named workspace, or an API key. */
export const createCallers = (deps: { db: Db; auth: Auth; clock: Clock }) => {
  const keys = new Map<string, { until: number; key: KeyRow | null }>();
  const readKey = async (secret: string): Promise<KeyRow | null> => {
    const hash = hashSecret(secret);
    const cached = keys.get(hash);
    if (cached && cached.until > deps.clock.now()) return cached.key;
    const key = await findKey(deps.db, hash, deps.clock.now());
    if (keys.size > 10_000) keys.clear();
    keys.set(hash, { until: deps.clock.now() + KEY_CACHE_MS, key });
    return key;
  };
  return {
    identify: async (request: Request): Promise<Caller> => {
      const secret = bearerOf(request);
      if (secret) {
        const key = await readKey(secret);
        return key?.kind === 'api'
          ? { actor: { kind: 'key', id: key.id, name: key.name, permissions: new Set(key.permissions) }, workspace: key.workspace }
          : STRANGER;
      }
      return request.headers.has('cookie') ? userOf(deps, request) : STRANGER;
    },
    workspaceOfWriteKey: async (secret: string): Promise<WorkspaceContext | null> => {
      const key = await readKey(secret);
      return key && (key.kind === 'write' || key.permissions.includes('ingest')) ? key.workspace : null;
    },
    /** Forgets what is cached, so that a revoked key is refused at once. */
    forget: () => keys.clear(),
  };
};

export type Callers = ReturnType<typeof createCallers>;

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'api' | 'write';
  readonly permissions: readonly Permission[];
  readonly workspace: WorkspaceContext;
}

const bearerOf = (request: Request): string | null => {
  const header = request.headers.get('authorization');
  return header?.toLowerCase().startsWith('bearer ') ? header.slice(7).trim() : null;
};

const findKey = async (db: Db, hash: string, now: number): Promise<KeyRow | null> => {
  const tables = accessTables(db);
  const row = await tables
    .selectFrom('api_key')
    .innerJoin('workspace', 'workspace.ws', 'api_key.ws')
    .select(['api_key.id as key_id', 'api_key.name as key_name', 'api_key.kind', 'api_key.permissions', 'api_key.last_used_at'])
    .select([
      'workspace.ws',
      'workspace.id',
      'workspace.slug',
      'workspace.name',
      'workspace.time_zone',
      'workspace.currency',
      'workspace.week_start',
      'workspace.language',
    ])
    .where('secret_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (!row.last_used_at || now - row.last_used_at.getTime() > 60_000)
    await tables
      .updateTable('api_key')
      .set({ last_used_at: new Date(now) })
      .where('id', '=', row.key_id)
      .execute();
  return { id: row.key_id, name: row.key_name, kind: row.kind, permissions: row.permissions, workspace: workspaceOf(row) };
};

const userOf = async ({ db, auth }: { db: Db; auth: Auth }, request: Request): Promise<Caller> => {
  const user = await auth.userOf(request);
  if (!user) return STRANGER;
  const wanted = request.headers.get('perennial-workspace') ?? new URL(request.url).searchParams.get('workspace');
  const query = accessTables(db)
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.ws', 'member.ws')
    .select([
      'role',
      'duty',
      'workspace.ws',
      'workspace.id',
      'workspace.slug',
      'workspace.name',
      'time_zone',
      'currency',
      'week_start',
      'workspace.language',
    ])
    .where('member.user_id', '=', user.id);
  const row = await (wanted
    ? query.where((eb) => eb.or([eb('workspace.slug', '=', wanted), eb('workspace.id', '=', wanted)]))
    : query.orderBy('joined_at')
  ).executeTakeFirst();
  const permissions = new Set(row ? permissionsOf(row.role, row.duty) : []);
  return { actor: { kind: 'user', id: user.id, name: user.name, permissions }, workspace: row ? workspaceOf(row) : null };
};
