import type { ImportFinding, RowFate } from '#flow/intake/contracts.ts';
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
import { CHURN_KIND } from '../domain/churn-kind.ts';
import { CHURN_NOTES, type ChurnRecord, churnKey, churnNotes, reviseChurn } from '../domain/churn-record.ts';
import { churnByExternalId, removeChurn, saveChurn } from '../store/churn-records.ts';
import * as findings from '../store/findings.ts';
import type { GrowDeps } from './deps.ts';
import { finding } from './finding.ts';

/** Files of churn reasons; what they say is compared with the subscriptions and with the accounts' own flags. */
export const churnTarget = (deps: GrowDeps): ImportTarget => ({
  kind: CHURN_KIND,
  order: 60,
  keyField: 'churn_event_id',
  notes: CHURN_NOTES,
  write: async (tx, context, rows) => {
    const existing = await churnByExternalId(tx, context.ws, context.source, rows.map(churnKey));
    const fateOf = await fates(deps, tx, context, rows);
    const { outcomes, changed, facts } = foldRows(rows, existing, { keyOf: churnKey, idOf: (record) => record.id, fateOf });
    await saveChurn(tx, context.ws, changed);
    await deps.appendFacts(tx, context.ws, facts);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await removeChurn(tx, ws, remove);
    await saveChurn(tx, ws, restore as readonly ChurnRecord[]);
  },
  inspect: compareChurn,
});

const fates = async (deps: GrowDeps, tx: Db, context: ImportContext, rows: readonly ImportRow[]) => {
  const accountOf = await accountsOfRows(tx, context, rows, deps.accountsByName);
  const accounts = rows.map(accountOf).flatMap((account) => (account && 'id' in account ? [account.id] : []));
  const signedUp = await deps.signedUpAt(tx, context.ws, [...new Set(accounts)]);
  const { now } = context;
  return (row: ImportRow, before: ChurnRecord | null): RowFate<ChurnRecord> => {
    const account = accountOf(row) ?? { refused: NO_ACCOUNT };
    if ('refused' in account) return account;
    const fate = reviseChurn(row, { ...context, account, makeId: () => newId('churn', now) }, before);
    return 'refused' in fate ? fate : { ...fate, notes: churnNotes(row, signedUp.get(account.id), context.timeZone) };
  };
};

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
