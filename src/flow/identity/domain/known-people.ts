import type { CanonicalPersons } from './canonical-persons.ts';
import type { PersonId } from './ledger.ts';

/** What must be known of the person (node) that holds an alias. Ages: its place in the ledger's order of creation; smaller is older. */
export type KnownAlias = { readonly node: PersonId; readonly nodeAge: number; readonly canonical: PersonId };

/** What must be known of a canonical person: whether any of its members has a user id, any an e-mail address. */
export type KnownPerson = { readonly identified: boolean; readonly hasEmail: boolean; readonly age: number };

/** The answer to one query for the aliases of a batch; canonical persons of all aliases found are in `people`. */
export type KnownPeople = {
  readonly aliases: ReadonlyMap<string, KnownAlias>;
  readonly people: ReadonlyMap<PersonId, KnownPerson>;
  /** Pairs of canonical persons that a human parted. */
  readonly apart: readonly (readonly [PersonId, PersonId])[];
};

/** Nobody is known yet. */
export const NOBODY: KnownPeople = { aliases: new Map(), people: new Map(), apart: [] };

/** The look-up as the ledger answers it: the reference for the store's query. */
export function knownFromLedger(view: CanonicalPersons): KnownPeople {
  const canonical = (node: PersonId): PersonId => view.canonicalOf.get(node) ?? node;
  const known = (node: PersonId): KnownAlias => ({ node, nodeAge: view.ageOf.get(node) ?? 0, canonical: canonical(node) });
  return {
    aliases: new Map(Array.from(view.nodeOf, ([key, node]) => [key, known(node)])),
    people: new Map(view.persons.map(({ id, identified, hasEmail, age }) => [id, { identified, hasEmail, age }])),
    apart: view.apart.map(([a, b]) => [canonical(a), canonical(b)]),
  };
}
