import { describe, expect, it } from 'vitest';
import { type FxPolicy, missingRates } from './exchange.ts';
import { accountMrrSteps, mrrOn } from './mrr-ledger.ts';
import type { SubscriptionVersion } from './subscription-version.ts';
import { DOLLARS, phase, version } from './testing/timelines.ts';

const YEAR_END = Date.parse('2024-12-31T12:00:00Z');

describe('accountMrrSteps', () => {
  it('sums the subscriptions of an account and leaves out trials', () => {
    const [acme, zeta] = ledger([
      version('zeta:1', [phase('2024-01-10', null, 700)]),
      version('acme:1', [phase('2024-01-01', '2024-01-15', 5_000, { trial: true }), phase('2024-01-15', null, 5_000)]),
      version('acme:2', [phase('2024-02-01', '2024-03-01', 1_000, { plan: 'Pro' })]),
    ]).accounts;
    expect(acme!.steps.map(({ date, mrrMinor }) => [date, mrrMinor])).toEqual([
      ['2024-01-15', 5_000],
      ['2024-02-01', 6_000],
      ['2024-03-01', 5_000],
    ]);
    expect(acme!.steps[1]!.plans.map(({ plan, mrrMinor }) => [plan, mrrMinor])).toEqual([
      ['Basic', 5_000],
      ['Pro', 1_000],
    ]);
    expect(zeta!.accountId).toBe('zeta');
    expect(['2024-01-14', '2024-01-15', '2024-02-29', '2024-12-31'].map((date) => mrrOn(acme!, date))).toEqual([0, 5_000, 6_000, 5_000]);
  });

  it('makes no step where the value stays: yearly to monthly, a renewal, an end and a start on one date', () => {
    const [acme] = ledger([
      version('acme:1', [phase('2024-01-01', '2024-06-01', 5_000), phase('2024-06-01', '2024-09-01', 5_000)]),
      version('acme:2', [phase('2024-09-01', null, 5_000)]),
    ]).accounts;
    expect(acme!.steps.map((step) => step.date)).toEqual(['2024-01-01']);
  });

  it('never counts a phase without length, or a value of 0 or less', () => {
    const phases = [phase('2024-01-01', '2024-01-01', 500), phase('2024-02-01', null, 0), phase('2024-03-01', null, -500)];
    expect(ledger([version('acme:1', phases)]).accounts).toEqual([{ accountId: 'acme', steps: [] }]);
  });

  it('knows nothing dated after the local date of asOf', () => {
    const versions = [version('acme:1', [phase('2024-01-01', '2024-06-02', 5_000)])];
    const asOf = Date.parse('2024-06-01T15:00:00Z');
    // In Tokyo it is already 2 June, 00:00: the end is observed. In UTC it is not.
    expect(accountMrrSteps({ versions, asOf, zone: 'Asia/Tokyo', fx: DOLLARS }).accounts[0]!.steps).toHaveLength(2);
    expect(accountMrrSteps({ versions, asOf, zone: 'UTC', fx: DOLLARS }).accounts[0]!.steps).toHaveLength(1);
  });

  it('converts each item at the fixed rate and refuses to guess one', () => {
    // 9.99 EUR × 1.1 = 10.989, half-up 10.99 USD.
    expect(ledger([version('acme:1', [phase('2024-01-01', null, 999)], { currency: 'EUR' })]).accounts[0]!.steps[0]!.mrrMinor).toBe(1_099);
    const pounds = [version('acme:1', [phase('2024-01-01', null, 999)], { currency: 'GBP' })];
    expect(() => ledger(pounds)).toThrow('There is no rate from GBP to USD');
    expect(missingRates(['GBP', 'USD', 'EUR', 'GBP', 'CHF'], DOLLARS)).toEqual(['CHF', 'GBP']);
  });

  it('shows under monthly rates what the rate did, apart from what the customer did', () => {
    const rates = (rate: number) => new Map([['EUR', rate]]);
    const fx: FxPolicy = {
      kind: 'monthly',
      currency: 'USD',
      ratesByMonth: new Map([
        ['2024-01-01', rates(1.1)],
        ['2024-02-01', rates(1.2)],
        ['2024-04-01', rates(1.0)],
      ]),
    };
    const phases = [phase('2024-01-10', '2024-04-01', 10_000), phase('2024-04-01', null, 15_000)];
    const asOf = Date.parse('2024-05-31T12:00:00Z');
    const { accounts } = accountMrrSteps({ versions: [version('acme:1', phases, { currency: 'EUR' })], asOf, zone: 'UTC', fx });
    // January 100 € × 1.1; February × 1.2: + 10 by the rate; March keeps it; April: 100 € falls to × 1.0 (− 20 by the rate) and grows to 150 €.
    expect(accounts[0]!.steps.map(({ date, mrrMinor, fxMinor }) => [date, mrrMinor, fxMinor])).toEqual([
      ['2024-01-10', 11_000, 0],
      ['2024-02-01', 12_000, 1_000],
      ['2024-04-01', 15_000, -2_000],
    ]);
  });
});

function ledger(versions: readonly SubscriptionVersion[]) {
  return accountMrrSteps({ versions, asOf: YEAR_END, zone: 'UTC', fx: DOLLARS });
}
