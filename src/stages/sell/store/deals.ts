import { recordTable } from '#flow/intake/index.ts';
import type { DealRecord } from '../domain/deal.ts';

/** The table of deals. */
export const deals = recordTable<DealRecord>('deal', {
  id: ['id', 'text'],
  accountNum: ['account_num', 'integer'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  name: ['name', 'text'],
  product: ['product', 'text'],
  rep: ['rep', 'text'],
  team: ['team', 'text'],
  stage: ['stage', 'text'],
  status: ['status', 'text'],
  amountMinor: ['amount_minor', 'bigint'],
  currency: ['currency', 'text'],
  openedOn: ['opened_on', 'date'],
  closedOn: ['closed_on', 'date'],
  attributes: ['attributes', 'json'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
});
