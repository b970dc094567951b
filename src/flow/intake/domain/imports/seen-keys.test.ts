import { describe, expect, it } from 'vitest';
import { createSeenKeys } from './seen-keys.ts';

describe('createSeenKeys', () => {
  it('knows each key from its second coming on, however alike keys are', () => {
    const isSeen = createSeenKeys();
    const keys = Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? `S-${n / 2}` : `客户-${(n - 1) / 2}`));
    expect(keys.filter(isSeen)).toEqual([]);
    expect(keys.every(isSeen)).toBe(true);
    expect(isSeen('S-100000')).toBe(false);
  });
});
