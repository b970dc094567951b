import { say } from '#kernel/saying.ts';
import type { Language } from '#kernel/words.ts';
import { answeredField, type Route, route } from '#platform/http.ts';
import { type LiveEvent, listLiveEvents, validateEvent } from '../../contracts.ts';
import { parseTrackingMessage } from '../../domain/tracking/parse-tracking-message.ts';
import type { Arrival, LiveView } from './live-view.ts';

/** What people and accounts are called, by their numbers. */
export type NamesOf = (
  ws: number,
  wanted: { readonly people: readonly number[]; readonly accounts: readonly number[] },
) => Promise<{ readonly people: ReadonlyMap<number, string>; readonly accounts: ReadonlyMap<number, string> }>;

/** The routes of the live view and the validator. */
export const liveRoutes = (live: LiveView, namesOf: NamesOf): readonly Route[] => [
  route(listLiveEvents, async ({ query }, { workspace, language }) => {
    const { rows, cursor } = live.list(workspace.ws, query.after);
    const wanted = rows.filter((row) => (query.event === undefined || row.event === query.event) && !(query.bad === 'true' && row.ok));
    const names = await namesOf(workspace.ws, { people: numbers(wanted, 'person'), accounts: numbers(wanted, 'account') });
    return { rows: wanted.map((row) => presentArrival(row, names, language)), cursor };
  }),
  route(validateEvent, async ({ body }, { now, language }) => {
    const parsed = parseTrackingMessage(body.message, { receivedAt: now, now });
    if (!parsed.ok)
      return { ok: false, event: null, problems: parsed.problems.map((one) => answeredField(one, language)), warnings: [], props: {} };
    const { event, warnings, properties } = parsed.message;
    return { ok: true, event, problems: [], warnings: warnings.map(({ said }) => say(said, language).message), props: { ...properties } };
  }),
];

const numbers = (rows: readonly Arrival[], key: 'person' | 'account'): readonly number[] => [
  ...new Set(rows.map((row) => row[key]).filter((number) => number > 0)),
];

const presentArrival = (
  { sequence: _, account, person, problems, warnings, props, ...shown }: Arrival,
  names: Awaited<ReturnType<NamesOf>>,
  language: Language,
): LiveEvent => ({
  ...shown,
  problems: problems.map((problem) => answeredField(problem, language)),
  warnings: warnings.map(({ said }) => say(said, language).message),
  props: { ...props },
  accountName: names.accounts.get(account) ?? null,
  personName: names.people.get(person) ?? null,
});
