import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { type Condition, fieldsOf, holds } from '#kernel/condition.ts';
import type { StageTrigger } from '../../contracts.ts';
import type { CustomerLife } from './customer-lives.ts';
import type { Evidence, LifecycleFact, Moment } from './input.ts';
import { isWithin } from './steps.ts';
import type { KeyedTrigger } from './triggers.ts';

type FactTrigger = Extract<StageTrigger, { kind: 'fact' }>;

/** A trigger that counts facts. */
export type KeyedFactTrigger = KeyedTrigger & { readonly trigger: FactTrigger };

/** Which facts, in order of time, does this trigger count? */
export const matchingFacts = (facts: readonly LifecycleFact[], { events, where }: FactTrigger): readonly LifecycleFact[] =>
  facts
    .filter((fact) => events.includes(fact.event) && (where === null || holds(where, (field) => fact.props[field], fact.at)))
    .sort((a, b) => a.at - b.at || a.known - b.known);

/** At which instants had the last `times` matching facts happened within `withinDays` local days? Only the first when later ones change nothing. */
export const countedMoments = (keyed: KeyedFactTrigger, facts: readonly LifecycleFact[], zone: string): readonly Moment[] => {
  const { times, withinDays, where } = keyed.trigger;
  const matches = matchingFacts(facts, keyed.trigger);
  const met: Moment[] = [];
  for (let last = times - 1; last < matches.length; last++) {
    const nearest = matches.slice(last - times + 1, last + 1);
    if (withinDays !== null && nearest.at(-1)!.at >= deadline(nearest[0]!.at, withinDays, zone)) continue;
    const run =
      (keyed.trigger.people ?? 1) > 1 ? stretchTo(matches, last, (from) => isInTime(from, matches[last]!.at, withinDays, zone)) : nearest;
    if (!isBySo(run, keyed.trigger)) continue;
    met.push(momentOf(keyed.key, run, where));
    if (keyed.keep === 'first') break;
  }
  return met;
};

/**
 * At which instants of each customer life had `times` matching facts happened since its start, and before `withinDays` local days of it were
 * over? The first of each life, or also those after it where a later one can move the account (back into Renewing, or past its condition).
 */
export const momentsInLives = (
  keyed: KeyedFactTrigger,
  facts: readonly LifecycleFact[],
  lives: readonly CustomerLife[],
  zone: string,
): readonly Moment[] => {
  const { times, withinDays, where } = keyed.trigger;
  const matches = matchingFacts(facts, keyed.trigger);
  const once = keyed.stage !== 'renewing' && keyed.onlyIf === null;
  return lives.flatMap((life) => {
    const until = withinDays === null ? Number.POSITIVE_INFINITY : deadline(life.from, withinDays, zone);
    const counted = matches.filter((fact) => isWithin(fact.at, life) && fact.at < until);
    const first = firstEnough(counted, keyed.trigger);
    const ends = once ? counted.slice(first, first + 1) : counted.slice(first);
    return ends.map((_, index) => {
      const from = first > times - 1 ? 0 : index;
      const moment = momentOf(keyed.key, counted.slice(from, first + index + 1), where);
      return { ...moment, known: Math.max(moment.known, life.known) };
    });
  });
};

// The place of the fact with which there were enough of them, by enough people; beyond the end when there never were.
const firstEnough = (counted: readonly LifecycleFact[], { times, people = 1 }: FactTrigger): number => {
  if (people === 1) return times - 1;
  const who = new Set<number>();
  const place = counted.findIndex(({ person = 0 }, index) => {
    if (person !== 0) who.add(person);
    return index >= times - 1 && who.size >= people;
  });
  return place < 0 ? counted.length : place;
};

const isBySo = (run: readonly LifecycleFact[], { people = 1 }: FactTrigger): boolean =>
  people === 1 || new Set(run.flatMap(({ person = 0 }) => (person === 0 ? [] : [person]))).size >= people;

const stretchTo = (matches: readonly LifecycleFact[], last: number, isIn: (from: number) => boolean): readonly LifecycleFact[] =>
  matches.slice(0, last + 1).filter(({ at }) => isIn(at));

const isInTime = (from: number, to: number, withinDays: number | null, zone: string): boolean =>
  withinDays === null || to < deadline(from, withinDays, zone);

const MOST_EVIDENCE = 10;

const deadline = (from: number, days: number, zone: string): number => startOfDate(addDays(dateOf(from, zone), days), zone);

const momentOf = (trigger: string, run: readonly LifecycleFact[], where: Condition | null): Moment => ({
  trigger,
  edge: 'met',
  at: run.at(-1)!.at,
  known: Math.max(...run.map((fact) => fact.known)),
  evidence: run.slice(-MOST_EVIDENCE).map((fact) => evidenceOf(fact, where)),
});

/** A fact as evidence; the note shows the properties that the condition looked at. */
const evidenceOf = ({ event, at, subject, props }: LifecycleFact, where: Condition | null): Evidence => ({
  event,
  at,
  subject,
  note: (where === null ? [] : fieldsOf(where))
    .filter((field) => props[field] !== undefined)
    .map((field) => `${field}=${props[field]}`)
    .join(', '),
});
