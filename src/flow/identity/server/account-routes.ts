import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { Said } from '#kernel/saying.ts';
import { membersOf } from '#platform/access.ts';
import { type Route, route } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import * as contracts from '../contracts.ts';
import { type AccountChange, type AccountRecord, domainOf } from '../domain/account-record.ts';
import { IDENTITY_SAYS } from '../domain/identity-sayings.ts';
import { accountNum, accountsByIds, accountsByNums } from '../store/accounts.ts';
import { lockIdentity } from '../store/lock.ts';
import { changeAccounts, createAccounts } from './accounts-desk.ts';
import type { Desk } from './deps.ts';
import { presentAccount } from './present.ts';

/** Answers what concerns accounts. */
export const accountRoutes = (desk: Desk): readonly Route[] => [
  route(contracts.createAccount, async ({ body }, { workspace: { ws }, now }) =>
    desk.postgres.transaction(async (tx) => {
      await lockIdentity(tx, ws);
      const [account] = await createAccounts(desk, tx, ws, [await changeOf(tx, ws, body)], { now, source: 'record' });
      return presentAccount(tx, ws, account as AccountRecord);
    }),
  ),
  route(contracts.getAccount, async ({ params }, { workspace: { ws } }) => {
    const { db } = desk.postgres;
    return presentAccount(db, ws, await accountById(db, ws, params.id));
  }),
  route(contracts.updateAccount, async ({ params, body }, { workspace: { ws }, now }) =>
    desk.postgres.transaction(async (tx) => {
      await lockIdentity(tx, ws);
      const before = await accountById(tx, ws, params.id);
      const change = await changeOf(tx, ws, body);
      if (change.parentNum === before.num) throw invalid('parentId', IDENTITY_SAYS.account_own_parent());
      const [after] = await changeAccounts(desk, tx, ws, [{ before, change }], { now, source: 'record' });
      desk.cache.forgetWorkspace(ws);
      return presentAccount(tx, ws, after ?? before);
    }),
  ),
  route(contracts.assignAccounts, async ({ body }, { workspace: { ws }, now }) =>
    desk.postgres.transaction(async (tx) => {
      await lockIdentity(tx, ws);
      const { ownerId } = await changeOf(tx, ws, { ownerId: body.ownerId });
      const accounts = [...(await accountsByIds(tx, ws, body.ids)).values()];
      const changes = accounts.map((before) => ({ before, change: { ownerId } }));
      const changed = await changeAccounts(desk, tx, ws, changes, { now, source: 'record' });
      const nums = new Set(changed.map(({ num }) => num));
      const before = accounts.filter(({ num }) => nums.has(num)).map((account) => ({ id: account.id, ownerId: account.ownerId }));
      return { changed: changed.length, before };
    }),
  ),
];

/** The account with this id, or the one that stands for it. */
export const accountById = async (db: Db, ws: number, id: string): Promise<AccountRecord> => {
  const num = await accountNum(db, ws, id);
  const account = num === null ? undefined : (await accountsByNums(db, ws, [num])).get(num);
  if (account) return account;
  throw new AppError('not_found', RECORD_SAYS.account_gone({ id }));
};

type AccountBody = Partial<Omit<contracts.Account, 'id' | 'plan' | 'createdAt' | 'updatedAt'>>;

const changeOf = async (db: Db, ws: number, body: AccountBody): Promise<AccountChange> => {
  const { parentId, name, ...said } = body;
  if (name !== undefined && name.trim() === '') throw invalid('name', IDENTITY_SAYS.account_nameless());
  if (said.domain && domainOf(said.domain) === null) throw invalid('domain', IDENTITY_SAYS.domain_unreadable({ domain: said.domain }));
  if (said.ownerId) await checkOwner(db, ws, said.ownerId);
  const parent = parentId ? await accountById(db, ws, parentId) : null;
  return { ...said, name: name?.trim(), parentNum: parentId === undefined ? undefined : (parent?.num ?? null) };
};

const checkOwner = async (db: Db, ws: number, ownerId: string): Promise<void> => {
  const members = await membersOf(db, ws);
  if (!members.some(({ userId }) => userId === ownerId)) throw invalid('ownerId', IDENTITY_SAYS.owner_no_member());
};

const invalid = (field: string, said: Said): AppError =>
  new AppError('invalid', said, { fields: [{ field: `body.${field}`, code: 'invalid', said }] });
