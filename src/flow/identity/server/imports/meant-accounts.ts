import type { ImportContext, ImportRow } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import { type AccountRecord, domainOf } from '../../domain/account-record.ts';
import { namesOfAccountRow, textOf } from '../../domain/account-row.ts';
import { accountTokens } from '../../domain/account-tokens.ts';
import { accountsByDomain, keysOfAccounts, rawAccountsByKey } from '../../store/account-keys.ts';
import { accountsByName } from '../../store/account-names.ts';
import { accountsByNums } from '../../store/accounts.ts';
import { GROUP_SOURCE } from '../place-in-accounts.ts';

/** An account as an import changes it, with the ids that the file's source gives it. */
export type ImportedAccount = { readonly record: AccountRecord; readonly keys: readonly string[] };

/** Which record each row of a chunk means, and those records that exist. */
export interface MeantAccounts {
  tokenOf(row: ImportRow): string;
  readonly known: ReadonlyMap<string, ImportedAccount>;
}

/** Which accounts do these rows mean? A handful of look-ups, however many rows. */
export const meantAccounts = async (tx: Db, { ws, source }: ImportContext, rows: readonly ImportRow[]): Promise<MeantAccounts> => {
  const named = rows.map((row) => ({ ...namesOfAccountRow(row), domain: domainOf(textOf(row.values.domain)) }));
  const ids = named.flatMap((row) => row.externalId ?? []);
  const byGroup = await rawAccountsByKey(tx, ws, GROUP_SOURCE, ids);
  const byKey = new Map([...byGroup, ...(await rawAccountsByKey(tx, ws, source, ids))]);
  const names = named.flatMap((row) => (row.externalId === null && row.name !== null ? [row.name] : []));
  const byName = await accountsByName(tx, ws, names);
  const byDomain = await accountsByDomain(
    tx,
    ws,
    named.flatMap((row) => row.domain ?? []),
  );
  const raw = await accountsByNums(tx, ws, [...byKey.values(), ...Array.from(byName.values(), ({ num }) => num), ...byDomain.values()]);
  const standing = await accountsByNums(
    tx,
    ws,
    Array.from(raw.values()).flatMap((account) => account.mergedInto ?? []),
  );
  const accounts = new Map([...raw, ...standing]);
  const keys = await keysOfAccounts(tx, ws, source, [...accounts.keys()]);
  const spokenFor = (num: number): number => speaksFor(accounts, keys, num);
  const tokens = accountTokens(named, {
    byExternalId: new Map(Array.from(byKey, ([id, num]) => [id, spokenFor(num)])),
    byName: new Map(Array.from(byName, ([name, { num }]) => [name.trim().toLowerCase(), num])),
    byDomain: new Map(
      Array.from(byDomain).flatMap(([domain, num]) => {
        const account = accounts.get(num);
        return account && !keys.has(num) ? [[domain, { num, name: account.name, domain }]] : [];
      }),
    ),
  });
  const tokenByRow = new Map(rows.map((row, i) => [row, tokens[i] ?? '']));
  return {
    tokenOf: (row) => tokenByRow.get(row) ?? '',
    known: new Map(Array.from(accounts.values(), (record) => [`#${record.num}`, { record, keys: keys.get(record.num) ?? [] }])),
  };
};

// What the system of a merged account says is said of the account that stands for it, unless that one has an id of its own there: two rows of
// one file would else overwrite each other for ever.
const speaksFor = (accounts: ReadonlyMap<number, AccountRecord>, keys: ReadonlyMap<number, readonly string[]>, num: number): number => {
  const stands = accounts.get(num)?.mergedInto ?? num;
  return keys.has(stands) ? num : stands;
};
