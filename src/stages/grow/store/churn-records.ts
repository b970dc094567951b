import { recordTable } from '#flow/intake/index.ts';
import type { ChurnRecord } from '../domain/churn-record.ts';

/** The table of churn records. */
export const churnRecords = recordTable<ChurnRecord>('churn_record', {
  id: ['id', 'text'],
  accountId: ['account_id', 'text'],
  accountNum: ['account_num', 'integer'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  churnedOn: ['churned_on', 'date'],
  reason: ['reason', 'text'],
  refundMinor: ['refund_minor', 'bigint'],
  currency: ['currency', 'text'],
  reactivation: ['reactivation', 'boolean'],
  feedback: ['feedback', 'text'],
  attributes: ['attributes', 'json'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
});
