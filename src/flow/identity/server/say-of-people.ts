import { recordTraits } from '../domain/person-record.ts';
import { type Kin, NO_KIN, saysNew } from '../domain/says-new.ts';
import { groupsOf, type PeopleGroup } from '../domain/settle-people.ts';
import type { TraitChange } from '../domain/traits.ts';
import type { OpenPeople } from './people-desk.ts';

/** Enters what is said under a row's ids at place `n` among all changes; answers whether that was new. */
export type SayOfPerson = (num: number, change: TraitChange, n: number) => boolean;

/** Lets things be said of these rows. Who belongs together is looked at now: joins that come later are settled when the rows are written. */
export const sayOfPeople = (people: OpenPeople): SayOfPerson => {
  const groups = groupsByRow(people);
  return (num, change, n) => {
    const row = people.nodes.get(num);
    if (!row) return false;
    if (!saysNew(row.traits, kinIn(people, groups.get(num), num), change)) return false;
    people.nodes.set(num, { ...row, traits: recordTraits(row.traits, change, n) });
    people.touched.add(num);
    return true;
  };
};

const kinIn = (people: OpenPeople, group: PeopleGroup | undefined, num: number): Kin => {
  if (!group) return NO_KIN;
  const others = group.nodes.filter((row) => row.num !== num).map((row) => people.nodes.get(row.num)?.traits ?? {});
  return { others, lastMerge: Math.max(...group.edges.map((edge) => edge.seq)) };
};

/** Row → its group, for rows that are not alone. */
const groupsByRow = ({ nodes, edges }: OpenPeople): ReadonlyMap<number, PeopleGroup> =>
  new Map(
    groupsOf(nodes, edges)
      .filter((group) => group.nodes.length > 1)
      .flatMap((group) => group.nodes.map((row) => [row.num, group] as const)),
  );
