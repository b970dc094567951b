import type { Db } from '#platform/postgres.ts';
import type { DealRecord } from '../domain/deal.ts';

type Texts = Readonly<Record<string, string>>;

export type DealRow = {
  ws: number;
  id: string;
  account_num: number;
  source: string;
  external_id: string | null;
  name: string;
  product: string | null;
  rep: string | null;
  team: string | null;
  stage: string;
  status: DealRecord['status'];
  amount_minor: number | null;
  currency: string;
  opened_on: string | null;
  closed_on: string | null;
  attributes: Texts;
  version: number;
  created_at: Date;
  updated_at: Date;
};
export type NoteRow = {
  ws: number;
  id: string;
  account_num: number;
  author_id: string | null;
  author_name: string | null;
  text: string;
  written_at: Date;
};
type ProductRow = {
  ws: number;
  source: string;
  name: string;
  series: string | null;
  list_price_minor: number | null;
  currency: string;
  attributes: Texts;
  updated_at: Date;
};
type RepRow = {
  ws: number;
  source: string;
  name: string;
  manager: string | null;
  office: string | null;
  attributes: Texts;
  updated_at: Date;
};

/** The tables of this stage. */
export const sellTables = (db: Db) => db.withTables<{ deal: DealRow; note: NoteRow; product: ProductRow; sales_rep: RepRow }>();
