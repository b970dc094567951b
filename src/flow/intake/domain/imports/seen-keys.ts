import { createIdSet } from '../tracking/id-set.ts';

/** Says whether a key came before, and remembers it. */
export type SeenKeys = (key: string) => boolean;

// 100 MB at most. Repeats behind it go uncounted, and are still one record in the store.
const MAX_KEYS = 10_000_000;

/** Which keys of a file came before? 10 bytes a key: of a million keys one in 10^13 is taken for another. */
export const createSeenKeys = (): SeenKeys => {
  const seen = createIdSet('exact');
  return (key) => {
    const id = halvesOf(key);
    const before = seen.has(id);
    if (!before && seen.size() < MAX_KEYS) seen.add(id);
    return before;
  };
};

// Two multiplications a character, mixed at the end (cyrb53 by bryc, public domain, with all 64 bits). Never for secrets.
const halvesOf = (text: string): { readonly high: number; readonly low: number } => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  const first = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const second = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return { high: second >>> 0, low: first >>> 0 };
};
