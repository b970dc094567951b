import {
  type AnsweredField,
  AppError,
  ERROR_STATUS,
  type ErrorCode,
  type FieldProblem,
  isAppError,
  OperatorError,
} from '#kernel/app-error.ts';
import { kept, type Said, say } from '#kernel/saying.ts';
import type { Language } from '#kernel/words.ts';
import type { Log } from '#platform/log.ts';
import { HTTP_SAYS, TITLES } from './http-sayings.ts';

/** RFC 9457 problem+json as we answer it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly detail: string;
  readonly remedy?: string;
  readonly fields?: readonly AnsweredField[];
  /** To be quoted when asking for help; it stands in the log beside the cause. */
  readonly id: string;
}

/** Who asked, and where what is not told is written. */
export interface AskedBy {
  readonly requestId: string;
  readonly log: Log;
  readonly language: Language;
}

/** The one place where an error becomes what a client may read; what we did not raise ourselves is logged and kept to ourselves. */
export const problemResponse = (error: unknown, { requestId, log, language }: AskedBy): Response => {
  const known = isAppError(error) && !(error instanceof OperatorError) ? error : unexpected(error, requestId, log);
  const status = ERROR_STATUS[known.code];
  const { message, remedy } = say(known.said, language);
  const { code: reason, params } = kept(known.said);
  const problem: Problem = {
    type: `urn:perennial:problem:${known.code}`,
    title: say(TITLES[`title_${known.code}`](), language).message,
    status,
    code: known.code,
    reason,
    params,
    detail: message,
    ...(remedy === null ? {} : { remedy }),
    ...(known.fields.length > 0 ? { fields: known.fields.map((field) => answeredField(field, language)) } : {}),
    id: requestId,
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    vary: 'accept-language',
  };
  if (known.retryAfter !== undefined) headers['retry-after'] = String(known.retryAfter);
  return new Response(JSON.stringify(problem), { status, headers });
};

/** A problem with a field in a language, with its sentence's code and values beside. */
export const answeredField = ({ field, code, said }: FieldProblem, language: Language): AnsweredField => ({
  field,
  code: code ?? said.code,
  ...answeredSaying(said, language),
});

const answeredSaying = (said: Said, language: Language): Omit<AnsweredField, 'field' | 'code'> => {
  const { message, remedy } = say(said, language);
  const { code: reason, params } = kept(said);
  return { reason, params, message, ...(remedy === null ? {} : { remedy }) };
};

const unexpected = (error: unknown, requestId: string, log: Log): AppError => {
  log.error({ requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'request failed');
  return new AppError(isAppError(error) ? error.code : 'internal', HTTP_SAYS.unexpected({ id: requestId }));
};
