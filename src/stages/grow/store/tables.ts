import type { Db } from '#platform/postgres.ts';
import type { Phase } from '../contracts.ts';
import type { BillingLength } from '../domain/subscription.ts';

export type SubscriptionRow = {
  ws: number;
  id: string;
  account_id: string;
  account_num: number;
  source: string;
  external_id: string | null;
  plan: string;
  seats: number | null;
  currency: string;
  billing_interval: BillingLength;
  phases: readonly Phase[];
  auto_renew: boolean | null;
  started_on: string;
  ended_on: string | null;
  end_reason: string | null;
  attributes: Readonly<Record<string, string>>;
  version: number;
  known_at: Date;
  created_at: Date;
  updated_at: Date;
};

export type ChurnRow = {
  ws: number;
  id: string;
  account_id: string;
  account_num: number;
  source: string;
  external_id: string | null;
  churned_on: string;
  reason: string | null;
  refund_minor: number | null;
  currency: string;
  reactivation: boolean | null;
  feedback: string | null;
  attributes: Readonly<Record<string, string>>;
  version: number;
  created_at: Date;
  updated_at: Date;
};

/** The tables of this stage. */
export const growTables = (db: Db) => db.withTables<{ subscription: SubscriptionRow; churn_record: ChurnRow }>();
