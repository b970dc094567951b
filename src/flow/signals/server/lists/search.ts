import type { EndpointOutput } from '#kernel/endpoint.ts';
import { LANGUAGES, type Language, type Words } from '#kernel/words.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../../contracts.ts';
import { findAccounts, findPeople } from '../../store/lists/find-records.ts';
import type { ListsDeps, NamedThing } from './deps.ts';
import { languageOf } from './field-catalogue.ts';

type Rows = EndpointOutput<typeof contracts.search>['rows'];
type Ranked = Rows[number] & { readonly rank: number };

const MOST_OF_A_KIND = 8;

/** Answers what a few letters may mean: the best matches first, of one rank accounts before people before definitions. */
export const searchRoute = (deps: ListsDeps): Route =>
  route(contracts.search, async ({ query }, context) => ({ rows: await find(deps, query.q, context) }));

const find = async (deps: ListsDeps, q: string, context: ContextOf<'records.read'>): Promise<Rows> => {
  const text = q.trim().replaceAll(/\s+/g, ' ');
  if (text === '') return [];
  const { ws } = context.workspace;
  const { db } = deps.postgres;
  const [accounts, people, things, language] = await Promise.all([
    findAccounts(db, ws, text, MOST_OF_A_KIND),
    context.may('personal.read') ? findPeople(db, ws, text, MOST_OF_A_KIND) : [],
    deps.namedThings(ws),
    languageOf(db, context),
  ]);
  const named = things.flatMap((thing) => rankedThing(thing, text.toLowerCase(), language) ?? []);
  const best = named.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_OF_A_KIND);
  // The sort is stable, so that each kind keeps its own order within a rank.
  return [...accounts, ...people, ...best]
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ kind, id, label, detail }) => ({ kind, id, label, detail }));
};

// Found by its name in any language, since teams mix them, and shown in the reader's.
const rankedThing = ({ kind, id, name, detail }: NamedThing, text: string, language: Language): Ranked | null => {
  const rank = Math.min(
    ...LANGUAGES.map((one) => rankOf(wordsIn(name, one).toLowerCase(), text)),
    id === text ? 0 : Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(rank) ? { kind, id, label: wordsIn(name, language), detail: wordsIn(detail, language), rank } : null;
};

const wordsIn = (words: Words | string, language: Language): string => (typeof words === 'string' ? words : words[language]);

const rankOf = (name: string, text: string): number => {
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  if (name.includes(` ${text}`)) return 2;
  return name.includes(text) ? 3 : Number.POSITIVE_INFINITY;
};
