import type { AccountRef, ImportContext, ImportRow } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import { accountOf } from '../../domain/account-of.ts';
import { textOf } from '../../domain/account-row.ts';
import { ACCOUNT_TRAIT } from '../../domain/person-record.ts';
import type { TraitChange } from '../../domain/traits.ts';
import type { Desk } from '../deps.ts';
import { accountsOfDomains, ensureAccounts } from '../found-accounts.ts';

/** What a row says of the account of its person; `unknown` is an account id that nobody knows. */
export interface RowAccount {
  readonly change: TraitChange;
  readonly unknown: string | null;
}

/** Which accounts do these rows put their people into? By id, by name (made when never met), or by the domain of an address for who has none. */
export const accountsOfPersonRows = async (
  desk: Desk,
  tx: Db,
  context: ImportContext,
  rows: readonly ImportRow[],
  hasHome: (row: ImportRow) => boolean,
): Promise<(row: ImportRow) => RowAccount> => {
  const { ws, now, importNumber } = context;
  const told = { now, source: 'import', importNumber } as const;
  const named = [...new Set(rows.flatMap((row) => [idOf(row), nameOf(row)]).filter((one) => one !== null))];
  const found: ReadonlyMap<string, AccountRef> = named.length === 0 ? new Map() : await context.accountsOf('account', named);
  const nameless = (row: ImportRow): boolean => found.get(idOf(row) ?? '') === undefined;
  const names = rows.flatMap((row) => (nameless(row) ? (nameOf(row) ?? []) : [])).filter((name) => !found.has(name));
  const byName = await ensureAccounts(desk, tx, ws, names, told);
  const domainOf = (row: ImportRow): string | null => {
    if (idOf(row) !== null || nameOf(row) !== null) return null;
    const evidence = accountOf({ email: textOf(row.values.email) });
    return evidence.by === 'domain' && !hasHome(row) ? evidence.domain : null;
  };
  const domains = new Map(rows.flatMap((row) => domainOf(row) ?? []).map((domain) => [domain, now] as const));
  const byDomain = await accountsOfDomains(desk, tx, ws, domains, told);
  return (row) => {
    const [id, name] = [idOf(row), nameOf(row)];
    const num = found.get(id ?? '')?.num ?? found.get(name ?? '')?.num ?? byName.get(name ?? '');
    if (num) return { change: { set: { [ACCOUNT_TRAIT]: num } }, unknown: null };
    const guessed = byDomain.get(domainOf(row) ?? '');
    return { change: guessed ? { setOnce: { [ACCOUNT_TRAIT]: guessed } } : {}, unknown: id };
  };
};

const idOf = ({ values }: ImportRow): string | null => textOf(values.account_id);
const nameOf = ({ values }: ImportRow): string | null => textOf(values.account_name);
