import { describe, expect, it } from 'vitest';
import { HealthDay } from '../../contracts.ts';
import { bandWithOverride, healthChange28 } from './health-over-time.ts';

describe('health over time', () => {
  const days = (entries: readonly (readonly [string, number | null, number?])[]) =>
    entries.map(([day, score, version = 1]) => HealthDay.parse({ day, score, band: 'watch', confidence: 1, version }));

  it('changes against the day 28 days before, or the last recorded one of that week', () => {
    expect(
      healthChange28(
        days([
          ['2026-06-02', 70],
          ['2026-06-30', 55],
        ]),
        '2026-06-30',
      ),
    ).toBe(-15);
    expect(
      healthChange28(
        days([
          ['2026-05-27', 50],
          ['2026-05-28', 60],
          ['2026-06-30', 55],
        ]),
        '2026-06-30',
      ),
    ).toBe(-5);
    expect(
      healthChange28(
        days([
          ['2026-05-26', 60],
          ['2026-06-30', 55],
        ]),
        '2026-06-30',
      ),
    ).toBe(null);
  });

  it('says nothing about an unknown day, or over a change of the formula', () => {
    expect(
      healthChange28(
        days([
          ['2026-06-02', null],
          ['2026-06-30', 55],
        ]),
        '2026-06-30',
      ),
    ).toBe(null);
    expect(
      healthChange28(
        days([
          ['2026-06-02', 70, 1],
          ['2026-06-30', 55, 2],
        ]),
        '2026-06-30',
      ),
    ).toBe(null);
  });

  it('follows a person’s word to the end of the day on which it expires', () => {
    const override = { band: 'bad' as const, author: 'usr_1', reason: 'Champion leaves', expiresOn: '2026-06-30' };
    const lastMoment = Date.UTC(2026, 5, 30, 21, 59);
    expect(bandWithOverride('good', override, lastMoment, 'Europe/Berlin')).toEqual({ band: 'bad', override });
    expect(bandWithOverride('good', override, lastMoment + 60_000, 'Europe/Berlin')).toEqual({ band: 'good', override: null });
  });
});
