import { type Db, sql } from '#platform/postgres.ts';

/**
 * Why somebody came in or went: something became `known` about them, `time` passed, the segment was `defined` otherwise, somebody put them in by `hand`,
 * or a nightly `check` found what had been missed.
 */
export type StayCause = 'known' | 'time' | 'defined' | 'hand' | 'check';

/** Which segment of which workspace. */
export interface SegmentPlace {
  readonly ws: number;
  readonly num: number;
}

/** Who is in a segment now: all, or which of these? In order. */
export const membersNow = async (db: Db, { ws, num }: SegmentPlace, only?: readonly number[]): Promise<readonly number[]> => {
  const which = only === undefined ? sql`true` : sql`unit_num = any(${only}::int[])`;
  const { rows } = await sql<{
    nums: Buffer | null;
  }>`select string_agg(int4send(unit_num), ''::bytea order by unit_num) as nums from segment_stay
    where ws = ${ws} and segment_num = ${num} and left_at is null and ${which}`.execute(db);
  return numbersIn(rows[0]?.nums ?? null);
};

/** Who was in a segment at an instant (UTC ms)? */
export const membersAt = async (db: Db, { ws, num }: SegmentPlace, asOf: number): Promise<readonly number[]> => {
  const at = sql`${new Date(asOf)}::timestamptz`;
  const { rows } = await sql<{
    nums: Buffer | null;
  }>`select string_agg(int4send(unit_num), ''::bytea order by unit_num) as nums from segment_stay
    where ws = ${ws} and segment_num = ${num} and entered_at <= ${at} and (left_at is null or left_at > ${at})`.execute(db);
  return numbersIn(rows[0]?.nums ?? null);
};

/** Numbers as `string_agg(int4send(num), '')` packs them: as text they would be five times as much. */
export const numbersIn = (packed: Buffer | null): readonly number[] => {
  if (packed === null) return [];
  const nums: number[] = [];
  for (let at = 0; at < packed.length; at += 4) nums.push(packed.readInt32BE(at));
  return nums;
};

/** A change of who is in: at which instant (UTC ms), and why. */
export interface StayTurn {
  readonly at: number;
  readonly by: StayCause;
}

/** Lets these in who are not in already; answers who came in, in order. */
export const enter = async (
  tx: Db,
  { ws, num }: SegmentPlace,
  units: readonly number[],
  { at, by }: StayTurn,
): Promise<readonly number[]> => {
  if (units.length === 0) return [];
  const { rows } = await sql<{ unit: number }>`
    insert into segment_stay (ws, segment_num, unit_num, entered_at, entered_by)
    select ${ws}, ${num}, unit, ${new Date(at)}, ${by} from unnest(${units}::int[]) as unit order by unit
    on conflict do nothing returning unit_num as unit`.execute(tx);
  return inOrder(rows);
};

/** Lets these go who are in; answers who went, in order. */
export const leave = async (
  tx: Db,
  { ws, num }: SegmentPlace,
  units: readonly number[],
  { at, by }: StayTurn,
): Promise<readonly number[]> => {
  if (units.length === 0) return [];
  const { rows } = await sql<{ unit: number }>`
    update segment_stay set left_at = greatest(${new Date(at)}, entered_at), left_by = ${by}
    where ws = ${ws} and segment_num = ${num} and left_at is null and unit_num = any(${units}::int[]) returning unit_num as unit`.execute(
    tx,
  );
  return inOrder(rows);
};

const inOrder = (rows: readonly { readonly unit: number }[]): readonly number[] => rows.map(({ unit }) => unit).sort((a, b) => a - b);

/** How many are in each segment of a workspace now? By its number; none where it has nobody. */
export const sizesNow = async (db: Db, ws: number): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ num: number; size: number }>`
    select segment_num as num, count(*)::int as size from segment_stay where ws = ${ws} and left_at is null group by segment_num`.execute(
    db,
  );
  return new Map(rows.map(({ num, size }) => [num, size]));
};

/** How many more, or fewer, were in each segment after each of these spans than before (UTC ms, ends exclusive)? By segment, in the order of the spans. */
export const changesIn = async (db: Db, ws: number, bounds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> => {
  const edges = bounds.map((at) => new Date(at));
  const { rows } = await sql<{ num: number; span: number; change: number }>`
    select num, span, sum(change)::int as change from (
      select segment_num as num, width_bucket(entered_at, ${edges}::timestamptz[]) as span, 1 as change from segment_stay
      where ws = ${ws} and entered_at >= ${edges[0]} and entered_at < ${edges.at(-1)}
      union all
      select segment_num, width_bucket(left_at, ${edges}::timestamptz[]), -1 from segment_stay
      where ws = ${ws} and left_at >= ${edges[0]} and left_at < ${edges.at(-1)}
    ) as turns group by num, span`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ num }) => num)].map(([num, own]) => {
      const bySpan = new Map(own.map(({ span, change }) => [span, change]));
      return [num, bounds.slice(1).map((_, index) => bySpan.get(index + 1) ?? 0)];
    }),
  );
};
