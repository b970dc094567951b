import type { Db } from '#platform/postgres.ts';
import { type Alias, aliasKey } from '../domain/alias.ts';
import { knownFromRows } from '../domain/known-from-rows.ts';
import type { KnownPeople } from '../domain/known-people.ts';
import { findAliases, type StoredAlias } from '../store/aliases.ts';
import { mergesTouching } from '../store/merges.ts';
import { membersOf } from '../store/people.ts';
import type { OpenPeople } from './people-desk.ts';

/** What is known about the people behind some aliases. */
export interface FoundBehindAliases {
  readonly aliases: ReadonlyMap<string, StoredAlias>;
  readonly people: OpenPeople;
  readonly known: KnownPeople;
}

/** Who is behind these aliases? Three look-ups, however many they are. */
export const lookUpPeople = async (db: Db, ws: number, asked: readonly Alias[]): Promise<FoundBehindAliases> => {
  const found = (await findAliases(db, ws, asked)) as readonly (StoredAlias & Alias)[];
  const { people, parted } = await openRows(
    db,
    ws,
    found.map((alias) => alias.personNum),
  );
  return {
    aliases: new Map(found.map((alias) => [aliasKey(alias), alias])),
    people,
    known: knownFromRows({ aliases: found, nodes: [...people.nodes.values()], parted }),
  };
};

/** All rows of the people that these rows belong to, with the merges among them, ready to be changed. */
export const openRows = async (
  db: Db,
  ws: number,
  nums: readonly number[],
): Promise<{ readonly people: OpenPeople; readonly parted: readonly (readonly [number, number])[] }> => {
  const rows = await membersOf(db, ws, nums);
  const nodes = new Map(rows.map((row) => [row.num, row]));
  const merges = await mergesTouching(db, ws, 'person', [...nodes.keys()]);
  return {
    people: { nodes, edges: merges.filter((merge) => merge.undoneAt === null), touched: new Set(), created: new Set() },
    parted: merges.flatMap((merge) => (merge.undoneAt === null ? [] : [[merge.from, merge.into] as const])),
  };
};
