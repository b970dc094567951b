import type { Db } from '#platform/postgres.ts';
import type { Account, Merge, Person } from '../contracts.ts';
import type { AccountRecord } from '../domain/account-record.ts';
import { accountNames, accountsByNums, standingAccounts } from '../store/accounts.ts';
import type { StoredMerge } from '../store/merges.ts';
import type { ListedPerson } from '../store/people-lists.ts';
import { peopleLabels } from '../store/people-lists.ts';

/** An account as the API shows it. */
export const presentAccount = async (db: Db, ws: number, account: AccountRecord): Promise<Account> => {
  const { num: _num, mergedInto: _merged, version: _version, parentNum, parentRef: _ref, attributes, ...shown } = account;
  const standing = parentNum === null ? null : ((await standingAccounts(db, ws, [parentNum])).get(parentNum) ?? parentNum);
  const parent = standing === null ? undefined : (await accountsByNums(db, ws, [standing])).get(standing);
  return { ...shown, attributes: { ...attributes }, parentId: parent?.id ?? null };
};

/** A person as the API shows it; without leave to see personal data only what does not tell who it is. */
export const presentPerson = (person: ListedPerson, mayPersonal: boolean): Person => {
  const { id, accountId, title, channel, createdAt } = person;
  const unnamed = { id, accountId, title, channel, createdAt, name: null, email: null, phone: null, attributes: {}, aliases: [] };
  if (!mayPersonal) return unnamed;
  const { name, email, phone, attributes, aliases } = person;
  return { ...unnamed, name, email, phone, attributes: { ...attributes }, aliases: aliases.map(({ kind, value }) => ({ kind, value })) };
};

/** Entries of the ledger as the API shows them. */
export const presentMerges = async (db: Db, ws: number, merges: readonly StoredMerge[]): Promise<Merge[]> => {
  const numsOf = (kind: StoredMerge['kind']): number[] =>
    merges.filter((merge) => merge.kind === kind).flatMap(({ from, into }) => [from, into]);
  const [accounts, people] = [await accountNames(db, ws, numsOf('account')), await peopleLabels(db, ws, numsOf('person'))];
  const side = (kind: StoredMerge['kind'], num: number): Merge['into'] => {
    const account = accounts.get(num);
    if (kind === 'account') return { id: account?.id ?? '', label: account?.name ?? '' };
    return people.get(num) ?? { id: '', label: '' };
  };
  return merges.map(({ id, kind, from, into, reason, actor, at, undoneAt }) => ({
    id,
    kind,
    reason,
    actor,
    at,
    undoneAt,
    into: side(kind, into),
    from: side(kind, from),
  }));
};
