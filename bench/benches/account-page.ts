import { type Bench, figureOf, timesOf } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';

const ACCOUNTS = 20;

/** Everything that the page of an account asks for, at once, as the browser does; and each of the questions alone. */
export const bench: Bench = {
  name: 'account-page',
  run: async (context) => {
    const { get } = await apiOf(context);
    const { rows } = await get<{ readonly rows: readonly { readonly id: string }[] }>('/api/v1/accounts', {
      limit: ACCOUNTS,
      sort: 'active_days_28',
      order: 'desc',
    });
    const idAt = (run: number): string => rows[run % rows.length]?.id ?? '';
    const parts = {
      figures: (id: string) => get(`/api/v1/accounts/${id}/figures`),
      moves: (id: string) => get(`/api/v1/accounts/${id}/lifecycle`),
      timeline: (id: string) => get(`/api/v1/accounts/${id}/timeline`, { limit: 50 }),
      health: (id: string) => get(`/api/v1/accounts/${id}/health`),
      people: (id: string) => get(`/api/v1/accounts/${id}/people`),
      subscriptions: (id: string) => get(`/api/v1/accounts/${id}/subscriptions`),
      revenue: (id: string) => get(`/api/v1/accounts/${id}/mrr`),
      tickets: (id: string) => get(`/api/v1/accounts/${id}/tickets`),
      deals: (id: string) => get(`/api/v1/accounts/${id}/deals`),
      notes: (id: string) => get(`/api/v1/accounts/${id}/notes`),
      tasks: (id: string) => get('/api/v1/tasks', { account: id }),
    };
    const whole = await timesOf((run) => Promise.all(Object.values(parts).map((part) => part(idAt(run)))), ACCOUNTS);
    const figures = [figureOf('account page, all requests', whole, { aim: 200 })];
    for (const [name, part] of Object.entries(parts)) {
      figures.push(figureOf(`account page, ${name}`, await timesOf((run) => part(idAt(run)), ACCOUNTS), { aim: 200 }));
    }
    return figures;
  },
};
