import { recordTable } from '#flow/intake/index.ts';
import type { SpendLine } from '../domain/spend-line.ts';

/** The table of spend lines. */
export const spendLines = recordTable<SpendLine>('spend_line', {
  id: ['id', 'text'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  fromOn: ['from_on', 'date'],
  toOn: ['to_on', 'date'],
  channel: ['channel', 'text'],
  campaign: ['campaign', 'text'],
  kind: ['kind', 'text'],
  amountMinor: ['amount_minor', 'bigint'],
  currency: ['currency', 'text'],
  attributes: ['attributes', 'json'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
});
