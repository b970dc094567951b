import { ClickHouseError } from '@clickhouse/client';
import { AppError } from '#kernel/app-error.ts';
import { diskIsFull } from '#platform/disk.ts';
import { STORE_SAYS } from '#platform/store-sayings.ts';

const TOO_MANY_SIMULTANEOUS_QUERIES = '202';
const TIMEOUT_EXCEEDED = '159';
const MEMORY_LIMIT_EXCEEDED = '241';
const RESULT_TOO_LARGE = '396';
const QUERY_WAS_CANCELLED = '394';
const NOT_ENOUGH_SPACE = '243';

const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT']);
const MASK = '…';

/** Did the engine go away before it answered? Such a call may be tried again when repeating it changes nothing. */
export const isConnectionLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CONNECTION_LOST.has(String(error.code))) return true;
  return /socket hang up|aborted|ECONNREFUSED|ECONNRESET/i.test(error.message) && !(error instanceof ClickHouseError);
};

/** The error that crosses rooms for any failure of the event store; it never repeats one of the bound `values`. */
export const storeFailure = (error: unknown, values: readonly unknown[] = []): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof ClickHouseError) return engineFailure(error, values);
  if (isConnectionLost(error)) {
    return new AppError('unavailable', STORE_SAYS.event_store_silent(), { retryAfter: 5 });
  }
  return new AppError('internal', STORE_SAYS.event_store_failed({ reason: maskValues(messageOf(error), values) }));
};

/** The text without any of the bound values, in the forms in which the engine repeats them. */
export const maskValues = (text: string, values: readonly unknown[]): string =>
  [...new Set(values.flatMap(writtenForms))]
    .filter((form) => text.includes(form))
    .sort((a, b) => b.length - a.length)
    .reduce(
      (masked, form) =>
        masked.replaceAll(new RegExp(form.length >= 4 ? escapePattern(form) : `(?<!\\w)${escapePattern(form)}(?!\\w)`, 'g'), MASK),
      text,
    );

/** The text of an insert error without the rows that it quotes. */
export const maskRows = (text: string): string =>
  text.replace(/'(?:[^'\\]|\\.)*'/gs, `'${MASK}'`).replace(/before: [\s\S]*?(?=\(at row|$)/, `before: ${MASK} `);

const engineFailure = (error: ClickHouseError, values: readonly unknown[]): AppError => {
  const told = `${maskValues(error.message.trim(), values)} (${error.type ?? 'ERROR'}, code ${error.code})`;
  switch (error.code) {
    case TOO_MANY_SIMULTANEOUS_QUERIES:
      return new AppError('unavailable', STORE_SAYS.event_store_busy(), { retryAfter: 2 });
    case TIMEOUT_EXCEEDED:
      return new AppError('unavailable', STORE_SAYS.question_too_slow());
    case MEMORY_LIMIT_EXCEEDED:
      return new AppError('unavailable', STORE_SAYS.question_too_big());
    case RESULT_TOO_LARGE:
      return new AppError('too_large', STORE_SAYS.answer_too_big());
    case QUERY_WAS_CANCELLED:
      return new AppError('unavailable', STORE_SAYS.question_cancelled());
    case NOT_ENOUGH_SPACE:
      return diskIsFull();
    default:
      if (/No space left on device/.test(error.message)) return diskIsFull();
      return new AppError('internal', STORE_SAYS.event_store_refused({ reason: told }));
  }
};

const writtenForms = (value: unknown): readonly string[] => {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap(writtenForms);
  if (value instanceof Date) return [value.toISOString(), String(value.getTime())];
  if (value instanceof Map) return [...value].flatMap(([key, held]) => [...writtenForms(key), ...writtenForms(held)]);
  if (typeof value === 'object') return Object.values(value).flatMap(writtenForms);
  const text = String(value);
  if (text.trim() === '') return [];
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return [text, escaped];
};

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
