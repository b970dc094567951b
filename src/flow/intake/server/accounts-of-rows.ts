import type { Db } from '#platform/postgres.ts';
import type { ImportRow } from '../domain/imports/import-row.ts';
import { ROW_SAYS } from '../domain/imports/row-sayings.ts';
import type { AccountRef, RowRefusal } from '../domain/row-fate.ts';
import type { ImportContext } from './import-target.ts';

/** Finds accounts by their names as people write them; given by the room that keeps accounts. */
export type AccountsByName = (tx: Db, ws: number, names: readonly string[]) => Promise<ReadonlyMap<string, AccountRef>>;

/** The account that a row names: found, not named at all (null), or named and unknown. */
export type AccountOfRow = (row: ImportRow) => AccountRef | null | { readonly refused: RowRefusal };

/** Which account does each row belong to? By `account_id`, the id that the file's source gives it, or by `account_name`; either column may hold either. */
export const accountsOfRows = async (
  tx: Db,
  context: ImportContext,
  rows: readonly ImportRow[],
  byName: AccountsByName,
): Promise<AccountOfRow> => {
  const named = [...new Set(rows.flatMap(namesOf))];
  const byId = await context.accountsOf('account', named);
  const rest = named.filter((name) => !byId.has(name));
  const found = rest.length === 0 ? new Map<string, AccountRef>() : await byName(tx, context.ws, rest);
  return (row) => {
    const names = namesOf(row);
    if (names.length === 0) return null;
    const account = names.map((name) => byId.get(name) ?? found.get(name)).find((ref) => ref !== undefined);
    return account ?? { refused: unknownAccount(row, names) };
  };
};

/** How accounts are found, and when they began (UTC ms, by id); given by the room that keeps them. */
export interface OwnerLookUps {
  readonly accountsByName: AccountsByName;
  signedUpAt(tx: Db, ws: number, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** The account of a row that must name one, and when it began, if that is known. */
export type OwnerOfRow = { readonly account: AccountRef; readonly signedUpAt: number | undefined } | { readonly refused: RowRefusal };

/** Whose is each row, where every row must be somebody's? Refused when it names no account, or one that is not known. */
export const ownersOfRows = async (
  look: OwnerLookUps,
  tx: Db,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<(row: ImportRow) => OwnerOfRow> => {
  const accountOf = await accountsOfRows(tx, context, rows, look.accountsByName);
  const found = rows.map(accountOf).flatMap((account) => (account && 'id' in account ? [account] : []));
  const unread = new Set(found.filter(({ signedUpAt }) => signedUpAt === undefined).map(({ id }) => id));
  const signedUp = unread.size === 0 ? new Map<string, number>() : await look.signedUpAt(tx, context.ws, [...unread]);
  return (row) => {
    const account = accountOf(row) ?? { refused: NO_ACCOUNT };
    return 'refused' in account ? account : { account, signedUpAt: account.signedUpAt ?? signedUp.get(account.id) };
  };
};

const NO_ACCOUNT: RowRefusal = {
  field: 'account_id',
  said: ROW_SAYS.account_not_named(),
};

const namesOf = ({ values }: ImportRow): readonly string[] =>
  [values.account_id, values.account_name].flatMap((value) =>
    value === null || value === undefined || value === '' ? [] : [String(value)],
  );

const unknownAccount = ({ values }: ImportRow, names: readonly string[]): RowRefusal => ({
  field: values.account_id ? 'account_id' : 'account_name',
  said: ROW_SAYS.account_not_found({ names }),
});
