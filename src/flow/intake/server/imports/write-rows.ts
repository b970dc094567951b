import { isAppError, OperatorError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';
import type { Db } from '#platform/postgres.ts';
import { ROW_SAYS } from '../../domain/imports/row-sayings.ts';
import { attempt } from '../../store/imports-turn.ts';
import type { ImportContext, ImportRow, ImportTarget, RowOutcome } from '../import-target.ts';

// One odd row is found in a dozen steps; where more rows than this are odd, the kind or the mapping is.
const MAX_SINGLED_OUT = 50;

export interface RowsToWrite {
  readonly tx: Db;
  readonly context: ImportContext;
  readonly target: ImportTarget;
  readonly rows: readonly ImportRow[];
  readonly log: Log;
}

/** What becomes of these rows? Written as one set; a row that the database refuses is singled out by halving, and the others are written. */
export const writeRows = async (work: RowsToWrite): Promise<readonly RowOutcome[]> => {
  const budget = { left: MAX_SINGLED_OUT };
  const write = async (rows: readonly ImportRow[]): Promise<readonly RowOutcome[]> => {
    if (rows.length === 0) return [];
    const written = await attempt(work.tx, () => work.target.write(work.tx, work.context, rows));
    if (written.ok) return complete(work.target, rows, written.value);
    const [row] = rows;
    if (rows.length === 1 && row) return [refused(work, row, written.fault, budget)];
    const half = Math.ceil(rows.length / 2);
    return [...(await write(rows.slice(0, half))), ...(await write(rows.slice(half)))];
  };
  return write(work.rows);
};

const complete = (target: ImportTarget, rows: readonly ImportRow[], outcomes: readonly RowOutcome[]): readonly RowOutcome[] => {
  if (outcomes.length === rows.length) return outcomes;
  throw new OperatorError('internal', `The target “${target.kind.kind}” answered ${outcomes.length} outcomes for ${rows.length} rows.`);
};

const refused = ({ context, log }: RowsToWrite, row: ImportRow, fault: unknown, budget: { left: number }): RowOutcome => {
  budget.left -= 1;
  if (budget.left < 0) throw fault;
  const common = { line: row.line, outcome: 'failed', field: null } as const;
  if (isAppError(fault)) return { ...common, said: fault.said };
  // The message of the database names the rule; its values were taken out where errors enter.
  log.warn(
    { import: context.importNumber, line: row.line, error: fault instanceof Error ? fault.message : String(fault) },
    'row refused by the database',
  );
  return { ...common, said: ROW_SAYS.row_does_not_fit() };
};
