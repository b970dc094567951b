import { type Db, sql } from '#platform/postgres.ts';

/** Units of the workspace's currency for one unit of another, as decimal texts without needless zeros, by currency. */
export const readRates = async (db: Db, ws: number, into: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ currency: string; rate: string }>`
    select currency, trim_scale(rate)::text as rate from exchange_rate where ws = ${ws} and into_currency = ${into} order by currency`.execute(
    db,
  );
  return new Map(rows.map(({ currency, rate }) => [currency, rate]));
};

/** Makes the rates into this currency be these, and no others. */
export const writeRates = async (tx: Db, ws: number, into: string, rates: ReadonlyMap<string, string>): Promise<void> => {
  await sql`delete from exchange_rate where ws = ${ws} and into_currency = ${into}`.execute(tx);
  if (rates.size === 0) return;
  await sql`
    insert into exchange_rate (ws, into_currency, currency, rate)
    select ${ws}, ${into}, currency, rate from unnest(${[...rates.keys()]}::text[], ${[...rates.values()]}::numeric[]) as given (currency, rate)`.execute(
    tx,
  );
};
