import { type ImportRow, type ImportTarget, ownersOfRows, writeRecords } from '#flow/intake/index.ts';
import { dateOf } from '#kernel/calendar.ts';
import { newId } from '#platform/clock.ts';
import { reviseSubscription } from '../domain/revise-subscription.ts';
import { SUBSCRIPTION_KIND } from '../domain/subscription-kind.ts';
import { SUBSCRIPTION_NOTES, subscriptionNotes } from '../domain/subscription-notes.ts';
import { termsOfRow } from '../domain/subscription-row.ts';
import { severalRunning } from '../store/findings.ts';
import { accountsOfSubscriptions, subscriptions } from '../store/subscriptions.ts';
import type { GrowDeps } from './deps.ts';
import { finding } from './finding.ts';

/** Files of subscriptions: what each account pays, from when to when. */
export const subscriptionTarget = (deps: GrowDeps): ImportTarget => ({
  kind: SUBSCRIPTION_KIND,
  order: 30,
  notes: SUBSCRIPTION_NOTES,
  ...writeRecords(subscriptions, deps.appendFacts, {
    keyOf,
    fates: async (tx, context, rows) => {
      const ownerOf = await ownersOfRows(deps, tx, context, rows);
      const { source, importNumber, now, timeZone } = context;
      const telling = { source, importNumber, now, timeZone, makeId: () => newId('subscription', now) };
      return (row, before) => {
        const owner = ownerOf(row);
        if ('refused' in owner) return owner;
        const terms = termsOfRow(row, context.currency);
        if ('refused' in terms) return terms;
        const externalId = keyOf(row);
        const fate = reviseSubscription({ ...telling, terms, account: owner.account, externalId }, before);
        if ('refused' in fate) return fate;
        const { signedUpAt } = owner;
        return { ...fate, notes: [...fate.notes, ...subscriptionNotes(externalId, terms, { signedUpAt, timeZone })] };
      };
    },
  }),
  inspect: async (db, context) => {
    const today = dateOf(context.now, context.timeZone);
    return finding('several_running', 'info', await severalRunning(db, context, today));
  },
  accountsOf: (tx, { ws, source }, ids) => accountsOfSubscriptions(tx, ws, { source, ids }),
});

const keyOf = (row: ImportRow): string => String(row.values.subscription_id);
