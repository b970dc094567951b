import { type Said, say } from './saying.ts';

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

/** One thing wrong with one field of the input. `code` is its kind where several sentences are of one kind; else the code of the sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly said: Said;
  readonly code?: string;
}

/** One thing wrong with one field, as it is answered. */
export interface AnsweredField {
  readonly field: string;
  readonly code: string;
  /** The sentence and its values, for a program that says it in its own words. */
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly remedy?: string;
}

export interface ErrorDetails {
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The one error that crosses rooms: a code that decides the status, and a sentence with its remedy in every language. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly said: Said;
  readonly fields: readonly FieldProblem[];
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, said: Said, details: ErrorDetails = {}) {
    super(say(said, 'en').message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.said = said;
    this.fields = details.fields ?? [];
    this.retryAfter = details.retryAfter;
  }

  /** What the reader should do now, in English. */
  get remedy(): string | undefined {
    return say(this.said, 'en').remedy ?? undefined;
  }
}

/**
 * A failure that is told to whoever runs the installation or changes its code, in a terminal or a log, in English alone: a start that does not
 * succeed, a definition that contradicts itself. Readers of the API get to know only that something failed.
 */
export class OperatorError extends AppError {
  constructor(code: ErrorCode, message: string, { remedy, ...details }: ErrorDetails & { readonly remedy?: string } = {}) {
    super(code, inEnglish(message, remedy), details);
    this.name = 'OperatorError';
  }
}

/** Is this an error that Perennial raised on purpose? */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** A sentence for whoever runs the installation, in English alone. */
export const inEnglish = (message: string, remedy?: string): Said => {
  const sentence = remedy === undefined ? ([message] as const) : ([message, remedy] as const);
  return { code: 'operator', params: {}, words: { en: sentence, 'zh-CN': sentence, es: sentence } };
};
