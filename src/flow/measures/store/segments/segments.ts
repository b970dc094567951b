import { type Db, sql, takeNumbers } from '#platform/postgres.ts';
import type { SegmentCondition, SegmentUnit } from '../../condition-contracts.ts';

/** A segment as it is kept. Instants are UTC ms. */
export interface StoredSegment {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly unit: SegmentUnit;
  /** Null for a list that is kept by hand. */
  readonly condition: SegmentCondition | null;
  readonly version: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly changedAt: number;
  readonly changedBy: string;
  /** When all units were last looked at; null before the first time, and for lists kept by hand. */
  readonly lookedAt: number | null;
  readonly dueAt: number | null;
}

/** A segment that is looked at by its condition. */
export type LivingSegment = StoredSegment & { readonly condition: SegmentCondition };

export const isLiving = (segment: StoredSegment): segment is LivingSegment => segment.condition !== null;

/** All segments of a workspace by name. */
export const segmentsOf = async (db: Db, ws: number): Promise<readonly StoredSegment[]> =>
  (await sql<Row>`select ${COLUMNS} from segment where ws = ${ws} order by lower(name), num`.execute(db)).rows.map(segmentOf);

/** One segment; null when there is none of this id. */
export const segmentById = async (db: Db, ws: number, id: string): Promise<StoredSegment | null> => {
  const { rows } = await sql<Row>`select ${COLUMNS} from segment where ws = ${ws} and id = ${id}`.execute(db);
  return rows[0] ? segmentOf(rows[0]) : null;
};

/** The workspaces with segments about which the clock has something to say by now, and those that may be checked. */
export const workspacesDue = async (db: Db, now: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ ws: number }>`
    select distinct ws from segment where condition is not null and due_at <= ${new Date(now)}::timestamptz order by ws`.execute(db);
  return rows.map(({ ws }) => ws);
};

export type NewSegment = Pick<StoredSegment, 'id' | 'name' | 'note' | 'unit' | 'condition' | 'createdAt' | 'createdBy'>;

/** Keeps a new segment and its first version. */
export const insertSegment = async (tx: Db, ws: number, segment: NewSegment): Promise<void> => {
  const num = await takeNumbers(tx, ws, 'segment', 1);
  const { id, name, note, unit, createdBy: by } = segment;
  const at = new Date(segment.createdAt);
  await sql`insert into segment (ws, num, id, name, note, unit, condition, created_at, created_by, changed_at, changed_by)
    values (${ws}, ${num}, ${id}, ${name}, ${note}, ${unit}, ${json(segment.condition)}, ${at}, ${by}, ${at}, ${by})`.execute(tx);
  await keepVersion(tx, ws, num);
};

/** What is to change; undefined stays as it is. */
export interface SegmentPatch {
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly condition?: SegmentCondition | undefined;
}

/** Changes a segment; another condition is another version, and everybody is to be looked at again. */
export const changeSegment = async (
  tx: Db,
  ws: number,
  num: number,
  change: SegmentPatch & { readonly by: string; readonly at: number },
): Promise<void> => {
  const condition = change.condition ? json(change.condition) : sql`null::jsonb`;
  await sql`update segment set name = coalesce(${change.name ?? null}::text, name), note = coalesce(${change.note ?? null}::text, note),
      condition = coalesce(${condition}, condition), version = version + ${change.condition !== undefined}::boolean::int,
      changed_at = ${new Date(change.at)}, changed_by = ${change.by}
    where ws = ${ws} and num = ${num}`.execute(tx);
  if (change.condition) await keepVersion(tx, ws, num);
};

/** Removes a segment with all that was kept of it. */
export const removeSegment = async (tx: Db, ws: number, num: number): Promise<void> => {
  for (const table of ['segment_stay', 'segment_check', 'segment_version'] as const)
    await sql`delete from ${sql.table(table)} where ws = ${ws} and segment_num = ${num}`.execute(tx);
  await sql`delete from segment where ws = ${ws} and num = ${num}`.execute(tx);
};

/** Notes that everybody was looked at, and when the clock alone may change who is in. */
export const noteLook = async (db: Db, ws: number, num: number, look: { readonly at: number; readonly dueAt: number }): Promise<void> => {
  await sql`update segment set looked_at = ${new Date(look.at)}, due_at = ${new Date(look.dueAt)} where ws = ${ws} and num = ${num}`.execute(
    db,
  );
};

type Row = { [Key in keyof StoredSegment]: StoredSegment[Key] extends number | null ? number | Date | null : StoredSegment[Key] };

const COLUMNS = sql`num, id, name, note, unit, condition, version, created_at as "createdAt", created_by as "createdBy", changed_at as "changedAt",
  changed_by as "changedBy", looked_at as "lookedAt", due_at as "dueAt"`;

const segmentOf = (row: Row): StoredSegment =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.getTime() : value]),
  ) as unknown as StoredSegment;

const json = (condition: SegmentCondition | null) => sql`${condition === null ? null : JSON.stringify(condition)}::jsonb`;

const keepVersion = (tx: Db, ws: number, num: number) =>
  sql`insert into segment_version (ws, segment_num, version, condition, changed_at, changed_by)
    select ws, num, version, condition, changed_at, changed_by from segment where ws = ${ws} and num = ${num}`.execute(tx);
