import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { type Ask, createEngines } from './ask-metric.ts';
import type { Catalogue } from './catalogue.ts';
import type { MeasuresDeps } from './deps.ts';
import { withoutMoney } from './hide-money.ts';
import { createMetricRows } from './metric-rows.ts';
import type { MrrStepsOf } from './mrr-line.ts';

/** The room's routes: the catalogue, its answers, the rows behind them, and the MRR line of an account. */
export const measureRoutes = (
  deps: MeasuresDeps,
  { catalogue, ask, mrrStepsOf }: { readonly catalogue: Catalogue; readonly ask: Ask; readonly mrrStepsOf: MrrStepsOf },
): readonly Route[] => {
  const metricRows = createMetricRows(deps, catalogue, createEngines(deps));
  return [
    route(contracts.listMetrics, async () => ({ rows: [...catalogue.cards] })),
    route(contracts.askMetric, async ({ params, body }, { workspace, may }) => {
      const result = await ask(workspace, params.id, body);
      return may('money.read') ? result : withoutMoney(catalogue.find(params.id), result);
    }),
    route(contracts.listMetricRows, async ({ params, query, body }, { workspace, may }) =>
      metricRows(workspace, {
        metricId: params.id,
        question: body,
        limit: query.limit,
        cursor: query.cursor,
        sees: { money: may('money.read'), people: may('personal.read') },
      }),
    ),
    route(contracts.getMrrLine, async ({ params, query }, { workspace, now }) => {
      const num = await deps.directory.accountNum(workspace.ws, params.id);
      if (num === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
      const changes = (await mrrStepsOf(workspace, [num], query.asOf ?? now)).get(num) ?? [];
      return {
        currency: workspace.currency,
        steps: changes.map(({ date, mrrMinor }) => ({ date, mrrMinor })),
        movements: changes.map(({ date, kind, amountMinor }) => ({ date, kind, amountMinor })),
      };
    }),
  ];
};
