import { type Alias, aliasKey } from './alias.ts';
import type { KnownPeople, KnownPerson } from './known-people.ts';
import type { LedgerStep, MergeStep, PersonId } from './ledger.ts';

/** The known people together with the steps decided so far in a batch. It changes as steps are taken and lives as long as the batch. */
export type WorkingPeople = {
  readonly known: KnownPeople;
  /** Alias key → the new holder of an alias linked in this batch. */
  readonly nodes: Map<string, PersonId>;
  /** Person (node) → its canonical person before the batch. */
  readonly homes: Map<PersonId, PersonId>;
  readonly ages: Map<PersonId, number>;
  /** Facts of canonical persons that the batch changed. */
  readonly people: Map<PersonId, KnownPerson>;
  /** Canonical persons that lost their place → those that took it. */
  readonly stands: Map<PersonId, PersonId>;
  readonly created: PersonId[];
};

/** New people are younger than all known ones, in the order of their creation. */
const NEW_AGE = Number.MAX_SAFE_INTEGER / 2;
const UNKNOWN: KnownPerson = { identified: false, hasEmail: false, age: NEW_AGE };

/** Opens a batch over what is known; `known` itself is never changed. */
export function workingPeople(known: KnownPeople): WorkingPeople {
  return { known, nodes: new Map(), homes: new Map(), ages: new Map(), people: new Map(), stands: new Map(), created: [] };
}

/** The person (node) that holds this alias. */
export function nodeOf(batch: WorkingPeople, alias: Alias): PersonId | undefined {
  const key = aliasKey(alias);
  const fresh = batch.nodes.get(key);
  if (fresh !== undefined) return fresh;
  const stored = batch.known.aliases.get(key);
  if (stored === undefined) return undefined;
  if (!batch.homes.has(stored.node)) {
    batch.homes.set(stored.node, stored.canonical);
    batch.ages.set(stored.node, stored.nodeAge);
  }
  return stored.node;
}

/** The canonical person of this person (node). */
export function canonicalOf(batch: WorkingPeople, node: PersonId): PersonId {
  return standing(batch, batch.homes.get(node) ?? node);
}

/** What is known of this canonical person. */
export function factsOf(batch: WorkingPeople, canonical: PersonId): KnownPerson {
  return batch.people.get(canonical) ?? batch.known.people.get(canonical) ?? UNKNOWN;
}

/** Did a human part these two canonical persons? */
export function isKeptApart(batch: WorkingPeople, a: PersonId, b: PersonId): boolean {
  return batch.known.apart.some(([x, y]) => {
    const [left, right] = [standing(batch, x), standing(batch, y)];
    return (left === a && right === b) || (left === b && right === a);
  });
}

/** A temporary id for the next new person. */
export function nextPerson(batch: WorkingPeople): PersonId {
  return `new:${batch.created.length + 1}`;
}

/** Canonical persons that no longer are → those that stand for them now. */
export function movedPeople(batch: WorkingPeople): ReadonlyMap<PersonId, PersonId> {
  return new Map(Array.from(batch.stands.keys(), (person) => [person, standing(batch, person)]));
}

/** Makes a step part of what is known. */
export function takeStep(batch: WorkingPeople, step: LedgerStep): void {
  if (step.do === 'create') create(batch, step.person);
  else if (step.do === 'link') link(batch, step.alias, step.person);
  else if (step.do === 'identify') markIdentified(batch, step.person);
  else if (step.do === 'merge') merge(batch, step);
}

function create(batch: WorkingPeople, person: PersonId): void {
  const age = NEW_AGE + batch.created.push(person);
  batch.homes.set(person, person);
  batch.ages.set(person, age);
  batch.people.set(person, { identified: false, hasEmail: false, age });
}

function link(batch: WorkingPeople, alias: Alias, node: PersonId): void {
  batch.nodes.set(aliasKey(alias), node);
  const canonical = canonicalOf(batch, node);
  if (alias.kind === 'email') batch.people.set(canonical, { ...factsOf(batch, canonical), hasEmail: true });
  if (alias.kind === 'user') markIdentified(batch, node);
}

/** The first identified member stands for its component, wherever it was merged before. */
function markIdentified(batch: WorkingPeople, node: PersonId): void {
  const canonical = canonicalOf(batch, node);
  const before = factsOf(batch, canonical);
  if (before.identified) return;
  if (node !== canonical) {
    batch.stands.delete(node);
    batch.stands.set(canonical, node);
    batch.homes.set(node, node);
  }
  batch.people.set(node, { ...before, identified: true, age: node === canonical ? before.age : (batch.ages.get(node) ?? before.age) });
}

function merge(batch: WorkingPeople, step: MergeStep): void {
  const survivor = factsOf(batch, step.survivor);
  const absorbed = factsOf(batch, step.absorbed);
  const both = { identified: survivor.identified || absorbed.identified, hasEmail: survivor.hasEmail || absorbed.hasEmail };
  batch.people.set(step.survivor, { ...both, age: survivor.age });
  batch.stands.set(step.absorbed, step.survivor);
}

function standing(batch: WorkingPeople, person: PersonId): PersonId {
  let at = person;
  for (let next = batch.stands.get(at); next !== undefined; next = batch.stands.get(at)) at = next;
  return at;
}
