import type { WorkspaceContext } from '#platform/http.ts';
import { type NumberedValues, readFieldValues } from '../store/field-values.ts';
import type { SignalsDeps } from './deps.ts';

// A question as of now is asked a moment before its values are read.
const A_MOMENT = 60_000;

/** Which account or person has which value of a field, as of an instant (UTC ms)? For questions about facts; null where the field is not known. */
export const createFieldValues =
  ({ postgres, clock }: Pick<SignalsDeps, 'postgres' | 'clock'>) =>
  ({ ws, timeZone }: Pick<WorkspaceContext, 'ws' | 'timeZone'>, field: string, asOf: number): Promise<NumberedValues | null> => {
    const isNow = clock.now() - asOf < A_MOMENT;
    return readFieldValues(postgres.db, { field, belief: { ws, asOf, isNow, enteredBefore: asOf + 1 }, zone: timeZone });
  };
