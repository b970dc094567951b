import { AppError } from '#kernel/app-error.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import { ACCESS_SAYS } from './access-sayings.ts';
import type { Workspace } from './contracts.ts';
import { type AccessDb, accessTables } from './tables.ts';

export interface WorkspaceInput {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly weekStart: number;
  readonly language: Workspace['language'];
}

type Row = {
  ws: number;
  id: string;
  slug: string;
  name: string;
  time_zone: string;
  currency: string;
  week_start: number;
  language: Workspace['language'];
};

const COLUMNS = ['ws', 'id', 'slug', 'name', 'time_zone', 'currency', 'week_start', 'language'] as const;

/** A workspace row as the rest of the product sees it. */
export const workspaceOf = (row: Row): WorkspaceContext => ({
  ws: row.ws,
  id: row.id,
  slug: row.slug,
  name: row.name,
  timeZone: row.time_zone,
  currency: row.currency,
  weekStart: row.week_start,
  language: row.language,
});

/** A workspace without its inner number. */
export const presentWorkspace = ({ ws: _, ...workspace }: WorkspaceContext): Workspace => workspace;

/** Creates a workspace with a slug of its own from its name; with an owner, when one is named. */
export const insertWorkspace = async (db: Db, clock: Clock, input: WorkspaceInput, ownerId: string | null): Promise<WorkspaceContext> => {
  checkZone(input.timeZone);
  const tables = accessTables(db);
  const slug = await freeSlug(tables, input.name);
  const row = await tables
    .insertInto('workspace')
    .values({
      id: newId('workspace', clock.now()),
      slug,
      name: input.name,
      time_zone: input.timeZone,
      currency: input.currency,
      week_start: input.weekStart,
      language: input.language,
    })
    .returning([...COLUMNS])
    .executeTakeFirstOrThrow();
  if (ownerId) await tables.insertInto('member').values({ ws: row.ws, user_id: ownerId, role: 'owner', duty: null }).execute();
  return workspaceOf(row);
};

/** Changes what is given of a workspace. */
export const patchWorkspace = async (db: Db, ws: number, patch: Partial<WorkspaceInput>): Promise<WorkspaceContext> => {
  if (patch.timeZone !== undefined) checkZone(patch.timeZone);
  const values = {
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.timeZone !== undefined && { time_zone: patch.timeZone }),
    ...(patch.currency !== undefined && { currency: patch.currency }),
    ...(patch.weekStart !== undefined && { week_start: patch.weekStart }),
    ...(patch.language !== undefined && { language: patch.language }),
  };
  const query = accessTables(db);
  if (Object.keys(values).length > 0) await query.updateTable('workspace').set(values).where('ws', '=', ws).execute();
  return workspaceOf(
    await query
      .selectFrom('workspace')
      .select([...COLUMNS])
      .where('ws', '=', ws)
      .executeTakeFirstOrThrow(),
  );
};

/** All workspaces: for jobs that walk through each of them. */
export const allWorkspaces = async (db: Db): Promise<readonly WorkspaceContext[]> =>
  (
    await accessTables(db)
      .selectFrom('workspace')
      .select([...COLUMNS])
      .orderBy('ws')
      .execute()
  ).map(workspaceOf);

const checkZone = (zone: string): void => {
  if (Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC') return;
  const said = ACCESS_SAYS.time_zone_unknown({ zone });
  throw new AppError('invalid', said, { fields: [{ field: 'timeZone', said }] });
};

const freeSlug = async (db: AccessDb, name: string): Promise<string> => {
  const stem =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'workspace';
  const taken = new Set(
    (await db.selectFrom('workspace').select('slug').where('slug', 'like', `${stem}%`).execute()).map((row) => row.slug),
  );
  let slug = stem;
  for (let n = 2; taken.has(slug); n += 1) slug = `${stem}-${n}`;
  return slug;
};
