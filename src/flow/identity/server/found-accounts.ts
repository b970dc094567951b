import type { Db } from '#platform/postgres.ts';
import type { AccountChange, Telling } from '../domain/account-record.ts';
import { cleanName } from '../domain/traits.ts';
import { accountsByDomain } from '../store/account-keys.ts';
import { accountsByName } from '../store/account-names.ts';
import { markMadeBy } from '../store/accounts.ts';
import { createAccounts } from './accounts-desk.ts';
import type { Desk } from './deps.ts';

/** The accounts with these registered domains, by when each was heard of (UTC ms); one never met becomes an account that is called by it. */
export const accountsOfDomains = async (
  desk: Desk,
  tx: Db,
  ws: number,
  domains: ReadonlyMap<string, number>,
  told: Telling,
): Promise<ReadonlyMap<string, number>> => {
  const asked = [...domains.keys()];
  const found = await accountsByDomain(tx, ws, asked);
  const unknown = asked.filter((domain) => !found.has(domain));
  const made = await make(
    desk,
    tx,
    ws,
    unknown.map((domain) => ({ name: domain, domain, createdAt: domains.get(domain) })),
    told,
  );
  return new Map([...found, ...unknown.map((domain, i) => [domain, made[i] ?? 0] as const)]);
};

/** The accounts with these names, whatever their case, by the name as asked; a name never met becomes an account, a blank one is none (0). */
export const ensureAccounts = async (
  desk: Desk,
  tx: Db,
  ws: number,
  names: readonly string[],
  told: Telling,
): Promise<ReadonlyMap<string, number>> => {
  const kept = new Map(names.map((name) => [name, cleanName(name)]));
  const found = await accountsByName(tx, ws, [...kept.values()]);
  // The first spelling is kept: a Map takes the last of equal keys.
  const missing = [...kept.values()].filter((name) => name !== '' && !found.has(name)).reverse();
  const unknown = new Map(missing.map((name) => [name.toLowerCase(), name]));
  const made = await make(
    desk,
    tx,
    ws,
    Array.from(unknown.values(), (name) => ({ name })),
    told,
  );
  const fresh = new Map(Array.from(unknown.keys(), (key, i) => [key, made[i] ?? 0]));
  return new Map(Array.from(kept, ([name, kind]) => [name, found.get(kind)?.num ?? fresh.get(kind.toLowerCase()) ?? 0]));
};

const make = async (desk: Desk, tx: Db, ws: number, known: readonly AccountChange[], told: Telling): Promise<readonly number[]> => {
  const made = (await createAccounts(desk, tx, ws, known, told)).map(({ num }) => num);
  if (told.importNumber !== undefined) await markMadeBy(tx, ws, told.importNumber, made);
  return made;
};
