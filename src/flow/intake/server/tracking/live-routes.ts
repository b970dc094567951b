import { AppError } from '#kernel/app-error.ts';
import { say } from '#kernel/saying.ts';
import type { Language } from '#kernel/words.ts';
import { answeredField, type Route, route } from '#platform/http.ts';
import { getLiveEvent, type LiveEvent, listLiveEvents, validateEvent } from '../../contracts.ts';
import { isWanted, lateness } from '../../domain/tracking/live-filter.ts';
import { parseTrackingMessage } from '../../domain/tracking/parse-tracking-message.ts';
import { namedIdsOf, statedTimesOf } from '../../domain/tracking/raw-message.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';
import type { Arrival, LiveView } from './live-view.ts';

/** A person or an account as it is shown. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** Who people and accounts are, by their numbers. */
export type NamesOf = (
  ws: number,
  wanted: { readonly people: readonly number[]; readonly accounts: readonly number[] },
) => Promise<{ readonly people: ReadonlyMap<number, Named>; readonly accounts: ReadonlyMap<number, Named> }>;

/** The routes of the live view and the validator. */
export const liveRoutes = (live: LiveView, namesOf: NamesOf): readonly Route[] => [
  route(listLiveEvents, async ({ query }, { workspace, language }) => {
    const { rows, cursor } = live.list(workspace.ws, query.after);
    const { bad, after: _, ...filter } = query;
    const present = await presenter(namesOf, workspace.ws, rows, language);
    const shown = rows.map(present);
    const wanted = shown.filter((row) => isWanted(row, filter) && !(bad === 'true' && row.ok));
    return {
      rows: wanted,
      cursor,
      events: distinct(shown.map(({ event }) => event)),
      sources: distinct(shown.map(({ source }) => source)),
    };
  }),
  route(getLiveEvent, async ({ params: { id } }, { workspace, language }) => {
    const arrival = live.find(workspace.ws, id);
    if (arrival === null) throw new AppError('not_found', TRACKING_SAYS.arrival_gone());
    const present = await presenter(namesOf, workspace.ws, [arrival], language);
    return { event: present(arrival), raw: arrival.raw ?? null, ids: namedIdsOf(arrival.raw), ...statedTimesOf(arrival.raw, arrival) };
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

const distinct = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== '').sort();

/** Says arrivals in words, with who they are of. */
const presenter = async (
  namesOf: NamesOf,
  ws: number,
  rows: readonly Arrival[],
  language: Language,
): Promise<(arrival: Arrival) => LiveEvent> => {
  const names = await namesOf(ws, { people: numbers(rows, 'person'), accounts: numbers(rows, 'account') });
  return (arrival) => presentArrival(arrival, names, language);
};

const presentArrival = (arrival: Arrival, names: Awaited<ReturnType<NamesOf>>, language: Language): LiveEvent => {
  const { sequence: _, raw: _raw, sentAt: _sentAt, account, person, problems, warnings, props, ...shown } = arrival;
  const [whose, where] = [names.people.get(person), names.accounts.get(account)];
  return {
    ...shown,
    ok: shown.outcome !== 'refused',
    lateMs: shown.outcome === 'refused' ? null : lateness(shown.at, shown.receivedAt),
    problems: problems.map((problem) => answeredField(problem, language)),
    warnings: warnings.map(({ said }) => say(said, language).message),
    props: { ...props },
    ...{ accountId: where?.id ?? null, accountName: where?.name ?? null, personId: whose?.id ?? null, personName: whose?.name ?? null },
  };
};
