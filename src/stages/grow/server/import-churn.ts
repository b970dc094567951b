import type { ImportFinding } from '#flow/intake/contracts.ts';
import { type ImportContext, type ImportTarget, ownersOfRows, writeRecords } from '#flow/intake/index.ts';
import { dateOf } from '#kernel/calendar.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { CHURN_KIND } from '../domain/churn-kind.ts';
import { CHURN_NOTES, churnKey, churnNotes, reviseChurn } from '../domain/churn-record.ts';
import { churnRecords } from '../store/churn-records.ts';
import * as findings from '../store/findings.ts';
import type { GrowDeps } from './deps.ts';
import { finding } from './finding.ts';

/** Files of churn reasons; what they say is compared with the subscriptions and with the accounts' own flags. */
export const churnTarget = (deps: GrowDeps): ImportTarget => ({
  kind: CHURN_KIND,
  order: 60,
  keyField: 'churn_event_id',
  notes: CHURN_NOTES,
  ...writeRecords(churnRecords, deps.appendFacts, {
    keyOf: churnKey,
    fates: async (tx, context, rows) => {
      const ownerOf = await ownersOfRows(deps, tx, context, rows);
      return (row, before) => {
        const owner = ownerOf(row);
        if ('refused' in owner) return owner;
        const fate = reviseChurn(row, { ...context, account: owner.account, makeId: () => newId('churn', context.now) }, before);
        return 'refused' in fate ? fate : { ...fate, notes: churnNotes(row, owner.signedUpAt, context.timeZone) };
      };
    },
  }),
  inspect: compareChurn,
});

const compareChurn = async (db: Db, context: ImportContext): Promise<readonly ImportFinding[]> => {
  const today = dateOf(context.now, context.timeZone);
  return [
    ...finding('churn_without_end', 'warning', await findings.churnWithoutEnd(db, context)),
    ...finding('end_without_churn', 'warning', await findings.endWithoutChurn(db, context)),
    ...finding('flagged_but_running', 'warning', await findings.flaggedButRunning(db, context, today)),
    ...finding('flagged_without_churn', 'warning', await findings.flaggedWithoutChurn(db, context)),
    ...finding('churn_without_flag', 'warning', await findings.churnWithoutFlag(db, context)),
    ...finding('reactivations', 'info', await findings.reactivations(db, context)),
  ];
};
