import { type Bench, type Figure, figureOf, timesOf } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';

const ACCOUNT_FILTERS = {
  'industry is': { field: 'industry', op: 'is', value: 'Retail' },
  'money and health': {
    all: [
      { field: 'mrr', op: 'gt', value: 10_000 },
      { field: 'health', op: 'lt', value: 50 },
    ],
  },
  'stage and recent use': {
    all: [
      { field: 'stage', op: 'in', value: ['active', 'expanded'] },
      { field: 'last_active_at', op: 'older_than_days', value: 14 },
    ],
  },
  'name contains': { field: 'name', op: 'contains', value: 'lab' },
} as const;

interface FieldAnswer {
  readonly rows: readonly { readonly key: string }[];
}

/** Accounts and people by every field in both directions, narrowed, searched and turned over. */
export const bench: Bench = {
  name: 'lists',
  run: async (context) => {
    const { get } = await apiOf(context);
    const page = (list: string, query: Readonly<Record<string, string | number>>) => get(`/api/v1/${list}`, { limit: 50, ...query });
    const figures: Figure[] = [];
    for (const [list, fields] of [
      ['accounts', 'account-fields'],
      ['people', 'person-fields'],
    ] as const) {
      const { rows } = await get<FieldAnswer>(`/api/v1/${fields}`);
      for (const { key } of rows) {
        const times = await timesOf((run) => page(list, { sort: key, order: run % 2 === 0 ? 'asc' : 'desc' }), 12);
        figures.push(figureOf(`${list} by ${key}`, times, { aim: 200 }));
      }
    }
    for (const [name, filter] of Object.entries(ACCOUNT_FILTERS)) {
      const times = await timesOf(() => page('accounts', { sort: 'mrr', order: 'desc', filter: JSON.stringify(filter) }));
      figures.push(figureOf(`accounts, ${name}`, times, { aim: 200 }));
    }
    for (const [list, text] of [
      ['accounts', 'nova'],
      ['people', 'garcia'],
      ['people', 'nova labs'],
    ] as const) {
      figures.push(figureOf(`${list}, search ${text}`, await timesOf(() => page(list, { search: text })), { aim: 200 }));
    }
    const { nextCursor } = await get<{ readonly nextCursor: string }>('/api/v1/accounts', { limit: 50, sort: 'mrr', order: 'desc' });
    const turned = await timesOf(() => page('accounts', { sort: 'mrr', order: 'desc', cursor: nextCursor }));
    return [...figures, figureOf('accounts, second page', turned, { aim: 200 })];
  },
};
