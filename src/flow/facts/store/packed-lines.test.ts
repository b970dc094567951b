import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLines, unpackLines } from './packed-lines.ts';

/** Few lines stay as they are, some are packed at once, many beside the main thread. */
const SIZES = [0, 1, 80, 900, 9_000];

describe('packed lines', () => {
  it('come back as they were, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SIZES), fc.array(fc.string(), { minLength: 1, maxLength: 20 }), async (count, words) => {
        const lines = Array.from({ length: count }, (_, n) =>
          JSON.stringify([n, n * 7_919, words[n % words.length], 'feature_used', 'server']),
        );
        const packed = await packLines(lines);
        expect((await unpackLines(packed)).toString()).toBe(lines.join('\n'));
      }),
      { numRuns: 30 },
    );
  });

  it('take a fraction of the text', async () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => JSON.stringify([1, 'feature_used', n, 'server', 'feature-7']));
    expect((await packLines(lines)).length).toBeLessThan(lines.join('\n').length / 5);
  });
});
