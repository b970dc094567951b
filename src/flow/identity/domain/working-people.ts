import { type Alias, aliasKey } from './alias.ts';
import type { KnownPeople, KnownPerson } from './known-people.ts';
import type { LedgerStep, PersonId } from './ledger.ts';

/** The known people together with the steps decided so far in a batch. It changes as steps are taken and lives as long as the batch. */
export type WorkingPeople = {
  /** The person (node) that holds this alias. */
  readonly nodeOf: (alias: Alias) => PersonId | undefined;
  readonly canonicalOf: (node: PersonId) => PersonId;
  readonly facts: (canonical: PersonId) => KnownPerson;
  readonly keptApart: (a: PersonId, b: PersonId) => boolean;
  readonly newPerson: () => PersonId;
  readonly take: (step: LedgerStep) => void;
  /** Canonical persons that no longer are → those that stand for them now. */
  readonly moved: () => ReadonlyMap<PersonId, PersonId>;
};

/** New people are younger than all known ones, in the order of their creation. */
const NEW_AGE = Number.MAX_SAFE_INTEGER / 2;
const UNKNOWN: KnownPerson = { identified: false, hasEmail: false, age: NEW_AGE };

/** Opens a batch over what is known; `known` itself is never changed. */
export function workingPeople(known: KnownPeople): WorkingPeople {
  const nodes = new Map<string, PersonId>();
  const homes = new Map<PersonId, PersonId>();
  const ages = new Map<PersonId, number>();
  const people = new Map<PersonId, KnownPerson>();
  const stands = new Map<PersonId, PersonId>();
  let created = 0;

  function nodeOf(alias: Alias): PersonId | undefined {
    const key = aliasKey(alias);
    const fresh = nodes.get(key);
    if (fresh !== undefined) return fresh;
    const stored = known.aliases.get(key);
    if (stored === undefined) return undefined;
    homes.set(stored.node, stored.canonical);
    ages.set(stored.node, stored.nodeAge);
    return stored.node;
  }
  function standing(person: PersonId): PersonId {
    let at = person;
    for (let next = stands.get(at); next !== undefined; next = stands.get(at)) at = next;
    return at;
  }
  const canonicalOf = (node: PersonId): PersonId => standing(homes.get(node) ?? node);
  const facts = (canonical: PersonId): KnownPerson => people.get(canonical) ?? known.people.get(canonical) ?? UNKNOWN;

  function markIdentified(node: PersonId): void {
    const canonical = canonicalOf(node);
    const before = facts(canonical);
    if (before.identified) return;
    // The first identified member stands for its component, wherever it was merged before.
    if (node !== canonical) {
      stands.delete(node);
      stands.set(canonical, node);
      homes.set(node, node);
    }
    people.set(node, { ...before, identified: true, age: node === canonical ? before.age : (ages.get(node) ?? before.age) });
  }
  function take(step: LedgerStep): void {
    if (step.do === 'create') {
      homes.set(step.person, step.person);
      ages.set(step.person, NEW_AGE + created);
      people.set(step.person, { identified: false, hasEmail: false, age: NEW_AGE + created });
    } else if (step.do === 'link') {
      nodes.set(aliasKey(step.alias), step.person);
      const canonical = canonicalOf(step.person);
      if (step.alias.kind === 'email') people.set(canonical, { ...facts(canonical), hasEmail: true });
      if (step.alias.kind === 'user') markIdentified(step.person);
    } else if (step.do === 'identify') {
      markIdentified(step.person);
    } else if (step.do === 'merge') {
      const survivor = facts(step.survivor);
      const absorbed = facts(step.absorbed);
      const both = { identified: survivor.identified || absorbed.identified, hasEmail: survivor.hasEmail || absorbed.hasEmail };
      people.set(step.survivor, { ...both, age: survivor.age });
      stands.set(step.absorbed, step.survivor);
    }
  }
  return {
    nodeOf,
    canonicalOf,
    facts,
    take,
    keptApart: (a, b) => known.apart.some(([x, y]) => samePair([standing(x), standing(y)], [a, b])),
    newPerson: () => `new:${++created}`,
    moved: () => new Map(Array.from(stands.keys(), (person) => [person, standing(person)])),
  };
}

function samePair([a, b]: readonly [PersonId, PersonId], [c, d]: readonly [PersonId, PersonId]): boolean {
  return (a === c && b === d) || (a === d && b === c);
}
