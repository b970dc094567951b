import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { canonicalPersons } from '../domain/canonical-persons.ts';
import { mergePeople } from '../domain/correct-people.ts';
import { IDENTITY_SAYS } from '../domain/identity-sayings.ts';
import { personIdOf } from '../domain/known-from-rows.ts';
import { groupsOf } from '../domain/settle-people.ts';
import { lockIdentity } from '../store/lock.ts';
import { insertMerges, markUndone, type StoredMerge } from '../store/merges.ts';
import { personNums } from '../store/people.ts';
import type { Desk } from './deps.ts';
import { openRows } from './look-up-people.ts';
import { type OpenPeople, writePeople } from './people-desk.ts';

/** Who merges what, and why. */
export interface MergeByHand {
  readonly intoId: string;
  readonly fromId: string;
  readonly reason: string;
  readonly actor: string;
}

/** Joins two people by hand; what is known of `into` stands where both say something. Even two with a user id each: who looks at them knows better. */
export const mergePeopleByHand = async (desk: Desk, tx: Db, ws: number, wish: MergeByHand): Promise<StoredMerge> => {
  await lockIdentity(tx, ws);
  const now = desk.clock.now();
  const nums = await personNums(tx, ws, [wish.intoId, wish.fromId]);
  const [into, from] = [numOf(nums, wish.intoId), numOf(nums, wish.fromId)];
  const { people } = await openRows(tx, ws, [into, from]);
  const id = newId('merge', now);
  const decision = mergePeople(viewOf(people), {
    merge: id,
    into: personIdOf(into),
    from: personIdOf(from),
    force: true,
    signed: { actor: wish.actor, at: now, reason: wish.reason },
  });
  if (!decision.ok) throw new AppError('conflict', IDENTITY_SAYS.people_one_already());
  const forced = decision.entries.some((entry) => entry.do === 'merge' && entry.forced);
  const seq = await takeNumbers(tx, ws, 'identity', 1);
  const merge: StoredMerge = {
    id,
    kind: 'person',
    seq,
    from,
    into,
    forced,
    reason: wish.reason,
    actor: wish.actor,
    at: now,
    undoneAt: null,
    details: {},
  };
  people.edges.push(merge);
  people.touched.add(from).add(into);
  await insertMerges(tx, ws, [merge]);
  await writePeople(desk, tx, ws, people, { now, source: 'record' });
  return merge;
};

/** Takes a merge of people back: each side has again what was said under its own ids, and no message joins them any more. */
export const splitPeople = async (desk: Desk, tx: Db, ws: number, merge: StoredMerge, actor: string): Promise<void> => {
  await lockIdentity(tx, ws);
  const now = desk.clock.now();
  const { people } = await openRows(tx, ws, [merge.from, merge.into]);
  const group = groupsOf(people.nodes, people.edges).find(({ nodes }) => nodes.some(({ num }) => num === merge.from));
  for (const row of group?.nodes ?? []) people.touched.add(row.num);
  people.edges.splice(0, people.edges.length, ...people.edges.filter((edge) => edge.id !== merge.id));
  await markUndone(tx, ws, merge.id, { actor, now });
  await writePeople(desk, tx, ws, people, { now, source: 'record' });
};

const numOf = (nums: ReadonlyMap<string, number>, id: string): number => {
  const num = nums.get(id);
  if (num === undefined) throw new AppError('not_found', RECORD_SAYS.person_gone({ id }));
  return num;
};

const viewOf = ({ nodes, edges }: OpenPeople) =>
  canonicalPersons([
    ...[...nodes.values()]
      .sort((a, b) => a.num - b.num)
      .flatMap((row) => [
        { do: 'create', person: personIdOf(row.num), at: row.createdAt } as const,
        ...(row.hasUser ? [{ do: 'identify', person: personIdOf(row.num) } as const] : []),
      ]),
    ...edges.map(
      (edge) => ({ do: 'merge', merge: edge.id, from: personIdOf(edge.from), into: personIdOf(edge.into), forced: false }) as const,
    ),
  ]);
