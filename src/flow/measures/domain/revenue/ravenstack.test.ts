import { beforeAll, describe, expect, it } from 'vitest';
import { startOfDate } from '#kernel/calendar.ts';
import { accountMrrSteps, type MrrLedger } from './mrr-ledger.ts';
import { type RevenuePeriod, type RevenueSlice, revenueByPeriod } from './revenue-by-period.ts';
import { arpa, quickRatio } from './revenue-ratios.ts';
import { grrNrr, logoChurn } from './revenue-retention.ts';
import type { SubscriptionVersion } from './subscription-version.ts';
import { ravenStackAccounts, ravenStackVersions } from './testing/ravenstack.ts';
import { DOLLARS } from './testing/timelines.ts';

// The golden figures come from an independent computation: one array of days per account and plan, filled from the file and differenced
// day by day (numpy), with no step function, no phases and no netting rule but the day itself.
const ZONE = 'UTC';
const AS_OF = Date.parse('2025-01-01T12:00:00Z');
const RANGE = { from: '2023-01-01', to: '2025-01-01', unit: 'month' } as const;

let versions: readonly SubscriptionVersion[];
let ledger: MrrLedger;
let attributes: ReadonlyMap<string, Record<string, string>>;

beforeAll(() => {
  versions = ravenStackVersions(ZONE);
  ledger = accountMrrSteps({ versions, asOf: AS_OF, zone: ZONE, fx: DOLLARS });
  attributes = ravenStackAccounts();
});

describe('RavenStack', () => {
  it('has the MRR of every month, with its movements, to the cent', () => {
    const [total] = revenueByPeriod(ledger, RANGE);
    const lines = total!.periods.map((p) =>
      [
        p.period.slice(0, 7),
        p.openingMinor,
        p.newMinor,
        p.expansionMinor,
        p.contractionMinor,
        p.churnMinor,
        p.reactivationMinor,
        p.closingMinor,
        p.accountsNew,
        p.accountsReactivated,
        p.accountsChurned,
        p.accountsClosing,
      ].join(' '),
    );
    expect(lines).toEqual(MONTHS);
  });

  it('balances in every month of every slice, and the slices add up', () => {
    const [total] = revenueByPeriod(ledger, RANGE);
    for (const slice of [{ by: 'plan' } as const, byAttribute('industry'), byAttribute('country'), byAttribute('plan_tier')]) {
      const series = revenueByPeriod(ledger, { ...RANGE, slice });
      for (const { periods } of series) periods.forEach(expectBalance);
      for (const line of LINES) {
        const summed = total!.periods.map((_, index) => series.reduce((sum, { periods }) => sum + periods[index]![line], 0));
        expect(summed, line).toEqual(total!.periods.map((period) => period[line]));
      }
    }
  });

  it('divides December 2024 by industry, by country and by plan', () => {
    expect(december(byAttribute('industry'), DECEMBER_LINES)).toEqual([
      'Cybersecurity 164732700 3134000 45397100 -15838200 197425600',
      'DevTools 179176200 2356500 39761300 -4789700 216504300',
      'EdTech 146464000 5947800 42252500 -10221900 184442400',
      'FinTech 205153300 736900 46870700 -11155900 241605000',
      'HealthTech 150556200 689700 33917300 -9179700 175983500',
    ]);
    expect(december(byAttribute('country'), DECEMBER_LINES)).toEqual([
      'AU 63842900 0 12945000 -1644800 75143100',
      'CA 39362200 102900 5027200 -1068800 43423500',
      'DE 29030500 0 6396900 -1636700 33790700',
      'FR 42911400 999300 10253400 -5240800 48923300',
      'IN 100909400 975100 15890100 -6501000 111273600',
      'UK 85033300 1591100 26233800 -8339000 104519200',
      'US 484992700 9196500 131452500 -26754300 598887400',
    ]);
    expect(december({ by: 'plan' }, ['openingMinor', 'closingMinor', 'accountsClosing'])).toEqual([
      'Basic 56726400 68791400 448',
      'Enterprise 636760200 754687600 461',
      'Pro 152595800 192481800 446',
    ]);
  });

  it('has the retention and the ratios of 2024', () => {
    const year = { from: '2024-01-01', to: '2025-01-01' };
    const { grr, nrr, accounts } = grrNrr(ledger, year);
    expect([grr.numerator, nrr.numerator, grr.denominator, accounts]).toEqual([125_693_800, 368_878_900, 126_211_300, 185]);
    expect(logoChurn(ledger, year).churn).toEqual({ numerator: 0, denominator: 185, value: 0 });
    const june = grrNrr(ledger, { from: '2024-06-01', to: '2024-07-01' });
    expect([june.grr.numerator, june.nrr.numerator, june.grr.denominator]).toEqual([330_004_800, 372_023_900, 331_624_900]);
    expect(arpa(ledger, '2024-12-31')).toEqual({ numerator: 1_015_960_800, denominator: 500, value: 2_031_921.6 });
    const last = revenueByPeriod(ledger, RANGE)[0]!.periods.at(-1)!;
    expect(quickRatio(last)).toMatchObject({ numerator: 12_864_900 + 208_198_900, denominator: 51_185_400 });
  });

  it('looked at as of any day the same as it does from the end', () => {
    const final = revenueByPeriod(ledger, RANGE)[0]!.periods;
    for (const [months, day] of [
      [3, '2023-03-31'],
      [14, '2024-02-29'],
      [20, '2024-08-31'],
    ] as const) {
      const then = accountMrrSteps({ versions, asOf: startOfDate(day, ZONE) + 43_200_000, zone: ZONE, fx: DOLLARS });
      const seen = revenueByPeriod(then, RANGE)[0]!.periods;
      expect(seen.map((period) => ({ ...period, complete: true }))).toEqual(final.slice(0, months));
    }
  });
});

