import { dateOf } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Route, route, type WorkspaceContext } from '#platform/http.ts';
import type { Postgres } from '#platform/postgres.ts';
import * as contracts from '../contracts.ts';
import { readRates, writeRates } from '../store/exchange-rates.ts';
import { unconvertedCurrencies } from '../store/revenue.ts';
import { rowsOf } from '../store/statement.ts';
import type { RatesOf } from './engines/engine-scope.ts';

export interface ExchangeRatesDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  /** Other rates hold: what was computed with the old ones must be computed again. */
  onChange(ws: number): Promise<void>;
}

/** The fixed rates of a workspace: what the revenue measures and the lifecycle convert with, and the routes that say and change them. */
export interface ExchangeRates {
  readonly ratesOf: RatesOf;
  /** Adds rates for currencies that have none yet. */
  addRates(workspace: WorkspaceContext, rates: ReadonlyMap<string, string>): Promise<void>;
  readonly routes: readonly Route[];
}

/** Makes the keeper of exchange rates. */
export const createExchangeRates = ({ postgres, clickhouse, onChange }: ExchangeRatesDeps): ExchangeRates => {
  const ratesOf: RatesOf = ({ ws, currency }) => readRates(postgres.db, ws, currency);
  const present = async (workspace: WorkspaceContext, now: number): Promise<contracts.ExchangeRates> => {
    const rates = await ratesOf(workspace);
    const { ws, currency, timeZone } = workspace;
    const scope = { ws, currency, rates, asOf: now, breakdown: null, filter: null, observedThrough: dateOf(now, timeZone) };
    const missing = await rowsOf<{ currency: string; n: number }>(clickhouse, unconvertedCurrencies(scope));
    return {
      currency,
      rates: Array.from(rates, ([code, rate]) => ({ currency: code, rate })),
      missing: missing.map(({ currency: code, n }) => ({ currency: code, subscriptions: Number(n) })),
    };
  };
  const setRates = async (
    workspace: WorkspaceContext,
    wishOf: (before: ReadonlyMap<string, string>) => ReadonlyMap<string, string>,
  ): Promise<void> => {
    const { ws, currency } = workspace;
    const isNew = await postgres.transaction(async (tx) => {
      const before = await readRates(tx, ws, currency);
      const wanted = new Map([...wishOf(before)].filter(([code]) => code !== currency));
      await writeRates(tx, ws, currency, wanted);
      return JSON.stringify([...before]) !== JSON.stringify([...(await readRates(tx, ws, currency))]);
    });
    if (isNew) await onChange(ws);
  };
  return {
    ratesOf,
    addRates: (workspace, rates) => setRates(workspace, (before) => new Map([...rates, ...before])),
    routes: [
      route(contracts.getExchangeRates, async (_, { workspace, now }) => present(workspace, now)),
      route(contracts.setExchangeRates, async ({ body }, { workspace, now }) => {
        // The workspace's own currency is worth itself; of a currency named twice the last word counts.
        await setRates(workspace, () => new Map(body.rates.map(({ currency, rate }) => [currency, rate])));
        return present(workspace, now);
      }),
    ],
  };
};
