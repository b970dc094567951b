import { type Alias, aliasKey } from './alias.ts';
import type { KnownAlias, KnownPeople, KnownPerson } from './known-people.ts';
import type { PersonId } from './ledger.ts';
import type { PersonNode } from './person-record.ts';

/** What the stores answer to the look-up of a batch: aliases found, all rows of their people, the pairs of rows that a human parted. */
export type FoundPeople = {
  readonly aliases: readonly (Alias & { readonly personNum: number })[];
  readonly nodes: readonly PersonNode[];
  readonly parted: readonly (readonly [number, number])[];
};

/** The id under which the rules know a kept row: its number, which also tells its age. */
export const personIdOf = (num: number): PersonId => String(num);

/** The same as the rules want it, with whether any row of a person has a user id or an address. */
export function knownFromRows({ aliases, nodes, parted }: FoundPeople): KnownPeople {
  const standing = new Map(nodes.map(({ num, mergedInto }) => [num, mergedInto ?? num]));
  const people = new Map<PersonId, KnownPerson>();
  for (const { num, mergedInto, hasUser, hasEmail } of nodes) {
    const age = mergedInto ?? num;
    const before = people.get(personIdOf(age));
    people.set(personIdOf(age), {
      identified: hasUser || before?.identified === true,
      hasEmail: hasEmail || before?.hasEmail === true,
      age,
    });
  }
  const known = (personNum: number): KnownAlias => ({
    node: personIdOf(personNum),
    nodeAge: personNum,
    canonical: personIdOf(standing.get(personNum) ?? personNum),
  });
  return {
    aliases: new Map(aliases.map((alias) => [aliasKey(alias), known(alias.personNum)])),
    people,
    apart: parted.map(([a, b]) => [personIdOf(standing.get(a) ?? a), personIdOf(standing.get(b) ?? b)]),
  };
}
