import type { Db } from '#platform/postgres.ts';
import type { AttributeValues } from '../domain/account-record.ts';
import type { OwnTraits } from '../domain/person-record.ts';

export type AccountRow = {
  ws: number;
  num: number;
  id: string;
  name: string;
  domain: string | null;
  industry: string | null;
  country: string | null;
  channel: string | null;
  plan: string | null;
  seats: number | null;
  owner_id: string | null;
  parent_num: number | null;
  parent_ref: string | null;
  attributes: AttributeValues;
  merged_into: number | null;
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type PersonRow = {
  ws: number;
  num: number;
  id: string;
  merged_into: number | null;
  name: string | null;
  email: string | null;
  title: string | null;
  phone: string | null;
  channel: string | null;
  attributes: AttributeValues;
  home_account: number | null;
  account_num: number | null;
  traits: OwnTraits;
  has_user: boolean;
  has_email: boolean;
  alias_num: number;
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type MergeRow = {
  ws: number;
  id: string;
  kind: 'person' | 'account';
  seq: number;
  from_num: number;
  into_num: number;
  forced: boolean;
  reason: string;
  actor: string;
  merged_at: Date;
  undone_at: Date | null;
  undone_by: string | null;
  details: unknown;
};

type Tables = {
  account: AccountRow;
  account_key: { ws: number; source: string; external_id: string; account_num: number };
  person: PersonRow;
  alias: { ws: number; kind: string; value: string; num: number; person_num: number; linked_at: Date };
  identity_merge: MergeRow;
  duplicate_dismissal: { ws: number; a: string; b: string; actor: string; dismissed_at: Date };
};

/** The tables of identity. */
export const identityTables = (db: Db) => db.withTables<Tables>();
