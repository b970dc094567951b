import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import {
  type AccountChange,
  type AccountRecord,
  accountFacts,
  changedAccount,
  newAccount,
  type Telling,
} from '../domain/account-record.ts';
import { insertAccounts, updateAccounts } from '../store/accounts.ts';
import type { Desk } from './deps.ts';

/** Writes new accounts and tells them; the answer is in the order of the question. */
export const createAccounts = async (
  desk: Pick<Desk, 'appendFacts'>,
  tx: Db,
  ws: number,
  known: readonly AccountChange[],
  told: Telling,
): Promise<readonly AccountRecord[]> => {
  if (known.length === 0) return [];
  const first = await takeNumbers(tx, ws, 'account', known.length);
  const accounts = known.map((one, i) => newAccount({ num: first + i, id: newId('account', told.now), now: told.now }, one));
  await insertAccounts(tx, ws, accounts);
  await desk.appendFacts(
    tx,
    ws,
    accounts.flatMap((account) => accountFacts(null, account, told)),
  );
  return accounts;
};

/** What is to become of an account, and since when (UTC ms) when that is not now. */
export interface AccountTurn {
  readonly before: AccountRecord;
  readonly change: AccountChange;
  readonly at?: number;
}

/** Changes accounts and tells each change; answers those that are different now. Several turns of one account follow each other. */
export const changeAccounts = async (
  desk: Pick<Desk, 'appendFacts'>,
  tx: Db,
  ws: number,
  turns: readonly AccountTurn[],
  told: Telling,
): Promise<readonly AccountRecord[]> => {
  const current = new Map<number, AccountRecord>();
  const facts = turns.flatMap(({ before: first, change, at = told.now }) => {
    const before = current.get(first.num) ?? first;
    const after = changedAccount(before, change, at);
    if (after === null) return [];
    current.set(after.num, after);
    return accountFacts(before, after, { ...told, now: at });
  });
  const changed = [...current.values()];
  await updateAccounts(tx, ws, changed);
  await desk.appendFacts(tx, ws, facts);
  return changed;
};
