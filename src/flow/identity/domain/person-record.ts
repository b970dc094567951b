import type { AttributeValue, AttributeValues } from './account-record.ts';
import { emailAddress } from './email-address.ts';
import type { HistoryEntry } from './people-history.ts';
import { peopleOf } from './people-history.ts';
import { cleanName, cleanText, cleanValue, type TraitChange, type Traits } from './traits.ts';

/** One thing that was said under a person's own ids: the value, its place in the order of all changes, and whether it only fills a gap. */
export type OwnTrait = { readonly v: unknown; readonly n: number; readonly once?: true };
export type OwnTraits = Readonly<Record<string, OwnTrait>>;

/** The account of a person is kept like a trait, so that a split gives it back; the `$` keeps it apart from what senders say. */
export const ACCOUNT_TRAIT = '$account';
/** Set once a person was captured as a lead, so that it is told once. */
export const LEAD_TRAIT = '$lead';

/** A row of a person's history, as it is kept. `aliasNum` is the alias under which facts about it are told. */
export type PersonNode = {
  readonly num: number;
  readonly id: string;
  readonly mergedInto: number | null;
  readonly traits: OwnTraits;
  readonly hasUser: boolean;
  readonly hasEmail: boolean;
  readonly aliasNum: number;
  readonly version: number;
  readonly createdAt: number;
  readonly shown: PersonFields;
};

/** A merge that stands, between two rows; `seq` is its place among the changes of traits. */
export type PersonEdge = { readonly id: string; readonly from: number; readonly into: number; readonly seq: number };

/** What is shown of a person. `homeAccount` is the account as it was named. */
export type PersonFields = {
  readonly name: string | null;
  readonly email: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly channel: string | null;
  readonly attributes: AttributeValues;
  readonly homeAccount: number | null;
};

/** Rows that are one human now. */
export type JointPerson = { readonly num: number; readonly members: readonly number[]; readonly traits: Traits };

/** What was said under a row's own ids, after one more change. A value once set is never filled again; the later of two sets holds. */
export function recordTraits(own: OwnTraits, change: TraitChange, n: number): OwnTraits {
  const after = new Map(Object.entries(own));
  for (const [key, value] of Object.entries(change.setOnce ?? {}))
    if (!after.has(cleanText(key))) after.set(cleanText(key), { v: cleanValue(value), n, once: true });
  for (const [key, value] of Object.entries(change.set ?? {})) after.set(cleanText(key), { v: cleanValue(value), n });
  return Object.fromEntries(after);
}

/**
 * Which people do these rows make, and what is known of each? Only the last thing said of a trait under each row's ids is kept; replaying
 * those in order among the merges gives the same as replaying everything, since whatever came before was overwritten for good.
 */
export function jointPeople(nodes: readonly PersonNode[], edges: readonly PersonEdge[]): readonly JointPerson[] {
  const [only] = nodes;
  if (only && nodes.length === 1) {
    const traits = new Map(Object.entries(only.traits).map(([key, { v }]) => [key, v]));
    return [{ num: only.num, members: [only.num], traits }];
  }
  return peopleOf(historyOf(nodes, edges)).map(({ id, members, traits }) => ({ num: Number(id), members: members.map(Number), traits }));
}

/** The fields of a person by what is known of them; whatever has no field of its own and is a plain value becomes an attribute. */
export function personFields(traits: Traits): PersonFields {
  const email = textOf(traits.get('email'));
  const full = [traits.get('firstName') ?? traits.get('first_name'), traits.get('lastName') ?? traits.get('last_name')].map(textOf);
  const account = traits.get(ACCOUNT_TRAIT);
  return {
    name: textOf(traits.get('name')) ?? textOf(full.filter((part) => part !== null).join(' ')),
    email: email === null ? null : (emailAddress(email)?.text ?? email),
    title: textOf(traits.get('title') ?? traits.get('jobTitle')),
    phone: textOf(traits.get('phone')),
    channel: textOf(traits.get('channel')),
    attributes: Object.fromEntries(
      [...traits].flatMap(([key, value]) => (FIELDS.has(key) || key.startsWith('$') ? [] : plainValues(key, value))),
    ),
    homeAccount: typeof account === 'number' ? account : null,
  };
}

const FIELDS = new Set(['name', 'firstName', 'first_name', 'lastName', 'last_name', 'email', 'title', 'jobTitle', 'phone', 'channel']);

function historyOf(nodes: readonly PersonNode[], edges: readonly PersonEdge[]): readonly HistoryEntry[] {
  const byAge = [...nodes].sort((a, b) => a.num - b.num);
  const start = byAge.flatMap((node): HistoryEntry[] => [
    { do: 'create', person: String(node.num), at: node.createdAt },
    { do: 'link', alias: aliasOf(node.num), person: String(node.num) },
    ...(node.hasUser ? [{ do: 'identify', person: String(node.num) } as const] : []),
  ]);
  const said = byAge.flatMap(({ num, traits }) =>
    Object.entries(traits).map(([key, { v, n, once }]) => ({
      n,
      entry: { do: 'set', alias: aliasOf(num), change: once ? { setOnce: { [key]: v } } : { set: { [key]: v } } } as const,
    })),
  );
  const joined = edges.map(({ id, from, into, seq }) => ({
    n: seq,
    entry: { do: 'merge', merge: id, from: String(from), into: String(into), forced: false } as const,
  }));
  // Merges first: what a message says holds for the person that its ids turned out to be.
  const later = [...joined, ...said].sort((a, b) => a.n - b.n).map(({ entry }): HistoryEntry => entry);
  return [...start, ...later];
}

const aliasOf = (num: number) => ({ kind: 'distinct', value: String(num) }) as const;

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cleanName(value) || null : null;
}

function plainValues(key: string, value: unknown): readonly (readonly [string, AttributeValue])[] {
  if (value === null || value === undefined || Array.isArray(value)) return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
  return Object.entries(value).flatMap(([inner, part]) => (isPlain(part) ? [[`${key}.${inner}`, part] as const] : []));
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
