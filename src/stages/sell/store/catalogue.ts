import { type Db, sql } from '#platform/postgres.ts';
import type { ProductRecord, RepRecord } from '../domain/deal.ts';
import { sellTables } from './tables.ts';

/** The products of a source, by name. */
export const productsOf = async (db: Db, ws: number, source: string): Promise<ReadonlyMap<string, ProductRecord>> => {
  const rows = await sellTables(db).selectFrom('product').selectAll().where('ws', '=', ws).where('source', '=', source).execute();
  return new Map(
    rows.map(({ name, series, list_price_minor: listPriceMinor, currency, attributes }) => [
      name,
      { source, name, series, listPriceMinor, currency, attributes },
    ]),
  );
};

/** Keeps these products as they are, new or changed. */
export const saveProducts = async (tx: Db, ws: number, products: readonly ProductRecord[], now: number): Promise<void> => {
  if (products.length === 0) return;
  await sql`
    insert into product (ws, source, name, series, list_price_minor, currency, attributes, updated_at)
    select ${ws}, source, name, series, "listPriceMinor", currency, attributes, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as given (source text, name text, series text, "listPriceMinor" bigint, currency text, attributes jsonb)
    on conflict (ws, source, name) do update set
      series = excluded.series, list_price_minor = excluded.list_price_minor, currency = excluded.currency,
      attributes = excluded.attributes, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these products of a source out. */
export const removeProducts = async (
  tx: Db,
  ws: number,
  { source, names }: { source: string; names: readonly string[] },
): Promise<void> => {
  if (names.length > 0)
    await sellTables(tx)
      .deleteFrom('product')
      .where('ws', '=', ws)
      .where('source', '=', source)
      .where('name', 'in', [...names])
      .execute();
};

/** The sales reps of a source, by name. */
export const repsOf = async (db: Db, ws: number, source: string): Promise<ReadonlyMap<string, RepRecord>> => {
  const rows = await sellTables(db).selectFrom('sales_rep').selectAll().where('ws', '=', ws).where('source', '=', source).execute();
  return new Map(rows.map(({ name, manager, office, attributes }) => [name, { source, name, manager, office, attributes }]));
};

/** Keeps these sales reps as they are, new or changed. */
export const saveReps = async (tx: Db, ws: number, reps: readonly RepRecord[], now: number): Promise<void> => {
  if (reps.length === 0) return;
  await sql`
    insert into sales_rep (ws, source, name, manager, office, attributes, updated_at)
    select ${ws}, source, name, manager, office, attributes, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(reps)}::jsonb) as given (source text, name text, manager text, office text, attributes jsonb)
    on conflict (ws, source, name) do update set
      manager = excluded.manager, office = excluded.office, attributes = excluded.attributes, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these sales reps of a source out. */
export const removeReps = async (tx: Db, ws: number, { source, names }: { source: string; names: readonly string[] }): Promise<void> => {
  if (names.length > 0)
    await sellTables(tx)
      .deleteFrom('sales_rep')
      .where('ws', '=', ws)
      .where('source', '=', source)
      .where('name', 'in', [...names])
      .execute();
};

/** Reps of a source who have no deal, by name. */
export const repsWithoutDeals = async (db: Db, ws: number, source: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from sales_rep where ws = ${ws} and source = ${source}
      and not exists (select from deal where deal.ws = sales_rep.ws and deal.rep = sales_rep.name) order by name`.execute(db);
  return rows.map((row) => row.name);
};
