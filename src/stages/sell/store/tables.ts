import type { Db } from '#platform/postgres.ts';

type Texts = Readonly<Record<string, string>>;

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
export const sellTables = (db: Db) => db.withTables<{ note: NoteRow; product: ProductRow; sales_rep: RepRow }>();
