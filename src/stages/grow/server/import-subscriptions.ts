import type { RowFate } from '#flow/intake/contracts.ts';
import {
  accountsOfRows,
  foldRows,
  type ImportContext,
  type ImportRow,
  type ImportTarget,
  NO_ACCOUNT,
  reversal,
} from '#flow/intake/index.ts';
import { dateOf } from '#kernel/calendar.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { reviseSubscription } from '../domain/revise-subscription.ts';
import type { SubscriptionRecord } from '../domain/subscription.ts';
import { SUBSCRIPTION_KIND } from '../domain/subscription-kind.ts';
import { SUBSCRIPTION_NOTES, subscriptionNotes } from '../domain/subscription-notes.ts';
import { termsOfRow } from '../domain/subscription-row.ts';
import { severalRunning } from '../store/findings.ts';
import { accountsOfSubscriptions, removeSubscriptions, saveSubscriptions, subscriptionsByExternalId } from '../store/subscriptions.ts';
import type { GrowDeps } from './deps.ts';
import { finding } from './finding.ts';

/** Files of subscriptions: what each account pays, from when to when. */
export const subscriptionTarget = (deps: GrowDeps): ImportTarget => ({
  kind: SUBSCRIPTION_KIND,
  order: 30,
  notes: SUBSCRIPTION_NOTES,
  write: async (tx, context, rows) => {
    const ids = rows.map(keyOf);
    const existing = await subscriptionsByExternalId(tx, context.ws, context.source, ids);
    const { outcomes, changed, facts } = foldRows(rows, existing, {
      keyOf,
      idOf: (record) => record.id,
      fateOf: await fates(deps, tx, context, rows),
    });
    await saveSubscriptions(tx, context.ws, changed);
    await deps.appendFacts(tx, context.ws, facts);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await removeSubscriptions(tx, ws, remove);
    await saveSubscriptions(tx, ws, restore as readonly SubscriptionRecord[]);
  },
  inspect: async (db, context) => {
    const today = dateOf(context.now, context.timeZone);
    return finding('several_running', 'info', await severalRunning(db, context, today));
  },
  accountsOf: (tx, { ws, source }, ids) => accountsOfSubscriptions(tx, ws, { source, ids }),
});

const keyOf = (row: ImportRow): string => String(row.values.subscription_id);

const fates = async (deps: GrowDeps, tx: Db, context: ImportContext, rows: readonly ImportRow[]) => {
  const accountOf = await accountsOfRows(tx, context, rows, deps.accountsByName);
  const accounts = rows.map(accountOf).flatMap((account) => (account && 'id' in account ? [account.id] : []));
  const signedUp = await deps.signedUpAt(tx, context.ws, [...new Set(accounts)]);
  return (row: ImportRow, before: SubscriptionRecord | null): RowFate<SubscriptionRecord> => {
    const account = accountOf(row) ?? { refused: NO_ACCOUNT };
    if ('refused' in account) return account;
    const terms = termsOfRow(row, context.currency);
    if ('refused' in terms) return terms;
    const { source, importNumber, now, timeZone } = context;
    const externalId = keyOf(row);
    const fate = reviseSubscription(
      { terms, account, source, externalId, importNumber, now, timeZone, makeId: () => newId('subscription', now) },
      before,
    );
    if ('refused' in fate) return fate;
    return { ...fate, notes: [...fate.notes, ...subscriptionNotes(externalId, terms, { signedUpAt: signedUp.get(account.id), timeZone })] };
  };
};
