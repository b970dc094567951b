import { AppError } from '#kernel/app-error.ts';
import { HTTP_SAYS } from './http-sayings.ts';

/** A token bucket per caller, in memory: `perMinute` on average, twice as many in a burst. */
export const createRateLimit = (perMinute: number) => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const burst = perMinute * 2;
  return {
    /** Takes one token of a caller or throws `rate_limited` with the seconds to wait; gives back how many are left. */
    take(caller: string, now: number): number {
      if (buckets.size > 50_000) buckets.clear();
      const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
      if (tokens < 1) {
        buckets.set(caller, { tokens, at: now });
        const retryAfter = Math.ceil(((1 - tokens) / perMinute) * 60);
        throw new AppError('rate_limited', HTTP_SAYS.too_many_requests({ perMinute, seconds: retryAfter }), { retryAfter });
      }
      buckets.set(caller, { tokens: tokens - 1, at: now });
      return Math.floor(tokens - 1);
    },
  };
};

export type RateLimit = ReturnType<typeof createRateLimit>;
