import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factId, instant } from './event-line.ts';

describe('a line of the event store', () => {
  it('names a fact by the first eight bytes of the digest of its key', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (ws, key) => {
        const digest = createHash('md5').update(`${ws}\n${key}`).digest();
        expect(factId(ws, key)).toBe(digest.readBigUInt64LE(0).toString());
      }),
    );
  });

  it('writes instants of all ages as the clock does', () => {
    const range = { min: Date.UTC(1900, 0, 1), max: Date.UTC(2299, 0, 1) };
    fc.assert(
      fc.property(fc.integer(range), (ms) => {
        expect(`${instant(ms).replace(' ', 'T')}Z`).toBe(new Date(ms).toISOString());
      }),
    );
  });
});
