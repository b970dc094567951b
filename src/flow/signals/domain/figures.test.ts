import { describe, expect, it } from 'vitest';
import { revenueFigures } from './figures.ts';

const ZONE = 'Asia/Shanghai';
const day = (n: number): number => Date.UTC(2026, 0, 1 + n) - 8 * 3_600_000;
const pays = (n: number, mrrMinor: number) => ({ at: day(n), known: day(n), mrrMinor });
const term = (subject: string, n: number, endsOn: string | null) => ({ subject, at: day(n), known: day(n), startsOn: null, endsOn });

describe('the figures of an account that pays', () => {
  const given = {
    mrrSteps: [pays(0, 500), pays(30, 900), pays(60, 0), pays(90, 300)],
    termEnds: [term('a', 90, '2026-12-31'), term('b', 95, '2026-08-01'), term('b', 200, null)],
  };

  it('are those of its present life, but for the peak', () => {
    expect(revenueFigures(given, day(100), ZONE)).toEqual({
      mrrMinor: 300,
      mrrPeakMinor: 900,
      customerSince: '2026-04-01',
      renewsOn: '2026-08-01',
    });
    expect(revenueFigures(given, day(200), ZONE).renewsOn).toBe('2026-12-31');
  });

  it('say that it pays nothing while it is gone, and before it came', () => {
    expect(revenueFigures(given, day(70), ZONE)).toEqual({ mrrMinor: 0, mrrPeakMinor: 900, customerSince: null, renewsOn: null });
    expect(revenueFigures(given, day(0) - 1, ZONE)).toEqual({ mrrMinor: 0, mrrPeakMinor: 0, customerSince: null, renewsOn: null });
  });

  it('show an overdue term first', () => {
    const overdue = { mrrSteps: [pays(0, 1)], termEnds: [term('a', 0, '2026-02-01'), term('b', 0, '2026-09-01')] };
    expect(revenueFigures(overdue, day(100), ZONE).renewsOn).toBe('2026-02-01');
  });
});
