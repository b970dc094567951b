import { begunInPieces } from '#platform/begun.ts';
import type { Db } from '#platform/postgres.ts';
import type { Telling } from '../domain/account-record.ts';
import { type PersonTurn, personFacts } from '../domain/person-facts.ts';
import type { PersonEdge, PersonNode } from '../domain/person-record.ts';
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

/** The same of people, with what was said of each row when, where that was not now. */
export type PeopleTelling = Telling & { readonly turns?: ReadonlyMap<number, readonly PersonTurn[]> };

/** Does the person of this row belong to an account already? */
export const hasHome = (people: OpenPeople, num: number | null): boolean => {
  const own = num === null ? undefined : people.nodes.get(num);
  const standing = own?.mergedInto ? people.nodes.get(own.mergedInto) : own;
  return standing !== undefined && standing.shown.homeAccount !== null;
};

const ROWS_AT_ONCE = 1_000;

/** Decides who is one human among these rows, writes what changed and tells it. Their aliases must be written before. */
export const writePeople = async (
  desk: Pick<Desk, 'appendFacts' | 'cache'>,
  tx: Db,
  ws: number,
  people: OpenPeople,
  told: PeopleTelling,
): Promise<SettledPeople> => {
  const settled = settlePeople(people);
  const isNew = (row: PersonNode): boolean => people.created.has(row.num);
  const homes = settled.rows.flatMap((row) => row.shown.homeAccount ?? []);
  const written = { now: told.now, standingAccounts: await standingAccounts(tx, ws, homes) };
  const inserted = await begunInPieces(settled.rows.filter(isNew), ROWS_AT_ONCE, (rows) => insertPeople(tx, ws, rows, written));
  const rest = settled.rows.filter((row) => !isNew(row));
  const updated = await begunInPieces(rest, ROWS_AT_ONCE, (rows) => updatePeople(tx, ws, rows, written));
  // What they tell is put into words while the database keeps them.
  const turns = turnsByPerson(told.turns ?? new Map(), settled.standing);
  const facts = settled.rows.flatMap((row) => {
    if (!settled.told.has(row.num)) return [];
    const before = isNew(row) ? null : (people.nodes.get(row.num)?.shown ?? null);
    return personFacts({ row, before, turns: turns.get(row.num) ?? [] }, told);
  });
  await Promise.all([...inserted, ...updated, noteStandingPeople(tx, ws, settled.moved), desk.appendFacts(tx, ws, facts)]);
  for (const num of settled.standing.keys()) if (people.touched.has(num)) desk.cache.forgetPerson(ws, num);
  for (const { raw } of settled.moved) desk.cache.forgetPerson(ws, raw);
  return settled;
};

/** When did which of these people change, and what was said of them then? Of several rows that are one person only the last time can be told. */
const turnsByPerson = (
  turns: ReadonlyMap<number, readonly PersonTurn[]>,
  standing: ReadonlyMap<number, number>,
): ReadonlyMap<number, readonly PersonTurn[]> => {
  const rows = Map.groupBy(standing.keys(), (row) => standing.get(row) ?? row);
  return new Map(
    Array.from(rows, ([person, members]) => {
      const all = members.flatMap((row) => turns.get(row) ?? []).sort((a, b) => a.at - b.at);
      return [person, members.length > 1 ? all.slice(-1) : all] as const;
    }),
  );
};
