import { describe, expect, it } from 'vitest';
import { accountMrrSteps } from './mrr-ledger.ts';
import { arpa, quickRatio } from './revenue-ratios.ts';
import { grrNrr, logoChurn } from './revenue-retention.ts';
import { DOLLARS, phase, version } from './testing/timelines.ts';

// At the close of 2023: grow 100.00, shrink 100.00, leave 50.00, pause 50.00. Late comes in 2024, back paid only before and after.
const versions = [
  version('grow:1', [phase('2023-01-01', '2024-06-01', 10_000), phase('2024-06-01', null, 16_000)]),
  version('shrink:1', [phase('2023-01-01', '2024-06-01', 10_000), phase('2024-06-01', null, 7_000)]),
  version('leave:1', [phase('2023-01-01', '2024-03-01', 5_000)]),
  version('pause:1', [phase('2023-01-01', '2024-03-01', 5_000), phase('2024-05-01', null, 5_000)]),
  version('late:1', [phase('2024-02-01', null, 90_000)]),
  version('back:1', [phase('2022-01-01', '2023-06-01', 4_000), phase('2024-02-01', null, 4_000)]),
];
const ledger = accountMrrSteps({ versions, asOf: Date.parse('2025-02-01T12:00:00Z'), zone: 'UTC', fx: DOLLARS });
const YEAR = { from: '2024-01-01', to: '2025-01-01' };

describe('grrNrr', () => {
  it('looks at the accounts that paid at the start only', () => {
    // Start 100 + 100 + 50 + 50 = 300. End of the same: 160 + 70 + 0 + 50 = 280. Kept at most: 100 + 70 + 0 + 50 = 220.
    expect(grrNrr(ledger, YEAR)).toEqual({
      grr: { numerator: 22_000, denominator: 30_000, value: 22 / 30 },
      nrr: { numerator: 28_000, denominator: 30_000, value: 28 / 30 },
      accounts: 4,
      complete: true,
    });
  });

  it('is not available where nobody paid, and says when the range is not over', () => {
    expect(grrNrr(ledger, { from: '2021-01-01', to: '2022-01-01' }).grr.value).toBeNull();
    expect(grrNrr(ledger, { from: '2024-06-01', to: '2025-06-01' }).complete).toBe(false);
  });
});

describe('logoChurn', () => {
  it('counts who had left by the end, not who paused', () => {
    const { churn, interval, complete } = logoChurn(ledger, YEAR);
    expect(churn).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
    // Wilson for 1 of 4 at 95 %: 0.0456 to 0.6994.
    expect([interval!.low.toFixed(4), interval!.high.toFixed(4)]).toEqual(['0.0456', '0.6994']);
    expect(complete).toBe(true);
  });
});

describe('arpa', () => {
  it('divides by the accounts that pay', () => {
    expect(arpa(ledger, '2023-12-31')).toEqual({ numerator: 30_000, denominator: 4, value: 7_500 });
    expect(arpa(ledger, '2021-12-31').value).toBeNull();
  });
});

describe('quickRatio', () => {
  const still = { newMinor: 0, expansionMinor: 0, reactivationMinor: 0, contractionMinor: 0, churnMinor: 0 };

  it('sets gains against losses', () => {
    const period = { newMinor: 300, expansionMinor: 100, reactivationMinor: 20, contractionMinor: -40, churnMinor: -60 };
    expect(quickRatio(period)).toEqual({ numerator: 420, denominator: 100, value: 4.2, infinite: false });
  });

  it('is infinite without losses and not available without any movement', () => {
    expect(quickRatio({ ...still, newMinor: 5 })).toEqual({
      numerator: 5,
      denominator: 0,
      value: Number.POSITIVE_INFINITY,
      infinite: true,
    });
    expect(quickRatio(still)).toEqual({ numerator: 0, denominator: 0, value: null, infinite: false });
    expect(quickRatio({ ...still, churnMinor: -5 }).value).toBe(0);
  });
});
