import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import { at, type Belief, believedMovesSql, wayOutSql } from './believed-moves.ts';

/** An account with the slice that it belongs to. */
export interface SlicedAccount {
  readonly account: number;
  readonly slice: string;
}

/** Which belief, and which accounts in which slices; null is every account in the slice '*'. */
export interface CountScope extends Belief {
  readonly accounts: readonly SlicedAccount[] | null;
}

/** A stretch of time [start, end) in UTC ms. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is recorded of every account, as fields by name: to divide accounts and to choose among them. */
export const accountFields = async (
  db: Db,
  ws: number,
): Promise<readonly { readonly num: number; readonly fields: Record<string, unknown> }[]> => {
  const { rows } = await sql<{ num: number; attributes: Record<string, unknown> } & Record<string, unknown>>`
    select num, name, domain, industry, country, channel, plan, seats, owner_id as owner, attributes from account
    where ws = ${ws} and merged_into is null`.execute(db);
  return rows.map(({ num, attributes, ...fields }) => ({
    num,
    fields: { ...fields, ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`x.${key}`, value])) },
  }));
};

/** How many accounts stood in a stage from one of the sorted instants on (its number) until another (null: still)? */
export const countStanding = async (
  db: Db,
  scope: CountScope,
  instants: readonly number[],
): Promise<readonly { slice: string; stage: LifeStage; since: number; until: number | null; n: number }[]> => {
  const marks = sql`${instants.map((instant) => new Date(instant))}::timestamptz[]`;
  const { rows } = await sql<{ slice: string; stage: LifeStage; since: number; until: number | null; n: number }>`
    select slice, stage, width_bucket(entered_at, ${marks}) as since, width_bucket(left_at, ${marks}) as until, count(*) as n
    from ${slicedSql(scope)} group by 1, 2, 3, 4`.execute(db);
  return rows;
};

/** What became of the stays entered in a stretch (by its place). */
export interface MovedOn {
  readonly slice: string;
  readonly stage: LifeStage;
  readonly w: number;
  readonly entered: number;
  readonly mature: number;
  readonly moved: number;
  readonly medianDays: number | null;
}

/** Of the stays entered in each stretch: how many, how many so long ago that `days` have passed, and of those how many moved on within them. */
export const countMovedOn = async (
  db: Db,
  scope: CountScope,
  { stretches, days }: { readonly stretches: readonly Stretch[]; readonly days: number },
): Promise<readonly MovedOn[]> => {
  const within = sql`make_interval(days => ${days}::int)`;
  const mature = sql`entered_at + ${within} <= ${at(scope.asOf)}`;
  const moved = sql`(${mature} and left_at < entered_at + ${within} and ${wayOutSql} = 'on')`;
  const { rows } = await sql<MovedOn>`
    select slice, stage, (w - 1)::int as w, count(*) as entered, count(*) filter (where ${mature}) as mature, count(*) filter (where ${moved}) as moved,
      percentile_cont(0.5) within group (order by (left_on - entered_on)::float8) filter (where ${moved}) as "medianDays"
    from ${slicedSql(scope)} join ${stretchesSql(stretches)} on entered_at >= starts and entered_at < ends group by 1, 2, 3`.execute(db);
  return rows;
};

/** Of the accounts that entered a stage in a stretch: how far did how many come afterwards, Churned left out? */
export const countFurthest = async (
  db: Db,
  scope: CountScope,
  { stage, stretch }: { readonly stage: LifeStage; readonly stretch: Stretch },
): Promise<readonly { furthest: LifeStage; n: number }[]> => {
  const { rows } = await sql<{ furthest: LifeStage; n: number }>`
    with move as (select * from ${slicedSql(scope)}),
    first as (
      select account_num, min(entered_at) as since from move
      where stage = ${stage}::life_stage and entered_at >= ${at(stretch.start)} and entered_at < ${at(stretch.end)} group by account_num
    )
    select furthest, count(*) as n from (
      select max(stage) as furthest from move join first using (account_num) where entered_at >= since and stage <> 'churned' group by account_num
    ) as reached group by furthest`.execute(db);
  return rows;
};

/** How many stays that were left in each stretch lasted how many days? */
export const countDays = async (
  db: Db,
  scope: CountScope,
  stretches: readonly Stretch[],
): Promise<readonly { slice: string; stage: LifeStage; w: number; days: number; stays: number }[]> => {
  const { rows } = await sql<{ slice: string; stage: LifeStage; w: number; days: number; stays: number }>`
    select slice, stage, (w - 1)::int as w, left_on - entered_on as days, count(*) as stays
    from ${slicedSql(scope)} join ${stretchesSql(stretches)} on left_at >= starts and left_at < ends group by 1, 2, 3, 4`.execute(db);
  return rows;
};

/** A stay behind a figure. */
export interface StayBehind {
  readonly account: number;
  readonly stage: LifeStage;
  readonly enteredAt: number;
  readonly days: number;
}

/** The stays behind a figure: those that last at the end of a stretch, were entered in it, or were left in it. By account, so that pages fit. */
export const listStaysBehind = async (
  db: Db,
  scope: CountScope,
  of: {
    readonly part: 'here' | 'entered' | 'left';
    readonly stretch: Stretch;
    readonly endsOn: string;
    readonly stage: LifeStage | null;
    readonly slice: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<readonly StayBehind[]> => {
  const { start, end } = of.stretch;
  const parts = {
    here: sql`entered_at < ${at(end)} and (left_at is null or left_at >= ${at(end)})`,
    entered: sql`entered_at >= ${at(start)} and entered_at < ${at(end)}`,
    left: sql`left_at >= ${at(start)} and left_at < ${at(end)}`,
  };
  const { rows } = await sql<StayBehind>`
    select account_num as account, stage, (extract(epoch from entered_at) * 1000)::bigint as "enteredAt",
      case when left_at < ${at(end)} then left_on else ${of.endsOn}::date end - entered_on as days
    from ${slicedSql(scope)} where ${parts[of.part]} and (${of.stage}::life_stage is null or stage = ${of.stage}::life_stage)
      and (${of.slice}::text is null or slice = ${of.slice})
    order by account_num, entered_at limit ${of.limit} offset ${of.offset}`.execute(db);
  return rows;
};

const slicedSql = (scope: CountScope) =>
  scope.accounts === null
    ? sql`(select *, '*' as slice from (${believedMovesSql(scope)}) as move) as move`
    : sql`(
        select move.*, chosen.slice from (${believedMovesSql(scope)}) as move
        join unnest(${scope.accounts.map((one) => one.account)}::int[], ${scope.accounts.map((one) => one.slice)}::text[]) as chosen (account_num, slice)
          using (account_num)
      ) as move`;

const stretchesSql = (stretches: readonly Stretch[]) =>
  sql`unnest(${stretches.map((one) => new Date(one.start))}::timestamptz[], ${stretches.map((one) => new Date(one.end))}::timestamptz[])
    with ordinality as stretch (starts, ends, w)`;
