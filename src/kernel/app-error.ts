/** The closed set of ways in which Perennial refuses or fails; each has one HTTP status. */
export const ERROR_STATUS = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  unavailable: 503,
  storage_full: 507,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One thing wrong with one field of the input, with what to do about it. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

export interface ErrorDetails {
  /** What the reader should do now. */
  readonly remedy?: string;
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The one error that crosses rooms: a code that decides the status, a sentence for a person, a remedy. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly fields: readonly FieldProblem[];
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.remedy = details.remedy;
    this.fields = details.fields ?? [];
    this.retryAfter = details.retryAfter;
  }
}

/** Is this an error that Perennial raised on purpose? */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
