export { type AccountOfRow, type AccountsByName, accountsOfRows } from './accounts-of-rows.ts';
export { foldRows, type RowRules, reversal } from './domain/fold-rows.ts';
export type { AccountRef, ImportChange, ImportContext, ImportRow, ImportTarget, RowNote, RowOutcome } from './import-target.ts';
