import type { ImportFinding } from '#flow/intake/contracts.ts';
import { accountsOfRows, type ImportContext, type ImportRow, type ImportTarget, writeRecords } from '#flow/intake/index.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { productKey } from '../domain/deal.ts';
import { DEAL_KIND } from '../domain/deal-kinds.ts';
import { DEAL_NOTES, dealNotes, dealOfRow } from '../domain/deal-row.ts';
import { reviseDeal } from '../domain/revise-deal.ts';
import { productsOf, repsOf, repsWithoutDeals } from '../store/catalogue.ts';
import { deals } from '../store/deals.ts';
import type { SellDeps } from './deps.ts';

/** Files of deals, compared with the catalogue and the sales teams of their source. */
export const dealTarget = (deps: SellDeps): ImportTarget => ({
  kind: DEAL_KIND,
  order: 30,
  notes: DEAL_NOTES,
  ...writeRecords(deals, deps.appendFacts, {
    keyOf,
    fates: async (tx, context, rows) => {
      const { ws, source, currency } = context;
      const accountOf = await accountsOfRows(tx, context, rows, deps.accountsByName);
      const products = new Map([...(await productsOf(tx, ws, source)).values()].map((product) => [productKey(product.name), product]));
      const reps = await repsOf(tx, ws, source);
      return (row, before) => {
        const account = accountOf(row);
        if (account && 'refused' in account) return account;
        const around = { account, products, reps, currency };
        const said = dealOfRow(row, around);
        if ('refused' in said) return said;
        const fate = reviseDeal({ ...context, said, account, externalId: keyOf(row), makeId: () => newId('deal', context.now) }, before);
        return 'refused' in fate ? fate : { ...fate, notes: dealNotes(row, said, around) };
      };
    },
  }),
  inspect: idleReps,
});

const keyOf = (row: ImportRow): string => String(row.values.deal_id);

const idleReps = async (db: Db, { ws, source }: ImportContext): Promise<readonly ImportFinding[]> => {
  const names = await repsWithoutDeals(db, ws, source);
  if (names.length === 0) return [];
  return [
    {
      code: 'reps_without_deals',
      severity: 'info',
      count: names.length,
      message: { en: 'Sales reps without a single deal.', 'zh-CN': '没有任何商机的销售。', es: 'Comerciales sin ninguna oportunidad.' },
      examples: names.slice(0, 5).map((text) => ({ line: 0, text })),
    },
  ];
};
