import { type Db, sql } from '#platform/postgres.ts';
import type { Deal } from '../contracts.ts';

export type DealSort = 'openedOn' | 'closedOn' | 'amountMinor' | 'name';

export interface DealFilter {
  readonly ws: number;
  readonly search: string | null;
  readonly rep: string | null;
  /** Dense numbers of one account; null for all. */
  readonly accountNums: readonly number[] | null;
}

export interface DealPage {
  readonly status: Deal['status'] | null;
  readonly sort: DealSort;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** The last row of the page before: its sort value and id. */
  readonly after: DealCursor | null;
}

export interface DealCursor {
  readonly value: string | number | null;
  readonly id: string;
}

export interface DealSums {
  readonly status: Deal['status'];
  readonly deals: number;
  readonly amountMinor: number;
}

const SORTS = {
  openedOn: sql.ref('deal.opened_on'),
  closedOn: sql.ref('deal.closed_on'),
  amountMinor: sql.ref('deal.amount_minor'),
  name: sql.ref('deal.name'),
} as const;
const TYPES = { openedOn: sql`date`, closedOn: sql`date`, amountMinor: sql`bigint`, name: sql`text` } as const;

/** One page of deals; nulls come last in both directions, ties by id. */
export const listDeals = async (db: Db, filter: DealFilter, page: DealPage): Promise<readonly Deal[]> => {
  const column = SORTS[page.sort];
  const direction = page.order === 'asc' ? sql`asc` : sql`desc`;
  // Names only for the page: joined before, a table whose statistics are not yet gathered (just after an import) is walked once per deal.
  const { rows } = await sql<Deal>`
    with deal as (
      select * from deal where ${matching(filter)} and ${page.status === null ? sql`true` : sql`deal.status = ${page.status}`} and ${afterCursor(page)}
      order by ${column} ${direction} nulls last, deal.id limit ${page.limit}
    )
    select deal.id, account.id as "accountId", account.name as "accountName", deal.external_id as "externalId", deal.name, deal.product, deal.rep,
      deal.team, deal.stage, deal.status, deal.amount_minor as "amountMinor", deal.currency, deal.opened_on as "openedOn", deal.closed_on as "closedOn"
    from deal
      -- Accounts are kept upstream, in identity; a merged one is called by the one that stands for it now.
      left join account as own on own.ws = deal.ws and own.num = deal.account_num
      left join account on account.ws = own.ws and account.num = coalesce(own.merged_into, own.num)
    order by ${column} ${direction} nulls last, deal.id`.execute(db);
  return rows;
};

/** How many deals of each status match, and what they are worth together in one currency. */
export const sumDeals = async (db: Db, filter: DealFilter, currency: string): Promise<readonly DealSums[]> => {
  const { rows } = await sql<DealSums>`
    select deal.status, count(*) as deals, coalesce(sum(deal.amount_minor) filter (where deal.currency = ${currency}), 0)::bigint as "amountMinor"
    from deal where ${matching(filter)} group by deal.status`.execute(db);
  return rows;
};

const matching = ({ ws, search, rep, accountNums }: DealFilter) => sql`
  deal.ws = ${ws}
  and ${rep === null ? sql`true` : sql`deal.rep = ${rep}`}
  and ${accountNums === null ? sql`true` : sql`deal.account_num = any(${accountNums}::int[])`}
  and ${search === null ? sql`true` : found(ws, search)}`;

const found = (ws: number, search: string) => {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const named = sql`select num from account where ws = ${ws} and name ilike ${pattern}`;
  return sql`(
    concat_ws(' ', deal.name, deal.external_id, deal.rep, deal.product) ilike ${pattern}
    or deal.account_num in (${named})
    or deal.account_num in (select num from account where ws = ${ws} and merged_into in (${named})))`;
};

const afterCursor = ({ sort, order, after }: DealPage) => {
  if (after === null) return sql`true`;
  const column = SORTS[sort];
  if (after.value === null) return sql`(${column} is null and deal.id > ${after.id})`;
  const value = sql`${after.value}::${TYPES[sort]}`;
  const beyond = order === 'asc' ? sql`${column} > ${value}` : sql`${column} < ${value}`;
  return sql`(${beyond} or ${column} is null or (${column} = ${value} and deal.id > ${after.id}))`;
};
