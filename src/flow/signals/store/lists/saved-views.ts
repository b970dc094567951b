import { type Db, sql } from '#platform/postgres.ts';
import type { SavedView } from '../../contracts.ts';

type Tables = {
  saved_view: {
    ws: number;
    id: string;
    list: SavedView['list'];
    name: string;
    state: Record<string, unknown>;
    shared: boolean;
    owner_id: string;
    created_at: Date;
  };
};

/** A saved view as it is kept, with who saved it. */
export type StoredView = Omit<SavedView, 'mine'> & { readonly ownerId: string };

/** The views of a list that this actor may choose: own ones first, then those that others share. */
export const viewsOf = async (db: Db, ws: number, list: SavedView['list'], actorId: string): Promise<readonly StoredView[]> => {
  const { rows } = await sql<StoredView>`
    select ${COLUMNS} from saved_view where ws = ${ws} and list = ${list} and (owner_id = ${actorId} or shared)
    order by owner_id <> ${actorId}, lower(name), id`.execute(db);
  return rows;
};

/** The views that everybody may choose, of all lists, by name. */
export const sharedViews = async (db: Db, ws: number): Promise<readonly StoredView[]> =>
  (await sql<StoredView>`select ${COLUMNS} from saved_view where ws = ${ws} and shared order by lower(name), id`.execute(db)).rows;

/** Every view that somebody saved. */
export const allViews = async (db: Db, ws: number): Promise<readonly StoredView[]> =>
  (await sql<StoredView>`select ${COLUMNS} from saved_view where ws = ${ws} order by id`.execute(db)).rows;

/** Changes what a view shows. */
export const changeView = async (db: Db, ws: number, id: string, state: StoredView['state']): Promise<void> => {
  await sql`update saved_view set state = ${JSON.stringify(state)}::jsonb where ws = ${ws} and id = ${id}`.execute(db);
};

/** Keeps a view; one of the same name, list and person is replaced and keeps its id. */
export const keepView = async (db: Db, ws: number, view: StoredView, now: number): Promise<StoredView> => {
  const { rows } = await sql<StoredView>`
    insert into saved_view (ws, id, list, name, state, shared, owner_id, created_at)
    values (${ws}, ${view.id}, ${view.list}, ${view.name}, ${JSON.stringify(view.state)}::jsonb, ${view.shared}, ${view.ownerId}, ${new Date(now)})
    on conflict (ws, list, owner_id, lower(name)) do update set name = excluded.name, state = excluded.state, shared = excluded.shared
    returning ${COLUMNS}`.execute(db);
  return rows[0] ?? view;
};

/** One view; null when there is none. */
export const viewOf = async (db: Db, ws: number, id: string): Promise<StoredView | null> => {
  const { rows } = await sql<StoredView>`select ${COLUMNS} from saved_view where ws = ${ws} and id = ${id}`.execute(db);
  return rows[0] ?? null;
};

/** Takes a view away. */
export const dropView = async (db: Db, ws: number, id: string): Promise<void> => {
  await db.withTables<Tables>().deleteFrom('saved_view').where('ws', '=', ws).where('id', '=', id).execute();
};

const COLUMNS = sql`id, list, name, state, shared, owner_id as "ownerId"`;
