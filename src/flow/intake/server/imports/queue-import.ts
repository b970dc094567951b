import { AppError } from '#kernel/app-error.ts';
import type { ImportStatus } from '../../contracts.ts';
import { missingFields, openQuestions } from '../../domain/imports/columns.ts';
import { IMPORT_SAYS, STATUS_WORDS } from '../../domain/imports/import-sayings.ts';
import { moveImport, NO_COUNTS, type StoredImport } from '../../store/imports.ts';
import { saveMapping } from '../../store/imports-mappings.ts';
import { type Engine, targetOf } from './engine.ts';

const FRESH: readonly ImportStatus[] = ['mapping', 'checked', 'undone'];
const CUT_OFF: readonly ImportStatus[] = ['failed', 'cancelled'];

/** Puts an import into the lane of its workspace. One that was cut off goes on where it stopped; the mapping is kept for the next file like this. */
export const queueImport = async (engine: Engine, stored: StoredImport): Promise<StoredImport> => {
  refuseUnready(engine, stored);
  const { db } = engine.postgres;
  const now = engine.clock.now();
  const patch = { status: 'queued', queuedAt: now, cancelAsked: false, finishedAt: null } as const;
  const queued =
    (await moveImport(db, stored, FRESH, { ...patch, counts: NO_COUNTS, findings: [] })) ?? (await moveImport(db, stored, CUT_OFF, patch));
  if (!queued) throw busy(stored);
  const names = queued.columns.map(({ name }) => name);
  const { dateOrder, dateOrderSure, decimal } = queued.format;
  const said = { dateOrder: dateOrderSure && dateOrder !== 'iso' ? dateOrder : null, decimal };
  await saveMapping(db, queued.ws, names, { kind: queued.kind ?? '', targets: queued.columns.map(({ target }) => target), said, now });
  return queued;
};

/** Marks an import as being tried. */
export const startCheck = async (engine: Engine, stored: StoredImport): Promise<StoredImport> => {
  targetOf(engine, stored.kind);
  refuseMissing(engine, stored);
  const patch = { status: 'checking', counts: NO_COUNTS, findings: [], cancelAsked: false } as const;
  const checking = await moveImport(engine.postgres.db, stored, FRESH, patch);
  if (!checking) throw busy(stored);
  return checking;
};

const refuseUnready = (engine: Engine, stored: StoredImport): void => {
  refuseMissing(engine, stored);
  const { dates, decimals } = openQuestions(stored.columns, targetOf(engine, stored.kind).kind, stored.reading);
  if (dates.length > 0) throw new AppError('invalid', IMPORT_SAYS.date_order_unsaid({ columns: dates }));
  if (decimals.length > 0) throw new AppError('invalid', IMPORT_SAYS.decimal_mark_unsaid({ columns: decimals }));
};

const refuseMissing = (engine: Engine, stored: StoredImport): void => {
  const missing = missingFields(stored.columns, targetOf(engine, stored.kind).kind);
  const fields = missing.map(({ key, label }) => ({ field: key, code: 'required', said: IMPORT_SAYS.field_unfilled({ field: label }) }));
  if (fields[0]) throw new AppError('invalid', fields[0].said, { fields });
};

const busy = ({ status }: StoredImport): AppError =>
  new AppError(
    'conflict',
    status === 'done' ? IMPORT_SAYS.import_done_already() : IMPORT_SAYS.import_busy({ status: STATUS_WORDS[status] }),
  );
