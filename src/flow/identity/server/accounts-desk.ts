import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { type AccountChange, type AccountRecord, accountFact, changedAccount, newAccount } from '../domain/account-record.ts';
import { insertAccounts, updateAccounts } from '../store/accounts.ts';
import type { Desk } from './deps.ts';
import type { Told } from './people-desk.ts';

/** Writes new accounts and tells them; the answer is in the order of the question. */
export const createAccounts = async (
  desk: Pick<Desk, 'appendFacts'>,
  tx: Db,
  ws: number,
  known: readonly AccountChange[],
  told: Told,
): Promise<readonly AccountRecord[]> => {
  if (known.length === 0) return [];
  const first = await takeNumbers(tx, ws, 'account', known.length);
  const accounts = known.map((one, i) => newAccount({ num: first + i, id: newId('account', told.now), now: told.now }, one));
  await insertAccounts(tx, ws, accounts);
  const facts = accounts.map((account) => accountFact(account, { event: 'account_created', ...momentOf(account.createdAt, told) }));
  await desk.appendFacts(tx, ws, facts);
  return accounts;
};

/** Changes accounts and tells it; answers those that are different now. */
export const changeAccounts = async (
  desk: Pick<Desk, 'appendFacts'>,
  tx: Db,
  ws: number,
  changes: readonly { readonly before: AccountRecord; readonly change: AccountChange }[],
  told: Told,
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
  const facts = changed.map(({ before, after }) => {
    const { importNumber, source, now } = told;
    // Another day of creation is a correction: told as a new creation, known now.
    if (before.createdAt !== after.createdAt)
      return accountFact(after, { event: 'account_created', at: after.createdAt, known: now, source, importNumber });
    return accountFact(after, { event: 'account_changed', at: now, known: now, source, importNumber });
  });
  await desk.appendFacts(tx, ws, facts);
  return changed.map(({ after }) => after);
};

/** An import of history declares that its rows were known when they happened. */
const momentOf = (createdAt: number, { now, source, importNumber }: Told) => ({
  at: createdAt,
  known: source === 'import' ? createdAt : now,
  source,
  importNumber,
});
