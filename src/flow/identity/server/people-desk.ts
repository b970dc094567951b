import type { Db } from '#platform/postgres.ts';
import type { Telling } from '../domain/account-record.ts';
import type { PersonEdge, PersonNode } from '../domain/person-record.ts';
import { personFact } from '../domain/person-record.ts';
import { type SettledPeople, settlePeople } from '../domain/settle-people.ts';
import { standingAccounts } from '../store/accounts.ts';
import { insertPeople, updatePeople } from '../store/people.ts';
import { noteStandingPeople } from '../store/standing-changes.ts';
import type { Desk } from './deps.ts';

/** Rows of people in one transaction, from the look-up to what is written. */
export interface OpenPeople {
  readonly nodes: Map<number, PersonNode>;
  readonly edges: PersonEdge[];
  readonly touched: Set<number>;
  readonly created: Set<number>;
}

/** Does the person of this row belong to an account already? */
export const hasHome = (people: OpenPeople, num: number | null): boolean => {
  const own = num === null ? undefined : people.nodes.get(num);
  const standing = own?.mergedInto ? people.nodes.get(own.mergedInto) : own;
  return standing !== undefined && standing.shown.homeAccount !== null;
};

/** Decides who is one human among these rows, writes what changed and tells it. Their aliases must be written before. */
export const writePeople = async (
  desk: Pick<Desk, 'appendFacts' | 'cache'>,
  tx: Db,
  ws: number,
  people: OpenPeople,
  told: Telling,
): Promise<SettledPeople> => {
  const settled = settlePeople(people);
  const isNew = (row: PersonNode): boolean => people.created.has(row.num);
  const homes = settled.rows.flatMap((row) => row.shown.homeAccount ?? []);
  const written = { now: told.now, standingAccounts: await standingAccounts(tx, ws, homes) };
  await insertPeople(tx, ws, settled.rows.filter(isNew), written);
  await updatePeople(
    tx,
    ws,
    settled.rows.filter((row) => !isNew(row)),
    written,
  );
  await noteStandingPeople(tx, ws, settled.moved);
  await desk.appendFacts(
    tx,
    ws,
    settled.rows.filter((row) => settled.told.has(row.num)).map((row) => factOf(row, isNew(row), told)),
  );
  for (const num of settled.standing.keys()) if (people.touched.has(num)) desk.cache.forgetPerson(ws, num);
  for (const { raw } of settled.moved) desk.cache.forgetPerson(ws, raw);
  return settled;
};

const factOf = (row: PersonNode, isNew: boolean, { now, source, importNumber }: Telling) =>
  personFact(row, {
    event: isNew ? 'person_created' : 'person_changed',
    at: isNew ? row.createdAt : now,
    // An import of history declares that its rows were known when they happened.
    known: isNew && source === 'import' ? row.createdAt : now,
    source,
    importNumber,
  });
