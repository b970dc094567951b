import { AppError, ERROR_STATUS, type FieldProblem, isAppError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';

/** RFC 9457 problem+json as we answer it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly remedy?: string;
  readonly fields?: readonly FieldProblem[];
  /** To be quoted when asking for help; it stands in the log beside the cause. */
  readonly id: string;
}

const TITLES: Readonly<Record<keyof typeof ERROR_STATUS, string>> = {
  invalid: 'Some of the input is not right',
  malformed: 'The request could not be read',
  unauthenticated: 'Please sign in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'It does not fit what is there',
  too_large: 'Too large',
  unsupported: 'Unsupported content',
  rate_limited: 'Too many requests',
  unavailable: 'Not available at the moment',
  storage_full: 'The disk is full',
  internal: 'Something failed on our side',
};

/** The one place where an error becomes what a client may read; what we did not raise ourselves is logged and kept to ourselves. */
export const problemResponse = (error: unknown, requestId: string, log: Log): Response => {
  const known = isAppError(error) ? error : unexpected(error, requestId, log);
  const status = ERROR_STATUS[known.code];
  const problem: Problem = {
    type: `urn:perennial:problem:${known.code}`,
    title: TITLES[known.code],
    status,
    code: known.code,
    detail: known.message,
    ...(known.remedy ? { remedy: known.remedy } : {}),
    ...(known.fields.length > 0 ? { fields: known.fields } : {}),
    id: requestId,
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (known.retryAfter !== undefined) headers['retry-after'] = String(known.retryAfter);
  return new Response(JSON.stringify(problem), { status, headers });
};

const unexpected = (error: unknown, requestId: string, log: Log): AppError => {
  log.error({ requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'request failed');
  return new AppError('internal', 'An unexpected error happened; nothing of this request was kept.', {
    remedy: `Try again. If it stays, look for ${requestId} in the log.`,
  });
};
