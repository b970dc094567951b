import type { Tone } from '#web/ui/StatusPill.tsx';
import type { Import, ImportKind, ImportStatus } from '../contracts.ts';

/** Is something going on with this import that a page should follow? */
export const isBusy = (status: ImportStatus): boolean => ['checking', 'queued', 'running', 'undoing'].includes(status);

/** Under which word is it told how an import stands? One that cannot go on for want of room says so. */
export const stateWord = ({ status, waitsForRoom }: Pick<Import, 'status' | 'waitsForRoom'>): ImportStatus | 'room' =>
  waitsForRoom ? 'room' : status;

/** May the mapping still be changed, and be tried? What began to come in stays as it is: the file can be uploaded again. */
export const isReady = (status: ImportStatus): boolean => ['mapping', 'checked', 'undone'].includes(status);

/** Can it be imported, or go on where it was cut off? */
export const isRunnable = (status: ImportStatus): boolean => isReady(status) || ['failed', 'cancelled'].includes(status);

/** May what it changed be taken back? */
export const isUndoable = ({ status, created, updated }: Pick<Import, 'status' | 'created' | 'updated'>): boolean =>
  ['done', 'failed', 'cancelled'].includes(status) && created + updated > 0;

/** Fields that the kind needs and no column fills yet. */
export const missingFields = (kind: ImportKind | undefined, mapping: Import['mapping']): ImportKind['fields'] => {
  const filled = new Set(mapping.map((column) => column.target));
  return (kind?.fields ?? []).filter((field) => field.required && !filled.has(field.key));
};

/** How sure a guess is, in one word. */
export const sureness = (confidence: number): 'sure' | 'likely' | 'guess' =>
  confidence >= 0.85 ? 'sure' : confidence >= 0.55 ? 'likely' : 'guess';

export const STATUS_TONES: Readonly<Record<ImportStatus, Tone>> = {
  mapping: 'warn',
  checking: 'accent',
  checked: 'accent',
  queued: 'accent',
  running: 'accent',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
  undoing: 'accent',
  undone: 'unknown',
};

/** How far an import is, 0..1; null while the number of rows is not known. */
export const progressOf = ({ rowsRead, rowsTotal }: Pick<Import, 'rowsRead' | 'rowsTotal'>): number | null =>
  rowsTotal > 0 ? Math.min(1, rowsRead / rowsTotal) : null;

/** The batch of the sample company that is in the workspace, if one is. */
export const sampleBatch = (imports: readonly Pick<Import, 'source' | 'batch' | 'status'>[]): string | null =>
  imports.find((one) => one.source === 'ravenstack' && one.batch !== null && one.status !== 'undone')?.batch ?? null;
