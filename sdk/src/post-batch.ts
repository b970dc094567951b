import { retryAfterMs } from './retry.ts';

/** What became of a batch: taken, to be tried again, or refused for good. */
export type Outcome =
  | { readonly type: 'accepted' }
  | { readonly type: 'retry'; readonly retryAfterMs: number }
  | { readonly type: 'refused'; readonly status: number; readonly reason: string };

export type BatchRequest = {
  readonly host: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly keepalive?: boolean;
};

const TIMEOUT_MS = 15_000;

/** The address that takes batches. */
export const batchUrl = (host: string): string => `${host.replace(/\/+$/, '')}/v1/batch`;

/** Sends one batch and says what became of it; never throws. A network error, 429 and 5xx may be tried again, any other answer may not. */
export const postBatch = async ({ host, ...request }: BatchRequest): Promise<Outcome> => {
  try {
    const response = await fetch(batchUrl(host), {
      method: 'POST',
      credentials: 'omit',
      signal: AbortSignal.timeout?.(TIMEOUT_MS),
      ...request,
    });
    if (response.ok) return { type: 'accepted' };
    const { status } = response;
    if (status !== 429 && status < 500) return { type: 'refused', status, reason: reasonIn(await response.text()) };
    return { type: 'retry', retryAfterMs: retryAfterMs(response.headers.get('retry-after'), Date.now()) };
  } catch {
    return { type: 'retry', retryAfterMs: 0 };
  }
};

/** The server answers with problem+json; a proxy in between may answer with anything. */
const reasonIn = (text: string): string => {
  try {
    const problem = JSON.parse(text);
    return String(problem.detail ?? problem.message ?? problem.title ?? text);
  } catch {
    return text.slice(0, 200);
  }
};
