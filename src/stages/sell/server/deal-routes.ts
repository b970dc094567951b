import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import { type Deal, listAccountDeals, listDeals } from '../contracts.ts';
import { SELL_SAYS } from '../domain/sell-sayings.ts';
import { type DealCursor, type DealSort, type DealSums, listDeals as readDeals, sumDeals } from '../store/list-deals.ts';
import type { SellDeps } from './deps.ts';

/** Answers lists of deals with their sums. Who may not see money gets no amounts, and cannot learn them by sorting. */
export const dealRoutes = (deps: SellDeps): readonly Route[] => [
  route(listDeals, async ({ query }, { workspace, may }) => {
    const mayMoney = may('money.read');
    if (query.sort === 'amountMinor' && !mayMoney) throw new AppError('forbidden', SELL_SAYS.deals_sorted_by_money());
    const { db } = deps.postgres;
    const accountNums = query.account === undefined ? null : ((await deps.accountNums(workspace.ws, query.account)) ?? []);
    const filter = { ws: workspace.ws, search: query.search?.trim() || null, rep: query.rep ?? null, accountNums };
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const page = { status: query.status ?? null, sort: query.sort, order: query.order, limit: query.limit + 1, after };
    const [rows, sums] = await Promise.all([readDeals(db, filter, page), sumDeals(db, filter, workspace.currency)]);
    const shown = rows.slice(0, query.limit);
    return {
      rows: shown.map((deal) => presented(deal, mayMoney)),
      nextCursor: rows.length > query.limit ? writeCursor(shown.at(-1)!, query.sort) : null,
      total: sums.filter((sum) => query.status === undefined || sum.status === query.status).reduce((total, sum) => total + sum.deals, 0),
      sums: sumsByStatus(sums, mayMoney),
    };
  }),
  route(listAccountDeals, async ({ params }, { workspace, may }) => {
    const accountNums = await deps.accountNums(workspace.ws, params.id);
    if (accountNums === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
    const filter = { ws: workspace.ws, search: null, rep: null, accountNums };
    const rows = await readDeals(deps.postgres.db, filter, { status: null, sort: 'openedOn', order: 'desc', limit: 500, after: null });
    return { rows: rows.map((deal) => presented(deal, may('money.read'))) };
  }),
];

const presented = (deal: Deal, mayMoney: boolean): Deal => (mayMoney ? deal : { ...deal, amountMinor: null });

const sumsByStatus = (sums: readonly DealSums[], mayMoney: boolean) => {
  const of = (status: Deal['status']) => sums.find((sum) => sum.status === status) ?? { deals: 0, amountMinor: 0 };
  return {
    open: of('open').deals,
    won: of('won').deals,
    lost: of('lost').deals,
    openMinor: mayMoney ? of('open').amountMinor : null,
    wonMinor: mayMoney ? of('won').amountMinor : null,
  };
};

const writeCursor = (deal: Deal, sort: DealSort): string => Buffer.from(JSON.stringify([deal[sort], deal.id])).toString('base64url');

const readCursor = (text: string): DealCursor => {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as readonly unknown[];
    if ((value === null || typeof value === 'string' || typeof value === 'number') && typeof id === 'string') return { value, id };
  } catch {
    // Not ours; said below.
  }
  throw new AppError('invalid', RECORD_SAYS.cursor_foreign());
};
