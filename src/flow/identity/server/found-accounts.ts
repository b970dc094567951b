import type { Db } from '#platform/postgres.ts';
import type { AccountChange, Telling } from '../domain/account-record.ts';
import { accountsByDomain } from '../store/account-keys.ts';
import { accountsByName } from '../store/account-names.ts';
import { markMadeBy } from '../store/accounts.ts';
import { createAccounts } from './accounts-desk.ts';
import type { Desk } from './deps.ts';

/** The accounts with these registered domains; a domain never met becomes an account that is called by it. */
export const accountsOfDomains = async (
  desk: Desk,
  tx: Db,
  ws: number,
  domains: readonly string[],
  told: Telling,
): Promise<ReadonlyMap<string, number>> => {
  const asked = [...new Set(domains)];
  const found = await accountsByDomain(tx, ws, asked);
  const unknown = asked.filter((domain) => !found.has(domain));
  const made = await make(
    desk,
    tx,
    ws,
    unknown.map((domain) => ({ name: domain, domain })),
    told,
  );
  return new Map([...found, ...unknown.map((domain, i) => [domain, made[i] ?? 0] as const)]);
};

/** The accounts with these names, whatever their case, by the name as asked; a name never met becomes an account. */
export const ensureAccounts = async (
  desk: Desk,
  tx: Db,
  ws: number,
  names: readonly string[],
  told: Telling,
): Promise<ReadonlyMap<string, number>> => {
  const found = await accountsByName(tx, ws, names);
  // The first spelling is kept: a Map takes the last of equal keys.
  const unknown = new Map(
    [...names].reverse().flatMap((name) => (found.has(name) ? [] : [[name.trim().toLowerCase(), name.trim()] as const])),
  );
  const made = await make(
    desk,
    tx,
    ws,
    Array.from(unknown.values(), (name) => ({ name })),
    told,
  );
  const fresh = new Map(Array.from(unknown.keys(), (key, i) => [key, made[i] ?? 0]));
  return new Map(names.map((name) => [name, found.get(name)?.num ?? fresh.get(name.trim().toLowerCase()) ?? 0]));
};

const make = async (desk: Desk, tx: Db, ws: number, known: readonly AccountChange[], told: Telling): Promise<readonly number[]> => {
  const made = (await createAccounts(desk, tx, ws, known, told)).map(({ num }) => num);
  if (told.importNumber !== undefined) await markMadeBy(tx, ws, told.importNumber, made);
  return made;
};
