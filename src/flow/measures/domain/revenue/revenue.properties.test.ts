import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { FxPolicy } from './exchange.ts';
import { movementsOf } from './movements.ts';
import { accountMrrSteps, mrrOn } from './mrr-ledger.ts';
import { type RevenuePeriod, type RevenueSlice, revenueByPeriod } from './revenue-by-period.ts';
import { grrNrr } from './revenue-retention.ts';
import { believedAsOf } from './subscription-version.ts';
import { ANY_RANGE, anyVersions } from './testing/any-versions.ts';
import { DOLLARS } from './testing/timelines.ts';

const MONTHLY: FxPolicy = {
  kind: 'monthly',
  currency: 'USD',
  ratesByMonth: new Map(
    [1.1, 1.2, 0.9, 1.05].map((rate, i) => [`2024-${String(3 * i + 1).padStart(2, '0')}-01`, new Map([['EUR', rate]])]),
  ),
};
const SLICES: readonly (RevenueSlice | undefined)[] = [
  undefined,
  { by: 'plan' },
  { by: 'account', valueOf: (id) => (id === 'a1' ? 'x' : 'y') },
];

const policies = fc.constantFrom<FxPolicy>(DOLLARS, MONTHLY);
const zones = fc.constantFrom('UTC', 'Pacific/Apia', 'America/Sao_Paulo');
const asOfs = fc.nat(400).map((days) => Date.parse(addDays(ANY_RANGE.from, days)) + 40_000_000);
const units = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
const ranges = fc
  .tuple(fc.nat(200), fc.nat(200))
  .map(([start, length]) => ({ from: addDays('2023-12-15', start), to: addDays('2023-12-15', start + length + 1) }));

describe('for any timelines', () => {
  it('opening and movements make the closing, of every slice and period, for money and for accounts', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, zones, policies, ranges, units, (versions, asOf, zone, fx, range, unit) => {
        const ledger = accountMrrSteps({ versions, asOf, zone, fx });
        for (const slice of SLICES) {
          for (const { periods } of revenueByPeriod(ledger, { ...range, unit, slice })) periods.forEach(expectBalance);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('slices add up to the whole, line by line', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, policies, (versions, asOf, fx) => {
        const ledger = accountMrrSteps({ versions, asOf, zone: 'UTC', fx });
        const question = { ...ANY_RANGE, unit: 'month' } as const;
        const whole = revenueByPeriod(ledger, question)[0]!.periods.map(moneyOf);
        for (const slice of SLICES.slice(1)) {
          const parts = revenueByPeriod(ledger, { ...question, slice }).map((series) => series.periods.map(moneyOf));
          const summed = whole.map((lines, p) => lines.map((_, line) => parts.reduce((sum, part) => sum + part[p]![line]!, 0)));
          expect(summed).toEqual(whole);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the movements of an account add up to its MRR on any date', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, policies, fc.nat(500), (versions, asOf, fx, days) => {
        const date = addDays(ANY_RANGE.from, days);
        for (const account of accountMrrSteps({ versions, asOf, zone: 'UTC', fx }).accounts) {
          const until = movementsOf(account).filter((movement) => movement.date <= date);
          expect(until.reduce((sum, movement) => sum + movement.amountMinor, 0)).toBe(mrrOn(account, date));
          expect(until.reduce((sum, movement) => sum + movement.accounts, 0)).toBe(mrrOn(account, date) > 0 ? 1 : 0);
        }
      }),
    );
  });

  it('the MRR of a date is the sum of what is believed active on it', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, fc.nat(500), (versions, asOf, days) => {
        const date = addDays(ANY_RANGE.from, days);
        const dollars = versions.map((version) => ({ ...version, currency: 'USD' }));
        const ledger = accountMrrSteps({ versions: dollars, asOf, zone: 'UTC', fx: DOLLARS });
        const observed = [date, ledger.observedThrough].sort()[0]!;
        const phases = believedAsOf(dollars, asOf).flatMap((version) => version.phases);
        const active = phases.filter((phase) => !phase.trial && phase.from <= observed && (phase.to === null || observed < phase.to));
        const total = ledger.accounts.reduce((sum, account) => sum + mrrOn(account, date), 0);
        expect(total).toBe(active.reduce((sum, phase) => sum + phase.mrrMinor, 0));
      }),
    );
  });

  it('nothing known later, and nothing dated later, matters', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, zones, (versions, asOf, zone) => {
        const today = dateOf(asOf, zone);
        const known = versions
          .filter((version) => version.knownAt <= asOf)
          .map((version) => ({
            ...version,
            phases: version.phases
              .filter((phase) => phase.from <= today)
              .map((phase) => ({ ...phase, to: phase.to !== null && phase.to > today ? null : phase.to })),
          }));
        const ask = (facts: typeof versions) => accountMrrSteps({ versions: facts, asOf, zone, fx: DOLLARS });
        expect(ask(versions)).toEqual(ask(known));
      }),
    );
  });

  it('gross retention lies between 0 and 1 and never above net retention', () => {
    fc.assert(
      fc.property(anyVersions, asOfs, ranges, (versions, asOf, range) => {
        const { grr, nrr } = grrNrr(accountMrrSteps({ versions, asOf, zone: 'UTC', fx: DOLLARS }), range);
        expect(grr.value === null).toBe(grr.denominator === 0);
        if (grr.value === null || nrr.value === null) return;
        expect(grr.value).toBeGreaterThanOrEqual(0);
        expect(grr.value).toBeLessThanOrEqual(Math.min(1, nrr.value));
      }),
    );
  });
});

function expectBalance(p: RevenuePeriod): void {
  const money = p.newMinor + p.expansionMinor + p.contractionMinor + p.churnMinor + p.reactivationMinor + p.fxMinor + p.transferMinor;
  expect(p.openingMinor + money).toBe(p.closingMinor);
  const accounts = p.accountsNew + p.accountsReactivated - p.accountsChurned + p.accountsMovedIn - p.accountsMovedOut;
  expect(p.accountsOpening + accounts).toBe(p.accountsClosing);
}

function moneyOf(p: RevenuePeriod): readonly number[] {
  const movements = [p.newMinor, p.expansionMinor, p.contractionMinor, p.churnMinor, p.reactivationMinor, p.fxMinor, p.transferMinor];
  return [p.openingMinor, ...movements, p.closingMinor];
}
