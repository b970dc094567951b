import pg from 'pg';
import { AppError, isAppError } from '#kernel/app-error.ts';
import { diskIsFull } from '#platform/disk.ts';
import { STORE_SAYS } from '#platform/store-sayings.ts';

const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const QUERY_CANCELED = '57014';
const DISK_FULL = '53100';

/**
 * What does a failure of the database mean to us? A broken unique rule and a lost race are `conflict`, a server that cannot
 * be reached or is full is `unavailable`; anything else is a fault of ours and stays what it is. Values of rows are removed.
 */
export const meaningOf = (error: unknown): unknown => {
  if (isAppError(error)) return error;
  const cause = withoutValues(error);
  const code = codeOf(error);
  if (code === UNIQUE_VIOLATION) return new AppError('conflict', STORE_SAYS.identity_taken(), { cause });
  if (isLostRace(error)) return new AppError('conflict', STORE_SAYS.changed_by_others(), { cause });
  if (code === QUERY_CANCELED) return new AppError('unavailable', STORE_SAYS.database_slow(), { retryAfter: 5, cause });
  if (code === DISK_FULL) return diskIsFull(cause);
  if (isUnreachable(error)) {
    return new AppError('unavailable', STORE_SAYS.database_unreachable(), { retryAfter: 2, cause });
  }
  return cause;
};

/** Which unique rule did this error break? Its name as written in the migration; undefined for any other error. */
export const brokenUniqueRule = (error: unknown): string | undefined => {
  const inner = isAppError(error) ? error.cause : error;
  return inner instanceof pg.DatabaseError && inner.code === UNIQUE_VIOLATION ? inner.constraint : undefined;
};

/** Did a transaction lose against another one, so that trying the whole of it again is right? */
export const isLostRace = (error: unknown): boolean => {
  const code = codeOf(isAppError(error) ? error.cause : error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
};

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/** Did the way to the server break? Class 08 is a broken connection, 53 lacking resources, 57P a server that goes down or comes up. */
export const isUnreachable = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code !== undefined) return UNREACHABLE.has(code) || /^(08|53|57P)/.test(code);
  return (
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(error.message)
  );
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The server quotes values of rows ("Key (email)=(…)") in these; an error ends up in logs, where personal data must not be. */
const withoutValues = (error: unknown): unknown => {
  if (error instanceof pg.DatabaseError) {
    error.detail = undefined;
    error.where = undefined;
    error.internalQuery = undefined;
  }
  return error;
};
