import { describe, expect, it } from 'vitest';
import { accountMrrSteps } from './mrr-ledger.ts';
import { revenueByPeriod } from './revenue-by-period.ts';
import { DOLLARS, phase, version } from './testing/timelines.ts';

// acme: 50.00 from 10 January, 80.00 from 1 March. beta: 30.00 on Pro, January to the end of March (churn on 1 April).
// gama: 20.00 in January, nothing in February, 25.00 from 15 March.
const versions = [
  version('acme:1', [phase('2024-01-10', '2024-03-01', 5_000), phase('2024-03-01', null, 8_000, { plan: 'Pro' })]),
  version('beta:1', [phase('2024-01-01', '2024-04-01', 3_000, { plan: 'Pro' })]),
  version('gama:1', [phase('2024-01-01', '2024-02-01', 2_000), phase('2024-03-15', null, 2_500)]),
];
const ledger = accountMrrSteps({ versions, asOf: Date.parse('2024-04-20T12:00:00Z'), zone: 'Europe/Berlin', fx: DOLLARS });
const RANGE = { from: '2024-01-01', to: '2024-05-01', unit: 'month' } as const;

describe('revenueByPeriod', () => {
  it('walks from opening to closing, month by month', () => {
    const [total] = revenueByPeriod(ledger, RANGE);
    expect(total!.slice).toBeNull();
    expect(total!.periods.map(amountsOf)).toEqual([
      // opening, new, expansion, contraction, churn, reactivation, closing
      [0, 10_000, 0, 0, 0, 0, 10_000],
      [10_000, 0, 0, 0, -2_000, 0, 8_000],
      [8_000, 0, 3_000, 0, 0, 2_500, 13_500],
      [13_500, 0, 0, 0, -3_000, 0, 10_500],
    ]);
    expect(
      total!.periods.map((p) => [p.accountsOpening, p.accountsNew, p.accountsReactivated, p.accountsChurned, p.accountsClosing]),
    ).toEqual([
      [0, 3, 0, 0, 3],
      [3, 0, 0, 1, 2],
      [2, 0, 1, 0, 3],
      [3, 0, 0, 1, 2],
    ]);
    expect(total!.periods.map((p) => p.complete)).toEqual([true, true, true, false]);
  });

  it('shows by plan what moved between the plans', () => {
    const [basic, pro] = revenueByPeriod(ledger, { ...RANGE, slice: { by: 'plan' } });
    const march = [basic!, pro!].map((series) => series.periods[2]!);
    // acme leaves Basic with 50.00 for Pro at 80.00; gama comes back to Basic.
    expect(march.map((p) => [p.openingMinor, p.expansionMinor, p.reactivationMinor, p.transferMinor, p.closingMinor])).toEqual([
      [5_000, 0, 2_500, -5_000, 2_500],
      [3_000, 3_000, 0, 5_000, 11_000],
    ]);
    expect(march.map((p) => [p.accountsOpening, p.accountsReactivated, p.accountsMovedIn, p.accountsMovedOut, p.accountsClosing])).toEqual([
      [1, 1, 0, 1, 1],
      [1, 0, 1, 0, 2],
    ]);
  });

  it('divides by a value of the account', () => {
    const series = revenueByPeriod(ledger, { ...RANGE, slice: { by: 'account', valueOf: (id) => (id === 'beta' ? 'UK' : 'DE') } });
    expect(series.map((s) => [s.slice, ...s.periods.map((p) => p.closingMinor)])).toEqual([
      ['DE', 7_000, 5_000, 10_500, 10_500],
      ['UK', 3_000, 3_000, 3_000, 0],
    ]);
  });

  it('keeps to the range inside its first and last period, and to what was observed', () => {
    const [total] = revenueByPeriod(ledger, { from: '2024-01-05', to: '2024-03-10', unit: 'quarter' });
    // From 5 January (beta and gama are there) to 9 March: acme is new with 50.00 and grows by 30.00, gama has left.
    expect(total!.periods.map((p) => [p.period, p.from, p.to, ...amountsOf(p)])).toEqual([
      ['2024-01-01', '2024-01-05', '2024-03-10', 5_000, 5_000, 3_000, 0, -2_000, 0, 11_000],
    ]);
    expect(revenueByPeriod(ledger, { from: '2024-04-01', to: '2024-08-01', unit: 'month' })[0]!.periods).toHaveLength(1);
    expect(revenueByPeriod(ledger, { from: '2024-05-01', to: '2024-08-01', unit: 'month' })).toEqual([{ slice: null, periods: [] }]);
  });

  it('is one empty series where there is no account', () => {
    const nobody = accountMrrSteps({ versions: [], asOf: Date.parse('2024-04-20T12:00:00Z'), zone: 'UTC', fx: DOLLARS });
    expect(revenueByPeriod(nobody, RANGE)[0]!.periods.map((p) => p.closingMinor)).toEqual([0, 0, 0, 0]);
    expect(revenueByPeriod(nobody, { ...RANGE, slice: { by: 'plan' } })).toEqual([]);
  });
});

function amountsOf(p: ReturnType<typeof revenueByPeriod>[number]['periods'][number]) {
  return [p.openingMinor, p.newMinor, p.expansionMinor, p.contractionMinor, p.churnMinor, p.reactivationMinor, p.closingMinor];
}
