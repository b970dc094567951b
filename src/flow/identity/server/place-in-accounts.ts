import type { Db } from '#platform/postgres.ts';
import { type AccountEvidence, accountOf } from '../domain/account-of.ts';
import { changedAccount } from '../domain/account-record.ts';
import { accountChangeOf } from '../domain/group-traits.ts';
import { type AccountKey, insertAccountKeys, rawAccountsByAnyKey, rawAccountsByKey } from '../store/account-keys.ts';
import { accountsByNums } from '../store/accounts.ts';
import { type AccountTurn, changeAccounts, createAccounts } from './accounts-desk.ts';
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
  const domains = firstHeard(
    evidence.flatMap((one, i) => (one.by === 'domain' ? [[one.domain, placed[i]!.message.receivedAt] as const] : [])),
  );
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
  const heard = firstHeard(calls.map(({ message, groupId }) => [groupId, message.receivedAt] as const));
  const ids = [...heard.keys()];
  const own = await rawAccountsByKey(tx, ws, GROUP_SOURCE, ids);
  // The product's id of a customer is usually the one that its owner's files have too.
  const elsewhere = await rawAccountsByAnyKey(
    tx,
    ws,
    ids.filter((id) => !own.has(id)),
  );
  const unknown = ids.filter((id) => !own.has(id) && !elsewhere.has(id));
  const [named, visiting] = byWhoCame(calls, unknown);
  const create = (those: readonly string[], foundBy?: 'visit') =>
    createAccounts(
      desk,
      tx,
      ws,
      those.map((name) => ({ name, createdAt: heard.get(name) })),
      { now, source: 'record', foundBy },
    );
  const created = [...(await create(named)), ...(await create(visiting, 'visit'))];
  const numbers = new Map([...own, ...elsewhere, ...[...named, ...visiting].map((id, i) => [id, created[i]?.num ?? 0] as const)]);
  const fresh = ids
    .filter((id) => !own.has(id))
    .map((externalId): AccountKey => ({ source: GROUP_SOURCE, externalId, accountNum: numbers.get(externalId) ?? 0 }));
  await insertAccountKeys(tx, ws, fresh);
  const changed = await tellGroups(desk, tx, ws, { calls, numbers, now });
  const said = new Map(calls.map(({ message, groupId }) => [groupId, message.kind === 'group' ? sayingOf(message.traits) : null]));
  const known = new Map(Array.from(own, ([id, account]) => [id, { account, said: changed.has(account) ? null : (said.get(id) ?? null) }]));
  return { numbers, known };
};

/** Which of these groups came with somebody who has a name, and which with nameless visitors only, whose network gave their company away? */
const byWhoCame = (
  calls: readonly GroupCall[],
  ids: readonly string[],
): readonly [named: readonly string[], visiting: readonly string[]] => {
  const named = new Set(calls.flatMap(({ message, groupId }) => (message.userId || message.email ? [groupId] : [])));
  return [ids.filter((id) => named.has(id)), ids.filter((id) => !named.has(id))];
};

interface ToldGroups {
  readonly calls: readonly GroupCall[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly now: number;
}

const tellGroups = async (desk: Desk, tx: Db, ws: number, { calls, numbers, now }: ToldGroups): Promise<ReadonlySet<number>> => {
  const speaking = calls.filter(({ message }) => message.kind === 'group');
  const numOf = ({ groupId }: GroupCall): number => numbers.get(groupId) ?? 0;
  const current = new Map(await accountsByNums(tx, ws, speaking.map(numOf)));
  const turns = speaking.flatMap((call): readonly AccountTurn[] => {
    const before = current.get(numOf(call));
    if (!before) return [];
    const { traits, receivedAt: at } = call.message;
    const change = accountChangeOf(traits, before);
    const after = changedAccount(before, change, at);
    if (!after) return [];
    current.set(after.num, after);
    desk.cache.forgetGroup(ws, call.groupId);
    return [{ before, change, at }];
  });
  await changeAccounts(desk, tx, ws, turns, { now, source: 'record' });
  return new Set(turns.map(({ before }) => before.num));
};

/** When was each of these first heard of in this batch (UTC ms)? */
const firstHeard = (heard: readonly (readonly [key: string, at: number])[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  for (const [key, at] of heard) first.set(key, Math.min(at, first.get(key) ?? at));
  return first;
};
