import type { RawBuilder } from 'kysely';
import { segmentTestSql } from '#flow/measures/index.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { DaysCount, MovedCount, StayCounts } from '../domain/river-counts.ts';
import type { RiverPart, RiverPeriod } from '../domain/river-stays.ts';
import { at, believedMovesSql, wayOutSql } from './believed-moves.ts';

/** Which accounts are in the river: those whose recorded attribute is exactly this. */
export interface RiverFilter {
  readonly channel?: string | undefined;
  readonly industry?: string | undefined;
  readonly country?: string | undefined;
  readonly plan?: string | undefined;
  readonly owner?: string | undefined;
  /** Those that are in this segment now. */
  readonly segment?: string | undefined;
}

/** A river that is asked for: its periods as instants, the local date on which the period ends so far, what was believed when. */
export interface RiverScope {
  readonly ws: number;
  readonly period: RiverPeriod;
  readonly beforeFrom: number;
  /** The local date of the period's end: days of lasting stays are counted up to it. */
  readonly endsOn: string;
  readonly asOf: number;
  /** Is it asked as of now? Then everything that was ever learned counts. */
  readonly isNow: boolean;
  readonly filter: RiverFilter;
}

/** Stays up to the end of the period, counted by what is alike in them. */
export const countStays = async (db: Db, scope: RiverScope): Promise<StayCounts> => {
  const parts = countSql(scope);
  // As of now each part is a question to an index of its own, and they are asked side by side; an earlier belief is worked out once for all.
  const answers = scope.isNow
    ? await Promise.all(parts.map((part) => inMemory(db, sql<CountRow>`with move as not materialized (${moveSql(scope)}) ${part}`)))
    : [await inMemory(db, sql<CountRow>`with move as materialized (${moveSql(scope)}) ${sql.join(parts, sql` union all `)}`)];
  const rows = answers.flatMap((answer) => answer.rows);
  return {
    ended: rows.filter((row) => row.kind === 'ended'),
    here: rows.filter((row) => row.kind === 'here').map(({ minor, ...row }) => ({ ...row, accountMrrMinor: minor })),
    moved: rows
      .filter((row) => row.kind === 'moved')
      .map(({ minor, entered, left, ...row }) => ({
        ...{ ...row, carriedMinor: minor },
        ...{ entered: ENTERED[entered!]!, left: left === null ? null : LEFT[left]! },
      })),
  };
};

// Every account is joined and every move counted: with the usual few megabytes they would be sorted on disk.
const inMemory = <Row>(db: Db, query: RawBuilder<Row>) =>
  db.transaction().execute(async (tx) => {
    await sql`set local work_mem = '64MB'`.execute(tx);
    return query.execute(tx);
  });

// Told by numbers: to group half a million rows by texts takes ten times as long.
const ENTERED = ['older', 'before', 'in'] as const;
const LEFT = ['earlier', 'in'] as const;

type CountRow = Omit<MovedCount, 'carriedMinor' | 'entered' | 'left'> & {
  readonly kind: 'ended' | 'here' | 'moved';
  readonly minor: number;
  readonly entered: number | null;
  readonly left: number | null;
};

const countSql = (scope: RiverScope) => {
  const { from, end } = { from: at(scope.period.from), end: at(scope.period.end) };
  const before = at(scope.beforeFrom);
  const moved = sql`select 'moved' as kind, stage, case when left_at >= ${from} and left_at < ${end} then left_on - entered_on else 0 end as days, previous,
    case when left_at < ${end} then next end as next, (entered_at >= ${before})::int + (entered_at >= ${from})::int as entered,
    case when left_at < ${end} then (left_at >= ${from})::int end as "left", count(*) as stays, sum(carried)::bigint as minor from move`;
  const nothing = sql`null::life_stage as previous, null::life_stage as next, null::int as entered, null::int as "left"`;
  return [
    sql`select 'ended' as kind, stage, days, ${nothing}, stays, 0::bigint as minor from (${endedSql(scope)}) as ended`,
    // The two ways into the periods apart, so that each is a range of an index.
    sql`${moved} where entered_at >= ${before} group by 2, 3, 4, 5, 6, 7`,
    sql`${moved} where left_at >= ${from} and left_at < ${end} and entered_at < ${before} group by 2, 3, 4, 5, 6, 7`,
    sql`select 'here' as kind, stage, ${scope.endsOn}::date - entered_on as days, ${nothing}, count(*) as stays,
        coalesce(sum(mrr.mrr_minor), 0)::bigint as minor
      from (${lastingSql(scope)}) as lasting left join (${paidSql(scope)}) as mrr using (account_num) group by 2, 3`,
  ];
};

