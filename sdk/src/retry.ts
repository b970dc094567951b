const MAX_BACKOFF_MS = 60_000;
const MAX_RETRY_AFTER_MS = 3_600_000;

export type RetryInput = {
  /** Failures in a row so far, 0 for the first. */
  readonly failures: number;
  /** The delay after the first failure, before jitter. */
  readonly firstDelayMs: number;
  /** What the server asked for, 0 when it asked for nothing. */
  readonly retryAfterMs: number;
  /** In [0, 1): spreads clients that failed together. */
  readonly random: number;
};

/**
 * How long to wait before the next attempt, in ms? Doubles per failure up to a minute, the upper half drawn at random;
 * never sooner than the server asked, and spread after that instant too.
 */
export const retryDelayMs = ({ failures, firstDelayMs, retryAfterMs, random }: RetryInput): number => {
  const ceiling = Math.min(MAX_BACKOFF_MS, firstDelayMs * 2 ** failures);
  return retryAfterMs > 0 ? retryAfterMs + (ceiling / 2) * random : (ceiling / 2) * (1 + random);
};

/** How long does a Retry-After header ask to wait, in ms? Reads seconds and HTTP dates (RFC 9110 10.2.3), at most an hour; 0 when absent or unreadable. */
export const retryAfterMs = (header: string | null, now: number): number => {
  if (!header) return 0;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return waitMs > 0 ? Math.min(waitMs, MAX_RETRY_AFTER_MS) : 0;
};
