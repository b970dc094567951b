import type { ImportContext } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import type { OwnTraits } from '../../domain/person-record.ts';
import { deleteAccounts, leftBehindBy } from '../../store/accounts.ts';
import { aliasesOfRows, deleteAliasesOfImport } from '../../store/aliases.ts';
import { lockIdentity } from '../../store/lock.ts';
import { markUndone } from '../../store/merges.ts';
import { deletePeople, personNums } from '../../store/people.ts';
import type { Desk } from '../deps.ts';
import { openRows } from '../look-up-people.ts';
import { type OpenPeople, writePeople } from '../people-desk.ts';

/** What was said under a person's own ids before an import changed it. */
export type PersonBefore = { readonly id: string; readonly traits: OwnTraits };

export interface PeopleToTakeBack {
  readonly remove: readonly string[];
  readonly restore: readonly PersonBefore[];
}

/** Takes people away and gives others back what was said of them; links of the import go, and accounts that it made for nobody else. */
export const takeBackPeople = async (desk: Desk, tx: Db, context: ImportContext, { remove, restore }: PeopleToTakeBack): Promise<void> => {
  const { ws, now, importNumber } = context;
  await lockIdentity(tx, ws);
  const nums = await personNums(tx, ws, [...remove, ...restore.map(({ id }) => id)]);
  const gone = remove.flatMap((id) => nums.get(id) ?? []);
  const { people } = await openRows(tx, ws, [...nums.values()]);
  await partFrom(tx, ws, { people, gone: new Set(gone), now });
  const restored = restore.flatMap(({ id, traits }) => ({ num: nums.get(id) ?? 0, traits }));
  await deleteAliasesOfImport(
    tx,
    ws,
    importNumber,
    restored.map(({ num }) => num),
  );
  await giveBack(tx, ws, people, restored);
  await writePeople(desk, tx, ws, people, { now, source: 'record' });
  await deletePeople(tx, ws, gone);
  await deleteAccounts(tx, ws, await leftBehindBy(tx, ws, importNumber));
  desk.cache.forgetWorkspace(ws);
};

interface Parting {
  readonly people: OpenPeople;
  readonly gone: ReadonlySet<number>;
  readonly now: number;
}

/** Whoever was merged with somebody who goes stands alone again. */
const partFrom = async (tx: Db, ws: number, { people, gone, now }: Parting): Promise<void> => {
  const ends = people.edges.filter((edge) => gone.has(edge.from) || gone.has(edge.into));
  for (const { id } of ends) await markUndone(tx, ws, id, { actor: 'import undone', now });
  people.edges.splice(0, people.edges.length, ...people.edges.filter((edge) => !ends.includes(edge)));
  for (const { from, into } of ends) people.touched.add(from).add(into);
  for (const num of gone) people.nodes.delete(num);
};

const giveBack = async (tx: Db, ws: number, people: OpenPeople, restored: readonly { num: number; traits: OwnTraits }[]): Promise<void> => {
  const left = await aliasesOfRows(
    tx,
    ws,
    restored.map(({ num }) => num),
  );
  const kinds = Map.groupBy(left, (alias) => alias.personNum);
  for (const { num, traits } of restored) {
    const row = people.nodes.get(num);
    if (!row) continue;
    const has = (kind: string): boolean => (kinds.get(num) ?? []).some((alias) => alias.kind === kind);
    people.nodes.set(num, { ...row, traits, hasUser: has('user'), hasEmail: has('email') });
    people.touched.add(num);
  }
};
