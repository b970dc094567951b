import type { Tone } from '#web/ui/StatusPill.tsx';
import type { Import, ImportKind, ImportStatus } from '../contracts.ts';

/** Is something going on with this import that a page should follow? */
export const isBusy = (status: ImportStatus): boolean => ['checking', 'queued', 'running', 'undoing'].includes(status);

type Counted = Pick<Import, 'status' | 'rowsRead' | 'created' | 'updated' | 'unchanged' | 'failed'>;

/** What came of the rows: all of them came in, some did, none did, nothing in them was new, or there were none. */
export type ImportResult = 'all' | 'partly' | 'none' | 'same' | 'empty';

/** What came of an import that is done, or would come of one that was tried? Null while neither is so. */
export const resultOf = ({ status, rowsRead, created, updated, unchanged, failed }: Counted): ImportResult | null => {
  if (status !== 'done' && status !== 'checked') return null;
  if (rowsRead === 0) return 'empty';
  if (created + updated + unchanged === 0) return 'none';
  if (failed > 0) return 'partly';
  return created + updated === 0 ? 'same' : 'all';
};

/** Under which word is it told how an import stands? One that cannot go on for want of room says so, and one that is done what came of it. */
export const stateWord = (one: Counted & Pick<Import, 'waitsForRoom'>): ImportStatus | 'room' | Exclude<ImportResult, 'all'> => {
  if (one.waitsForRoom) return 'room';
  const result = one.status === 'done' ? resultOf(one) : null;
  return result === null || result === 'all' ? one.status : result;
};

/** How good or bad is the state of an import? Done is good only when every row came in. */
export const stateTone = (one: Counted & Pick<Import, 'waitsForRoom'>): Tone => {
  if (one.waitsForRoom) return 'warn';
  const result = one.status === 'done' ? resultOf(one) : null;
  return result === null ? STATUS_TONES[one.status] : RESULT_TONES[result];
};

/** How good or bad each result is. */
export const RESULT_TONES: Readonly<Record<ImportResult, Tone>> = {
  all: 'good',
  partly: 'warn',
  none: 'bad',
  same: 'unknown',
  empty: 'warn',
};

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

const STATUS_TONES: Readonly<Record<ImportStatus, Tone>> = {
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
