import { type Bench, type Figure, figureOf, timesOf } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';

const DAY_MS = 86_400_000;
const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The revenue ledger, now and as of an earlier day, for all and for one account; a list of stays and an account as of then. */
export const bench: Bench = {
  name: 'questions',
  run: async (context) => {
    const { get, post } = await apiOf(context);
    const from = dayAt(Date.now() - 365 * DAY_MS);
    const asOf = Date.now() - 180 * DAY_MS;
    const { rows } = await get<{ readonly rows: readonly { readonly id: string }[] }>('/api/v1/accounts', {
      limit: 20,
      sort: 'mrr',
      order: 'desc',
    });
    const idAt = (run: number): string => rows[run % rows.length]?.id ?? '';
    // Another end each time, so that no answer is remembered.
    const ask = (id: string, more: object) => (run: number) =>
      post(`/api/v1/metrics/${id}/ask`, { from, to: dayAt(Date.now() - run * DAY_MS), interval: 'month', ...more });
    const figures: Figure[] = [];
    const note = async (name: string, work: (run: number) => Promise<unknown>, times = 10): Promise<void> => {
      figures.push(figureOf(name, await timesOf(work, times)));
    };
    await note('MRR by month, a year', ask('grow.mrr', {}));
    await note('MRR movements, a year', ask('grow.mrr_movements', {}));
    await note('MRR by month, as of half a year ago', ask('grow.mrr', { asOf }));
    await note('MRR of one account', (run) => get(`/api/v1/accounts/${idAt(run)}/mrr`), 20);
    await note('MRR of one account, as of then', (run) => get(`/api/v1/accounts/${idAt(run)}/mrr`, { asOf }), 20);
    await note('health of one account, as of then', (run) => get(`/api/v1/accounts/${idAt(run)}/health`, { asOf }), 20);
    await note('timeline of one account, as of then', (run) => get(`/api/v1/accounts/${idAt(run)}/timeline`, { asOf, limit: 50 }), 20);
    return figures;
  },
};
