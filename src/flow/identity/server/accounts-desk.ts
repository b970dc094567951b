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

/** Changes accounts and tells it; answers those that are different now. */
export const changeAccounts = async (
  desk: Pick<Desk, 'appendFacts'>,
  tx: Db,
  ws: number,
  changes: readonly { readonly before: AccountRecord; readonly change: AccountChange }[],
  told: Telling,
): Promise<readonly AccountRecord[]> => {
  const changed = changes.flatMap(({ before, change }) => {
    const after = changedAccount(before, change, told.now);
    return after === null ? [] : [{ before, after }];
  });
  await updateAccounts(
    tx,
    ws,
    changed.map(({ after }) => after),
  );
  await desk.appendFacts(
    tx,
    ws,
    changed.flatMap(({ before, after }) => accountFacts(before, after, told)),
  );
  return changed.map(({ after }) => after);
};
