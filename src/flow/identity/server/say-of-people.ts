import { recordTraits } from '../domain/person-record.ts';
import { saysNew } from '../domain/says-new.ts';
import { groupsOf } from '../domain/settle-people.ts';
import type { TraitChange } from '../domain/traits.ts';
import type { OpenPeople } from './people-desk.ts';

/** Enters what is said under a row's ids at place `n` among all changes; answers whether that was new. */
export type SayOfPerson = (num: number, change: TraitChange, n: number) => boolean;

/** Lets things be said of these rows. Who belongs together is looked at now: joins that come later are settled when the rows are written. */
export const sayOfPeople = (people: OpenPeople): SayOfPerson => {
  const kin = kinOf(people);
  return (num, change, n) => {
    const row = people.nodes.get(num);
    if (!row) return false;
    const others = (kin.get(num) ?? []).filter((other) => other !== num).map((other) => people.nodes.get(other)?.traits ?? {});
    if (!saysNew(row.traits, others, change)) return false;
    people.nodes.set(num, { ...row, traits: recordTraits(row.traits, change, n) });
    people.touched.add(num);
    return true;
  };
};

/** Row → all rows of its person, for rows that are not alone. */
const kinOf = ({ nodes, edges }: OpenPeople): ReadonlyMap<number, readonly number[]> =>
  new Map(
    groupsOf(nodes, edges)
      .filter((group) => group.nodes.length > 1)
      .flatMap((group) => {
        const nums = group.nodes.map((row) => row.num);
        return nums.map((num) => [num, nums] as const);
      }),
  );
