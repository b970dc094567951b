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
  return {
    ratesOf,
    routes: [
      route(contracts.getExchangeRates, async (_, { workspace, now }) => present(workspace, now)),
      route(contracts.setExchangeRates, async ({ body }, { workspace, now }) => {
        // The workspace's own currency is worth itself; of a currency named twice the last word counts.
        const wanted = new Map(
          body.rates.filter(({ currency }) => currency !== workspace.currency).map(({ currency, rate }) => [currency, rate]),
        );
        const isNew = await postgres.transaction(async (tx) => {
          const before = await readRates(tx, workspace.ws, workspace.currency);
          await writeRates(tx, workspace.ws, workspace.currency, wanted);
          const after = await readRates(tx, workspace.ws, workspace.currency);
          return JSON.stringify([...before]) !== JSON.stringify([...after]);
        });
        if (isNew) await onChange(workspace.ws);
        return present(workspace, now);
      }),
    ],
  };
};
