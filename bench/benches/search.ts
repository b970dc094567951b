import { type Bench, figureOf, timesOf } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';

/** What the search over everything is asked while somebody types. */
export const bench: Bench = {
  name: 'search',
  run: async (context) => {
    const { get } = await apiOf(context);
    const [account] = (
      await get<{ readonly rows: readonly { readonly name: string; readonly domain: string | null }[] }>('/api/v1/accounts', {
        limit: 1,
        sort: 'created_at',
      })
    ).rows;
    const name = account?.name ?? 'nothing';
    const asked = {
      'one letter': 'a',
      'three letters': name.slice(0, 3),
      'a whole name': name,
      'within a word': name.slice(2, 7),
      'nothing like it': 'zzqxj',
    };
    const figures = [];
    for (const [what, q] of Object.entries(asked)) {
      figures.push(figureOf(`search, ${what}`, await timesOf(() => get('/api/v1/search', { q })), { aim: 200 }));
    }
    return figures;
  },
};