/** How many stays of a stage that ended by the end of the period lasted how many days? */
export const countEnded = async (db: Db, scope: RiverScope, stage: LifeStage): Promise<readonly DaysCount[]> => {
  const { rows } = await sql<DaysCount>`
    with move as not materialized (${moveSql(scope)}) select stage, days, stays from (${endedSql(scope)}) as ended where stage = ${stage}::life_stage`.execute(
    db,
  );
  return rows;
};

// All that ended are counted already, by the ledger's table: of everything believed now, what ended after the period is taken off again.
const endedSql = (scope: RiverScope) => {
  const counted = sql`select stage, left_on - entered_on as days, count(*)::int as stays from move`;
  if (!scope.isNow || isFiltered(scope)) return sql`${counted} where left_at < ${at(scope.period.end)} group by 1, 2`;
  return sql`
    select stage, days, sum(stays) as stays from (
      select stage, days, stays from lifecycle_ended where ws = ${scope.ws}
      union all
      select stage, left_on - entered_on, -count(*)::int from lifecycle_move
      where ws = ${scope.ws} and known_to is null and left_at >= ${at(scope.period.end)} group by 1, 2
    ) as part group by 1, 2 having sum(stays) <> 0`;
};

/** What each account that has been in the stage for more than so many days pays, when it pays. */
export const stuckAmounts = async (db: Db, scope: RiverScope, stage: LifeStage, longerThan: number): Promise<readonly number[]> => {
  const query = sql<{ amount: number }>`
    with move as ${scope.isNow ? sql`not materialized` : sql`materialized`} (${moveSql(scope)})
    select mrr.mrr_minor as amount from (${lastingSql(scope)}) as lasting join (${paidSql(scope)}) as mrr using (account_num)
    where stage = ${stage}::life_stage and ${scope.endsOn}::date - entered_on > ${longerThan} and mrr.mrr_minor > 0`;
  return (await inMemory(db, query)).rows.map((row) => row.amount);
};

// Those that last at the end of the period. Apart, since an index answers each of the two alone, and not both at once.
const lastingSql = ({ period }: RiverScope) =>
  sql`select * from move where left_at is null union all select * from move where left_at >= ${at(period.end)}`;

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

const moveSql = (scope: RiverScope) => believedMovesSql({ ...scope, enteredBefore: scope.period.end }, filterSql(scope));

// The same as stays: what happens after the end of the period has not happened.
const staySql = (scope: RiverScope) => {
  const end = at(scope.period.end);
  return sql`
    select account_num, n, stage, previous, entered_at, carried, case when left_at < ${end} then next end as next,
      case when left_at < ${end} then left_at end as left_at,
      case when left_at < ${end} then left_on else ${scope.endsOn}::date end - entered_on as days
    from (${moveSql(scope)}) as move`;
};

// What each account paid at the end of the period; `whose` is a condition on account_num.
const paidSql = ({ ws, period, asOf, isNow }: RiverScope, whose = sql`true`) => {
  const step = sql`from account_mrr where ws = ${ws} and from_at < ${at(period.end)} and ${whose}`;
  return isNow
    ? sql`
      select account_num, mrr_minor ${step} and known_to is null and to_at is null
      union all
      select account_num, mrr_minor ${step} and known_to is null and to_at >= ${at(period.end)}`
    : sql`select distinct on (account_num) account_num, mrr_minor ${step} and known_from <= ${at(asOf)} and (known_to is null or known_to > ${at(asOf)})
        order by account_num, from_at desc`;
};

const isFiltered = ({ filter: { channel, industry, country, plan, owner, segment } }: Pick<RiverScope, 'filter'>): boolean =>
  [channel, industry, country, plan, owner, segment].some((value) => value !== undefined);

// Reads identity's table, which is upstream: attributes are those recorded now.
const filterSql = ({ ws, filter }: RiverScope) => {
  const { channel, industry, country, plan, owner, segment } = filter;
  if (!isFiltered({ filter })) return sql`true`;
  const is = (column: string, value: string | undefined) => (value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`);
  const row = { ws: sql`account.ws`, account: sql`account.num`, person: null };
  const inSegment = segment === undefined ? sql`true` : segmentTestSql(segment, row);
  return sql`move.account_num in (
    select num from account where ws = ${ws} and ${is('channel', channel)} and ${is('industry', industry)} and ${is('country', country)}
      and ${is('plan', plan)} and ${is('owner_id', owner)} and ${inSegment})`;
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
  return stage === 'churned' || longerThan === null ? sql`false` : sql`left_at is null and days > ${longerThan}`;
};
