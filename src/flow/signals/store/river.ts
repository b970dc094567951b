import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { RiverPart } from '../domain/river-stays.ts';
import { at, believedMovesSql, wayOutSql } from './believed-moves.ts';
import { beliefOf, filterSql, paidSql, type RiverScope } from './river-scope.ts';

/** A stay behind a number of the river. */
export interface StayRow {
  readonly num: number;
  readonly n: number;
  readonly accountId: string;
  readonly name: string;
  readonly enteredAt: number;
  readonly leftAt: number | null;
  readonly days: number;
  readonly mrrMinor: number;
  readonly ownerName: string | null;
  readonly cause: string;
}

/** Which part of which stage, after which row: a page of a list. */
export interface StayPage {
  readonly stage: LifeStage;
  readonly part: RiverPart;
  readonly next: LifeStage | null;
  readonly longerThan: number | null;
  readonly after: { readonly enteredAt: number; readonly num: number; readonly n: number } | null;
  readonly limit: number;
}

/** The stays behind a number of the river, the latest first, with how many there are in all. */
export const listStays = async (
  db: Db,
  scope: RiverScope,
  page: StayPage,
): Promise<{ readonly rows: readonly StayRow[]; readonly total: number }> => {
  const part = sql`(select * from (${staySql(scope)}) as stay where stage = ${page.stage}::life_stage and ${partSql(scope, page)})`;
  const { after } = page;
  const behind =
    after === null ? sql`true` : sql`(entered_at, stay.account_num, stay.n) < (${at(after.enteredAt)}, ${after.num}, ${after.n})`;
  const [listed, counted] = await Promise.all([
    // The page first, then what is told of its few accounts.
    sql<StayRow>`
      with page as materialized (
        select * from ${part} as stay where ${behind} order by entered_at desc, stay.account_num desc, stay.n desc limit ${page.limit}
      )
      select page.account_num as num, page.n, account.id as "accountId", account.name, (extract(epoch from entered_at) * 1000)::bigint as "enteredAt",
        (extract(epoch from left_at) * 1000)::bigint as "leftAt", days, coalesce(mrr.mrr_minor, 0) as "mrrMinor",
        auth_user.name as "ownerName", cause.cause
      from page
      join account on account.ws = ${scope.ws} and account.num = page.account_num
      join lifecycle_cause as cause on cause.ws = ${scope.ws} and cause.account_num = page.account_num and cause.n = page.n
      left join auth_user on auth_user.id = account.owner_id
      left join (${paidSql(scope, sql`account_num in (select account_num from page)`)}) as mrr on mrr.account_num = page.account_num
      order by entered_at desc, page.account_num desc, page.n desc`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${part} as stay`.execute(db),
  ]);
  return { rows: listed.rows, total: counted.rows[0]?.total ?? 0 };
};

// The same as stays: what happens after the end of the period has not happened.
const staySql = (scope: RiverScope) => {
  const end = at(scope.period.end);
  return sql`
    select account_num, n, stage, previous, entered_at, carried, case when left_at < ${end} then next end as next,
      case when left_at < ${end} then left_at end as left_at,
      case when left_at < ${end} then left_on else ${scope.endsOn}::date end - entered_on as days
    from (${believedMovesSql(beliefOf(scope), filterSql(scope))}) as move`;
};

const partSql = ({ period }: RiverScope, { part, next, stage, longerThan }: StayPage) => {
  const left = sql`(left_at is not null and left_at >= ${at(period.from)})`;
  const entered = sql`entered_at >= ${at(period.from)}`;
  if (next !== null) return sql`${left} and next = ${next}::life_stage`;
  if (part === 'in') return sql`left_at is null`;
  if (part === 'left') return left;
  if (part === 'lost' || part === 'back') return sql`${left} and ${wayOutSql} = ${part}`;
  if (part === 'entered') return entered;
  if (part === 'new') return sql`${entered} and previous is null`;
  if (part === 'moved') return sql`${entered} and left_at is not null and ${wayOutSql} = 'on'`;
  return stage === 'churned' || longerThan === null ? sql`false` : sql`left_at is null and days > ${longerThan}::float8`;
};
