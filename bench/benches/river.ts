import { type Bench, figureOf, timesOf } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';

const DAY_MS = 86_400_000;

/** The river as of now, of a year, narrowed, as of half a year ago, and the accounts behind a number. */
export const bench: Bench = {
  name: 'river',
  run: async (context) => {
    const { get } = await apiOf(context);
    const before = Date.now() - 180 * DAY_MS;
    const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
    const asked = {
      'river, 90 days': {},
      'river, a year': { from: dayAt(Date.now() - 365 * DAY_MS), to: dayAt(Date.now() + DAY_MS) },
      'river, one channel': { channel: 'paid_search' },
      'river, as of half a year ago': { asOf: before },
    };
    const figures = [];
    for (const [name, query] of Object.entries(asked)) {
      figures.push(figureOf(name, await timesOf(() => get('/api/v1/river', query)), { aim: 200 }));
    }
    const behind = { stage: 'active', part: 'in', limit: 50 };
    figures.push(figureOf('river, accounts behind', await timesOf(() => get('/api/v1/river/accounts', behind)), { aim: 200 }));
    return figures;
  },
};
