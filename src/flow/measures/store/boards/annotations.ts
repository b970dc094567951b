import { type Db, sql } from '#platform/postgres.ts';
import type { Annotation } from '../../board-contracts.ts';
import type { Statement } from '../statement.ts';

/** Days of which the annotations are asked; `to` is the first day after them. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What people said of these days, oldest first. */
export const annotationsOf = async (db: Db, ws: number, { from, to }: Days): Promise<readonly Annotation[]> => {
  const { rows } = await sql<Annotation>`
    select id, to_char(day, 'YYYY-MM-DD') as day, kind, text, author_name as "authorName" from annotation
    where ws = ${ws} and day >= ${from}::date and day < ${to}::date order by day, id`.execute(db);
  return rows;
};

export const insertAnnotation = async (db: Db, ws: number, one: Annotation): Promise<void> => {
  await sql`
    insert into annotation (ws, id, day, kind, text, author_name)
    values (${ws}, ${one.id}, ${one.day}::date, ${one.kind}, ${one.text}, ${one.authorName})`.execute(db);
};

/** Removes an annotation; false when there is none of this id. */
export const deleteAnnotation = async (db: Db, ws: number, id: string): Promise<boolean> => {
  const { rows } = await sql`delete from annotation where ws = ${ws} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
};

/** A release that a fact tells. */
export interface ReleaseRow {
  readonly id: string;
  readonly day: string;
  readonly version: string;
}

/** The releases that facts tell of these days, in a time zone; at most 200, the latest. */
export const releases = (ws: number, { from, to }: Days, zone: string): Statement => ({
  sql: `select toString(id) as id, toString(toDate(at, {zone:String})) as day, coalesce(nullIf(props['name'], ''), props['version']) as version
    from events where ws = {ws:UInt32} and event = 'release_shipped' and toDate(at, {zone:String}) >= {from:Date} and toDate(at, {zone:String}) < {to:Date}
    order by at desc, id limit 200`,
  params: { ws, zone, from, to },
});
