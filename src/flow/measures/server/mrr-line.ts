import { dateOf } from '#kernel/calendar.ts';
import type { MeasuredWorkspace } from '../domain/answer.ts';
import { type MrrChange, readMrrChanges } from '../store/mrr-steps.ts';
import type { MeasuresDeps } from './deps.ts';

/** How did the MRR of these accounts (null: of all) change, as known and dated by this instant? By dense number, in order of date. */
export type MrrStepsOf = (
  workspace: Pick<MeasuredWorkspace, 'ws' | 'timeZone' | 'currency'>,
  accounts: readonly number[] | null,
  asOf: number,
) => Promise<ReadonlyMap<number, readonly MrrChange[]>>;

/** Makes the reader of MRR steps, which the account page, the lifecycle and the signals share. */
export const createMrrStepsOf =
  ({ clickhouse, ratesOf = async () => new Map() }: MeasuresDeps): MrrStepsOf =>
  async ({ ws, timeZone, currency }, accounts, asOf) => {
    const rates = await ratesOf({ ws, currency });
    return readMrrChanges(
      clickhouse,
      { ws, asOf, breakdown: null, filter: null, observedThrough: dateOf(asOf, timeZone), currency, rates },
      accounts,
    );
  };
