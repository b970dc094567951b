export { foldRows, type RowRules, reversal } from './domain/fold-rows.ts';
export { factOfMessage, type KeptMessage, type MessageOwner } from './domain/tracking/fact-of-message.ts';
export { type AccountOfRow, type AccountsByName, accountsOfRows, NO_ACCOUNT } from './server/accounts-of-rows.ts';
export type { AccountRef, ImportChange, ImportContext, ImportRow, ImportTarget, RowNote, RowOutcome } from './server/import-target.ts';
export { createImports, type Imports } from './server/imports/create-imports.ts';
export type { ImportDeps, ImportWorkspace } from './server/imports/engine.ts';
export type { ImportFileRequest } from './server/imports/import-file.ts';
export { createTracking, type KeepMessages, type Tracking, type TrackingDeps } from './server/tracking/tracking.ts';
