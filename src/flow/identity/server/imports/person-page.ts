import type { ImportContext, ImportRow } from '#flow/intake/index.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { type Alias, aliasKey } from '../../domain/alias.ts';
import { aliasesOfPersonRow } from '../../domain/person-row.ts';
import type { StoredAlias } from '../../store/aliases.ts';
import type { Desk } from '../deps.ts';
import { lookUpPeople } from '../look-up-people.ts';
import { hasHome, type OpenPeople } from '../people-desk.ts';
import { type SayOfPerson, sayOfPeople } from '../say-of-people.ts';
import { enterAlias, enterNewcomer } from '../take-steps.ts';
import { accountsOfPersonRows, type RowAccount } from './person-accounts.ts';

/** A chunk of rows of people on the desk: who is known, and numbers for who is not. */
export interface PersonPage {
  readonly people: OpenPeople;
  /** Aliases by key: those found, and those linked by rows so far. */
  readonly aliases: ReadonlyMap<string, StoredAlias>;
  readonly linked: readonly StoredAlias[];
  readonly say: SayOfPerson;
  readonly firstSeq: number;
  namesOf(row: ImportRow): readonly Alias[];
  accountOf(row: ImportRow): RowAccount;
  /** Makes a row for somebody new, created at this instant (UTC ms). */
  make(at: number): number;
  link(alias: Alias, personNum: number): void;
}

/** Looks up everybody whom these rows may mean, and their accounts. */
export const openPersonPage = async (desk: Desk, tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<PersonPage> => {
  const { ws, source } = context;
  const named = new Map(rows.map((row) => [row, aliasesOfPersonRow(row, source)]));
  const namesOf = (row: ImportRow): readonly Alias[] => named.get(row) ?? [];
  const asked = new Map(rows.flatMap(namesOf).map((alias) => [aliasKey(alias), alias]));
  const found = await lookUpPeople(tx, ws, [...asked.values()]);
  const { people } = found;
  const aliases = new Map(found.aliases);
  const linked: StoredAlias[] = [];
  const holderOf = (row: ImportRow): number | null =>
    namesOf(row).flatMap((alias) => aliases.get(aliasKey(alias))?.personNum ?? [])[0] ?? null;
  const accountOf = await accountsOfPersonRows(desk, tx, context, rows, (row) => hasHome(people, holderOf(row)));
  const numbers = await numbersFor(tx, ws, {
    rows,
    unknownAliases: asked.size - aliases.size,
    newcomers: rows.filter((row) => holderOf(row) === null).length,
  });
  return {
    people,
    aliases,
    linked,
    say: sayOfPeople(people),
    firstSeq: numbers.firstSeq,
    namesOf,
    accountOf,
    make: (at) => enterNewcomer(people, numbers.person.next().value, at).num,
    link: (alias, personNum) => {
      const stored = { ...alias, num: numbers.alias.next().value, personNum };
      aliases.set(aliasKey(alias), stored);
      linked.push(stored);
      enterAlias(people, stored);
    },
  };
};

interface NumbersNeeded {
  readonly rows: readonly ImportRow[];
  readonly unknownAliases: number;
  /** At most: rows that mean the same newcomer leave a gap. */
  readonly newcomers: number;
}

const numbersFor = async (tx: Db, ws: number, { rows, unknownAliases, newcomers }: NumbersNeeded) => ({
  person: from(newcomers === 0 ? 0 : await takeNumbers(tx, ws, 'person', newcomers)),
  alias: from(unknownAliases === 0 ? 0 : await takeNumbers(tx, ws, 'alias', unknownAliases)),
  firstSeq: await takeNumbers(tx, ws, 'identity', rows.length),
});

function* from(first: number): Generator<number, never> {
  for (let next = first; ; next += 1) yield next;
}