const DECEMBER_LINES = ['openingMinor', 'newMinor', 'expansionMinor', 'contractionMinor', 'closingMinor'] as const;
const LINES = [...DECEMBER_LINES, 'churnMinor', 'reactivationMinor', 'fxMinor', 'transferMinor'] as const;

// month, opening, new, expansion, contraction, churn, reactivation, closing; accounts new, reactivated, churned, closing
const MONTHS = [
  '2023-01 0 110200 358200 0 0 0 468400 2 0 0 2',
  '2023-02 468400 889600 218300 0 0 0 1576300 7 0 0 9',
  '2023-03 1576300 2297200 291300 0 0 0 4164800 10 0 0 19',
  '2023-04 4164800 2572900 1605900 0 -24500 0 8319100 15 0 1 33',
  '2023-05 8319100 4200100 4391800 0 0 0 16911000 13 0 0 46',
  '2023-06 16911000 3035800 4462900 -117600 0 0 24292100 18 0 0 64',
  '2023-07 24292100 4329800 7712400 -22800 0 0 36311500 15 0 0 79',
  '2023-08 36311500 4273000 12289100 -68600 0 0 52805000 25 0 0 104',
  '2023-09 52805000 4207700 7215500 0 0 199000 64427200 14 1 0 119',
  '2023-10 64427200 2374000 15877800 -550200 0 0 82128800 18 0 0 137',
  '2023-11 82128800 3456800 18265100 -1082300 -1273600 0 101494800 23 0 1 159',
  '2023-12 101494800 7169600 19556800 -2009900 0 0 126211300 26 0 0 185',
  '2024-01 126211300 6507100 21186200 -1317700 -318400 0 152268500 22 0 1 206',
  '2024-02 152268500 5892800 29877300 -1419700 -15200 774100 187377800 17 3 1 225',
  '2024-03 187377800 6942100 35241900 -808500 -1134300 7600 227626600 25 1 1 250',
  '2024-04 227626600 9305200 34677900 -1317300 -171500 602700 270723600 24 1 1 274',
  '2024-05 270723600 11628800 51626100 -2353600 0 0 331624900 28 0 0 302',
  '2024-06 331624900 6977600 46798200 -2060200 0 0 383340500 31 0 0 333',
  '2024-07 383340500 7164600 63378600 -2564500 0 0 451319200 27 0 0 360',
  '2024-08 451319200 6208000 58634600 -4073700 0 0 512088100 24 0 0 384',
  '2024-09 512088100 6659500 92418500 -6795800 -955200 119400 603534500 31 1 2 414',
  '2024-10 603534500 8208400 109001500 -10917500 0 62700 709889600 22 1 0 437',
  '2024-11 709889600 12249400 142020600 -18077200 -477600 477600 846082400 37 1 1 474',
  '2024-12 846082400 12864900 208198900 -51185400 0 0 1015960800 26 0 0 500',
];

function december(slice: RevenueSlice, lines: readonly (keyof RevenuePeriod)[]): readonly string[] {
  const series = revenueByPeriod(ledger, { from: '2024-12-01', to: '2025-01-01', unit: 'month', slice });
  return series.map(({ slice: name, periods }) => [name, ...lines.map((line) => periods[0]![line])].join(' '));
}

function byAttribute(name: string): RevenueSlice {
  return { by: 'account', valueOf: (accountId) => attributes.get(accountId)![name]! };
}

function expectBalance(p: RevenuePeriod): void {
  const money = p.newMinor + p.expansionMinor + p.contractionMinor + p.churnMinor + p.reactivationMinor + p.fxMinor + p.transferMinor;
  expect(p.openingMinor + money).toBe(p.closingMinor);
  const accounts = p.accountsNew + p.accountsReactivated - p.accountsChurned + p.accountsMovedIn - p.accountsMovedOut;
  expect(p.accountsOpening + accounts).toBe(p.accountsClosing);
}
