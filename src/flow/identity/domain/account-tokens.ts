import { companyNameKey } from './company-name.ts';

/** What the stores know of accounts that a row may mean. */
export type AccountCandidates = {
  readonly byExternalId: ReadonlyMap<string, number>;
  /** By the name in lower case. */
  readonly byName: ReadonlyMap<string, number>;
  /** Accounts with the row's domain that have no id in this source. */
  readonly byDomain: ReadonlyMap<string, { readonly num: number; readonly name: string; readonly domain: string }>;
};

export type NamedAccount = { readonly externalId: string | null; readonly name: string | null; readonly domain: string | null };

/**
 * Which record does each row mean: `#12` one that exists, anything else one to be made? Rows meet by the source's id, or without one by name.
 * A domain finds only an account that no row of this source has named yet and that is called by its domain or alike: two companies of a group
 * may well share one.
 */
export function accountTokens(rows: readonly NamedAccount[], known: AccountCandidates): readonly string[] {
  const taken = new Set<number>();
  const made = new Map<string, string>();
  const byDomain = (row: NamedAccount): string | undefined => {
    const found = row.domain === null ? undefined : known.byDomain.get(row.domain);
    if (!found || taken.has(found.num)) return undefined;
    const isAlike = found.name === found.domain || companyNameKey(found.name) === companyNameKey(row.name ?? '');
    return isAlike ? `#${found.num}` : undefined;
  };
  return rows.map((row) => {
    const own = row.externalId === null ? `~${(row.name ?? '').toLowerCase()}` : `+${row.externalId}`;
    const stored = row.externalId === null ? known.byName.get((row.name ?? '').toLowerCase()) : known.byExternalId.get(row.externalId);
    const token = made.get(own) ?? (stored === undefined ? (byDomain(row) ?? own) : `#${stored}`);
    made.set(own, token);
    if (token.startsWith('#')) taken.add(Number(token.slice(1)));
    return token;
  });
}
