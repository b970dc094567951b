import type { FactDraft } from '#kernel/fact.ts';
import type { Telling } from './account-record.ts';
import { type OwnTraits, type PersonFields, type PersonNode, personFields } from './person-record.ts';

/** From an instant on (UTC ms) this was said under a row's ids, in all. */
export type PersonTurn = { readonly at: number; readonly traits: OwnTraits };

/** What became of a person: as it is now, as it was shown before (null for a new one), and the turns between them, if they can be told one by one. */
export type PersonStory = { readonly row: PersonNode; readonly before: PersonFields | null; readonly turns: readonly PersonTurn[] };

/**
 * Which facts tell what became of a person? One for each turn that changed what is told, at its own time, so that a history that comes in one
 * piece can be seen as of any day; who is new was known when it was first heard of. Names, addresses and numbers stay out of the event store.
 */
export function personFacts({ row, before, turns }: PersonStory, { now, source, importNumber }: Telling): readonly FactDraft[] {
  const start = before === null ? row.createdAt : null;
  const first = turns.findLast((turn) => start !== null && turn.at <= start);
  const later = turns.filter((turn) => start === null || turn.at > start);
  const told = [
    ...(start === null ? [] : [{ event: 'person_created' as const, at: start, shown: fieldsOf(first) }]),
    ...later.map((turn) => ({ event: 'person_changed' as const, at: turn.at, shown: fieldsOf(turn) })),
  ];
  const last = told.at(-1) ?? { event: 'person_changed' as const, at: now, shown: row.shown };
  const steps = [...told.slice(0, -1), { ...last, shown: row.shown }];
  const kept = steps.filter((step, i) => i === 0 || i === steps.length - 1 || !isSaidAlready(step.shown, steps[i - 1]!.shown));
  return kept.map(({ event, at, shown }, i) => ({
    event,
    at,
    known: at,
    source,
    importNumber,
    person: row.num,
    alias: row.aliasNum,
    account: shown.homeAccount ?? 0,
    subject: row.id,
    // The last has the key of the version; those before it were never versions of their own.
    key: `person:${row.id}:${row.version}${i === kept.length - 1 ? '' : `.${i}`}`,
    props: { ...(shown.title !== null && { title: shown.title }), ...(shown.channel !== null && { channel: shown.channel }) },
  }));
}

const fieldsOf = (turn: PersonTurn | undefined): PersonFields =>
  personFields(new Map(Object.entries(turn?.traits ?? {}).map(([key, { v }]) => [key, v])));

const isSaidAlready = (shown: PersonFields, before: PersonFields): boolean =>
  shown.title === before.title && shown.channel === before.channel && shown.homeAccount === before.homeAccount;
