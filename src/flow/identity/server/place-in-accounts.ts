import type { Db } from '#platform/postgres.ts';
import { type AccountEvidence, accountOf } from '../domain/account-of.ts';
import { type AccountChange, changedAccount } from '../domain/account-record.ts';
import { accountChangeOf } from '../domain/group-traits.ts';
import { type AccountKey, insertAccountKeys, rawAccountsByAnyKey, rawAccountsByKey } from '../store/account-keys.ts';
import { accountsByNums } from '../store/accounts.ts';
import { changeAccounts, createAccounts } from './accounts-desk.ts';
import type { Desk } from './deps.ts';
import { accountsOfDomains } from './found-accounts.ts';
import type { RememberedGroup } from './resolution-cache.ts';
import { type ResolvableMessage, sayingOf } from './resolved-message.ts';

/** The source under which ids of the tracking API's group call are kept. */
export const GROUP_SOURCE = 'group';

export interface PlacedMessage {
  readonly message: ResolvableMessage;
  /** Does its person have an account already? Then an address names none. */
  readonly isPlaced: boolean;
}

/**
 * Which account does each of these messages name (0 for none)? Groups and company domains never met become accounts; group calls change
 * theirs. `groups` are those that were known before.
 */
export const placeInAccounts = async (
  desk: Desk,
  tx: Db,
  ws: number,
  placed: readonly PlacedMessage[],
  now: number,
): Promise<{ readonly accounts: readonly number[]; readonly groups: ReadonlyMap<string, RememberedGroup> }> => {
  const evidence = placed.map(({ message, isPlaced }): AccountEvidence => {
    const found = accountOf(message);
    return found.by === 'domain' && isPlaced ? { by: 'none', reason: 'nothing_named' } : found;
  });
  const byGroup = await accountsOfGroups(
    desk,
    tx,
    ws,
    placed.flatMap(({ message }, i) => (evidence[i]?.by === 'group' ? [{ message, groupId: evidence[i].groupId }] : [])),
    now,
  );
  const domains = evidence.flatMap((one) => (one.by === 'domain' ? [one.domain] : []));
  const byDomain = await accountsOfDomains(desk, tx, ws, domains, { now, source: 'record' });
  const accounts = evidence.map((one) => {
    if (one.by === 'group') return byGroup.numbers.get(one.groupId) ?? 0;
    return one.by === 'domain' ? (byDomain.get(one.domain) ?? 0) : 0;
  });
  return { accounts, groups: byGroup.known };
};

interface GroupCall {
  readonly message: ResolvableMessage;
  readonly groupId: string;
}

interface FoundGroups {
  readonly numbers: ReadonlyMap<string, number>;
  readonly known: ReadonlyMap<string, RememberedGroup>;
}

const accountsOfGroups = async (desk: Desk, tx: Db, ws: number, calls: readonly GroupCall[], now: number): Promise<FoundGroups> => {
  const ids = [...new Set(calls.map((call) => call.groupId))];
  const own = await rawAccountsByKey(tx, ws, GROUP_SOURCE, ids);
  // The product's id of a customer is usually the one that its owner's files have too.
  const elsewhere = await rawAccountsByAnyKey(
    tx,
    ws,
    ids.filter((id) => !own.has(id)),
  );
  const unknown = ids.filter((id) => !own.has(id) && !elsewhere.has(id));
  const created = await createAccounts(
    desk,
    tx,
    ws,
    unknown.map((name) => ({ name })),
    { now, source: 'record' },
  );
  const numbers = new Map([...own, ...elsewhere, ...unknown.map((id, i) => [id, created[i]?.num ?? 0] as const)]);
  const fresh = ids
    .filter((id) => !own.has(id))
    .map((externalId): AccountKey => ({ source: GROUP_SOURCE, externalId, accountNum: numbers.get(externalId) ?? 0 }));
  await insertAccountKeys(tx, ws, fresh);
  const changed = await tellGroups(desk, tx, ws, { calls, numbers, now });
  const said = new Map(calls.map(({ message, groupId }) => [groupId, message.kind === 'group' ? sayingOf(message.traits) : null]));
  const known = new Map(Array.from(own, ([id, account]) => [id, { account, said: changed.has(account) ? null : (said.get(id) ?? null) }]));
  return { numbers, known };
};

interface ToldGroups {
  readonly calls: readonly GroupCall[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly now: number;
}

const tellGroups = async (desk: Desk, tx: Db, ws: number, { calls, numbers, now }: ToldGroups): Promise<ReadonlySet<number>> => {
  const speaking = calls.filter(({ message }) => message.kind === 'group');
  const numOf = ({ groupId }: GroupCall): number => numbers.get(groupId) ?? 0;
  const before = await accountsByNums(tx, ws, speaking.map(numOf));
  const after = new Map(before);
  const changes = new Map<number, AccountChange>();
  for (const call of speaking) {
    const account = after.get(numOf(call));
    if (!account) continue;
    const change = accountChangeOf(call.message.traits, account);
    const changed = changedAccount(account, change, now);
    if (!changed) continue;
    after.set(account.num, changed);
    changes.set(account.num, joinedChange(changes.get(account.num) ?? {}, change));
    desk.cache.forgetGroup(ws, call.groupId);
  }
  const told = Array.from(changes, ([num, change]) => ({ before: before.get(num), change }));
  await changeAccounts(
    desk,
    tx,
    ws,
    told.flatMap(({ before: account, change }) => (account ? [{ before: account, change }] : [])),
    { now, source: 'record' },
  );
  return new Set(changes.keys());
};

const joinedChange = (first: AccountChange, second: AccountChange): AccountChange => {
  const said = Object.fromEntries(Object.entries(second).filter(([, value]) => value !== undefined));
  return { ...first, ...said, attributes: { ...first.attributes, ...second.attributes } };
};
