import type { AnsweredField, ErrorCode } from '#kernel/app-error.ts';

export interface ApiErrorParts {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly title: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly fields?: readonly AnsweredField[];
  readonly id?: string;
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
}

/** A refusal or failure of the API, or no answer at all (`offline`). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly title: string;
  readonly detail: string | undefined;
  readonly remedy: string | undefined;
  readonly fields: readonly AnsweredField[];
  readonly id: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(parts: ApiErrorParts) {
    super(parts.detail ?? parts.title);
    this.name = 'ApiError';
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail;
    this.remedy = parts.remedy;
    this.fields = parts.fields ?? [];
    this.id = parts.id;
    this.retryAfter = parts.retryAfter;
  }
}

/** Did the API refuse or fail, rather than our own code? */
export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

/** What is wrong with one field of a form, or undefined; `field` is its path in the body. */
export const fieldError = (error: unknown, field: string): string | undefined => {
  if (!isApiError(error)) return undefined;
  const problem = error.fields.find((one) => one.field === field);
  return problem && [problem.message, problem.remedy].filter(Boolean).join(' ');
};

/** The error that an unsuccessful answer tells of; problem+json is read, anything else is described by its status. */
export const errorFromResponse = async (response: Response): Promise<ApiError> => {
  const problem = await readProblem(response);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiError({
    title: response.statusText || `HTTP ${response.status}`,
    code: CODES[response.status] ?? 'internal',
    ...problem,
    status: response.status,
    ...(retryAfter > 0 ? { retryAfter } : {}),
  });
};

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported',
  422: 'invalid',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  507: 'storage_full',
};

const readProblem = async (response: Response): Promise<Partial<ApiErrorParts>> => {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  const body: unknown = await response.json().catch(() => ({}));
  return typeof body === 'object' && body !== null ? (body as Partial<ApiErrorParts>) : {};
};
