import { describe, expect, it } from 'vitest';
import { retryAfterMs, retryDelayMs } from './retry.ts';

describe('retryDelayMs', () => {
  const delay = (failures: number, random: number, retryAfter = 0): number =>
    retryDelayMs({ failures, firstDelayMs: 1_000, retryAfterMs: retryAfter, random });

  it('doubles per failure up to a minute, and draws the upper half at random', () => {
    expect([0, 1, 2, 6, 400].map((failures) => delay(failures, 0))).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
    expect(delay(0, 0.5)).toBe(750);
    expect(delay(400, 0.999_999)).toBeLessThan(60_000);
  });

  it('never comes back before the server allows it, and does not come back in step with the others', () => {
    expect(delay(0, 0, 120_000)).toBe(120_000);
    expect(delay(0, 0.5, 120_000)).toBe(120_250);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    expect(retryAfterMs('7', 0)).toBe(7_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:09 GMT', 2_000)).toBe(7_000);
  });

  it('is 0 when absent, past or unreadable, and an hour at most', () => {
    expect([null, '', '-3', 'soon', 'Thu, 01 Jan 1970 00:00:01 GMT'].map((header) => retryAfterMs(header, 2_000))).toEqual([0, 0, 0, 0, 0]);
    expect(retryAfterMs('999999', 0)).toBe(3_600_000);
  });
});
