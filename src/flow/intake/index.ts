export type { AccountRef, ImportChange, ImportContext, ImportRow, ImportTarget, RowNote, RowOutcome } from './import-target.ts';
