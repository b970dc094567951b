import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { type AccountChange, type AccountRecord, accountFacts, changedAccount } from '../domain/account-record.ts';
import { IDENTITY_SAYS } from '../domain/identity-sayings.ts';
import { emptyingChange, type FilledGaps, fillingChange, gapsFilledBy, standingAccountOf } from '../domain/merge-accounts.ts';
import { accountsByIds, accountsByNums, accountsMergedInto, updateAccounts } from '../store/accounts.ts';
import { lockIdentity } from '../store/lock.ts';
import { insertMerges, markUndone, mergesTouching, type StoredMerge } from '../store/merges.ts';
import { moveToStandingAccounts } from '../store/people.ts';
import { noteStandingAccounts } from '../store/standing-changes.ts';
import type { MergeByHand } from './correct-people.ts';
import type { Desk } from './deps.ts';

/** Lets one account stand for another: it takes what it lacks from it, and its people. Records and facts keep the account they were told of. */
export const mergeAccountsByHand = async (desk: Desk, tx: Db, ws: number, wish: MergeByHand): Promise<StoredMerge> => {
  await lockIdentity(tx, ws);
  const now = desk.clock.now();
  const [into, from] = [await standing(tx, ws, wish.intoId), await standing(tx, ws, wish.fromId)];
  if (into.num === from.num) throw new AppError('conflict', IDENTITY_SAYS.accounts_one_already());
  const gaps = gapsFilledBy(from, into);
  const merge: StoredMerge = {
    id: newId('merge', now),
    kind: 'account',
    seq: await takeNumbers(tx, ws, 'identity', 1),
    from: from.num,
    into: into.num,
    forced: false,
    reason: wish.reason,
    actor: wish.actor,
    at: now,
    undoneAt: null,
    details: gaps,
  };
  await insertMerges(tx, ws, [merge]);
  const followers = [...(await accountsMergedInto(tx, ws, from.num))];
  const moved = [from, ...followers].map((account) => ({ ...account, mergedInto: into.num }));
  await restand(desk, tx, ws, { moved, retold: [retold(into, fillingChange(gaps), now)], now });
  return merge;
};

/** Takes a merge of accounts back: what it filled is emptied again unless it was changed since, and each has its people and facts again. */
export const splitAccounts = async (desk: Desk, tx: Db, ws: number, merge: StoredMerge, actor: string): Promise<void> => {
  await lockIdentity(tx, ws);
  const now = desk.clock.now();
  await markUndone(tx, ws, merge.id, { actor, now });
  const involved = await accountsByNums(tx, ws, [merge.from, merge.into]);
  const root = involved.get(merge.from)?.mergedInto ?? merge.into;
  const members = new Map([
    ...(await accountsByNums(tx, ws, [root])),
    ...(await accountsMergedInto(tx, ws, root)).map((one) => [one.num, one] as const),
  ]);
  const edges = (await mergesTouching(tx, ws, 'account', [...members.keys()])).filter((one) => one.undoneAt === null);
  const moved = Array.from(members.values()).flatMap((account): AccountRecord[] => {
    const stands = standingAccountOf(account.num, edges);
    const mergedInto = stands === account.num ? null : stands;
    return mergedInto === account.mergedInto ? [] : [{ ...account, mergedInto }];
  });
  const into = members.get(merge.into);
  const emptied = into ? [retold(into, emptyingChange(merge.details as FilledGaps, into), now)] : [];
  // Who stands for itself again is told anew, so that its newest snapshot is its own.
  const [alone, rest] = [moved.filter((one) => one.mergedInto === null), moved.filter((one) => one.mergedInto !== null)];
  await restand(desk, tx, ws, { moved: rest, retold: [...emptied, ...alone.map((one) => retold(one, {}, now))], now });
};

interface Restanding {
  /** Accounts for which another one stands now. */
  readonly moved: readonly AccountRecord[];
  /** Accounts that stand for themselves, in the version that is told. */
  readonly retold: readonly AccountRecord[];
  readonly now: number;
}

const restand = async (desk: Desk, tx: Db, ws: number, { moved, retold: told, now }: Restanding): Promise<void> => {
  await updateAccounts(tx, ws, [...moved, ...told]);
  const changes = [...moved, ...told].map((account) => ({ raw: account.num, stands: account.mergedInto ?? account.num }));
  await noteStandingAccounts(tx, ws, changes);
  await moveToStandingAccounts(
    tx,
    ws,
    changes.map(({ raw }) => raw),
  );
  await desk.appendFacts(
    tx,
    ws,
    told.flatMap((account) => accountFacts(account, account, { now, source: 'record' })),
  );
  desk.cache.forgetWorkspace(ws);
};

const retold = (account: AccountRecord, change: AccountChange, now: number): AccountRecord =>
  changedAccount(account, change, now) ?? { ...account, version: account.version + 1, updatedAt: now };

const standing = async (tx: Db, ws: number, id: string): Promise<AccountRecord> => {
  const asked = (await accountsByIds(tx, ws, [id])).get(id);
  const stands = asked?.mergedInto ? (await accountsByNums(tx, ws, [asked.mergedInto])).get(asked.mergedInto) : asked;
  if (!stands) throw new AppError('not_found', RECORD_SAYS.account_gone({ id }));
  return stands;
};
