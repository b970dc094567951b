import { readFileSync } from 'node:fs';
import { addDays } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import type { QuestionFact, QuestionWorld } from '../../../domain/questions/question-world.ts';
import { EventMatch } from '../../../question-contracts.ts';

type Text = string | number | boolean;
type Properties = Readonly<Record<string, Text>>;

/** A test of a property as the cases of product analytics write it, or a tree of such tests. */
export type PeerFilter =
  | { readonly all: readonly PeerFilter[] }
  | { readonly any: readonly PeerFilter[] }
  | { readonly key: string; readonly op?: string; readonly value?: Text | readonly Text[]; readonly on?: 'person' };

/** An event as a query names it. */
export interface PeerEvent {
  readonly event: string | null;
  readonly filters?: readonly PeerFilter[];
}

/** A case of ../shared/cases/product_*.json; `Query` and `Expected` differ by file. */
export interface PeerCase<Query, Expected> {
  readonly id: string;
  readonly persons: readonly {
    readonly id: string;
    readonly distinct_ids?: readonly string[];
    readonly first_seen?: string;
    readonly properties?: Properties;
  }[];
  readonly events: readonly {
    readonly distinct_id: string;
    readonly event: string;
    readonly timestamp: string;
    readonly properties?: Properties;
  }[];
  readonly query: Query;
  readonly expected: Expected;
}

/** The cases of a file of the shared reference data, with a clear failure when it is absent. */
export function peerCases<Query, Expected>(file: string): readonly PeerCase<Query, Expected>[] {
  const path = `../shared/cases/${file}.json`;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly PeerCase<Query, Expected>[] }).cases;
  } catch (cause) {
    throw new Error(`The shared cases cannot be read from ${path}: put the reference data beside the project.`, { cause });
  }
}

/** The facts of a case: each distinct id is an alias of its person, whose properties are answered from outside as person.its_key (and person.first_seen). */
export function worldOfCase({ persons, events }: PeerCase<unknown, unknown>): QuestionWorld {
  const owners = new Map(persons.flatMap(({ id, distinct_ids }, index) => (distinct_ids ?? [id]).map((one) => [one, index + 1] as const)));
  const aliases = new Map([...owners.keys()].map((one, index) => [one, index + 1]));
  const facts = events.map(({ distinct_id, event, timestamp, properties }, index): QuestionFact => {
    const [at, alias] = [Date.parse(timestamp), aliases.get(distinct_id)!];
    return {
      ...{ event, at, known: at, id: index + 1, alias, person: 1_000 + alias, account: 0, session: 0 },
      ...{ subject: '', source: 'web', amount: 0, feature: '', path: '', channel: '', props: texts(properties) },
    };
  });
  const traits = persons.map(({ properties, first_seen }, index) => ({
    num: index + 1,
    own: { ...texts(properties), ...(first_seen && { first_seen: String(Date.parse(first_seen)) }) },
  }));
  const keys = new Set(traits.flatMap(({ own }) => Object.keys(own)));
  return {
    facts,
    belongs: new Map([...aliases].map(([one, alias]) => [alias, owners.get(one)!])),
    stands: new Map(),
    outside: new Map([...keys].map((key) => [`person.${key}`, { of: 'person', values: valuesOf(traits, key) }])),
  };
}

/** The same test in the condition language; null for none. */
export function conditionOf(filters: readonly PeerFilter[] | PeerFilter | undefined): Condition | null {
  if (filters === undefined) return null;
  if (Array.isArray(filters)) return filters.length === 0 ? null : { all: filters.map(tested) };
  return tested(filters as PeerFilter);
}

/** The facts that an event of a query means. */
export function matchOf({ event, filters }: PeerEvent): EventMatch {
  return EventMatch.parse({ events: event === null ? [] : [event], where: conditionOf(filters) });
}

/** A range that ends with its last day, or with an instant (UTC), as one that ends before its end. */
export function rangeOf({ from, to }: { readonly from: string; readonly to: string }): { readonly from: string; readonly to: string } {
  const minuteAfter = (): string => new Date(Date.parse(to) + 60_000).toISOString().slice(0, 16);
  return { from: from.slice(0, 16), to: to.length === 10 ? addDays(to, 1) : minuteAfter() };
}

const texts = (properties: Properties = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));

const valuesOf = (
  traits: readonly { readonly num: number; readonly own: Readonly<Record<string, string>> }[],
  key: string,
): ReadonlyMap<number, string> => new Map(traits.flatMap(({ num, own }) => (own[key] === undefined ? [] : [[num, own[key]] as const])));

const tested = (filter: PeerFilter): Condition => {
  if ('all' in filter) return { all: filter.all.map(tested) };
  if ('any' in filter) return { any: filter.any.map(tested) };
  const field = `${filter.on === 'person' ? 'person' : 'event'}.${filter.key}`;
  const value = Array.isArray(filter.value) ? filter.value.map(String) : String(filter.value);
  if (filter.op === 'is_set') return { field, op: 'exists' };
  if (filter.op === 'not_contains') return { not: { field, op: 'contains', value } };
  if (filter.op === 'contains' || filter.op === 'is_not') return { field, op: filter.op, value };
  return Array.isArray(value) ? { field, op: 'in', value } : { field, op: 'is', value };
};
