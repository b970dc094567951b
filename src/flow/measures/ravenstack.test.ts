import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { MetricQuestion } from './contracts.ts';
import { accountMrrSteps, type MrrLedger } from './domain/revenue/mrr-ledger.ts';
import { type RevenueSlice, revenueByPeriod } from './domain/revenue/revenue-by-period.ts';
import { ravenStackAccounts, ravenStackVersions } from './domain/revenue/testing/ravenstack.ts';
import { DOLLARS } from './domain/revenue/testing/timelines.ts';
import { createMeasures, type Measures } from './index.ts';
import { EVERY_MEASURE, stageOf } from './store/testing/definitions.ts';
import { insertFacts, type ToldFact } from './store/testing/event-lines.ts';
import { subscriptionFact } from './store/testing/subscription-facts.ts';

const NOW = Date.parse('2025-01-01T12:00:00Z');
const WORKSPACE = { ws: 1, timeZone: 'UTC', currency: 'USD', weekStart: 1 };
const RANGE = { from: '2023-01-01', to: '2025-01-01' };
const COLUMNS = { industry: 'industry', country: 'country', channel: 'referral_source' } as const;

let clickhouse: TestClickHouse;
let measures: Measures;
let ledger: MrrLedger;
const accounts = ravenStackAccounts();
const numOf = new Map([...accounts.keys()].map((id, index) => [id, index + 1]));

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const versions = ravenStackVersions('UTC');
  ledger = accountMrrSteps({ versions, asOf: NOW, zone: 'UTC', fx: DOLLARS });
  const told = [...accounts].map(([id, row]): ToldFact => {
    const { industry = '', country = '', plan_tier: plan = '', referral_source: channel = '' } = row;
    return { ws: 1, event: 'account_created', at: 0, account: numOf.get(id)!, channel, props: { industry, country, plan } };
  });
  await insertFacts(clickhouse, [...told, ...versions.map((version) => subscriptionFact(1, version, numOf.get(version.accountId)!))]);
  const ids = new Map([...numOf].map(([id, num]) => [num, { id, name: accounts.get(id)!.account_name! }]));
  measures = createMeasures({
    clickhouse,
    clock: manualClock(NOW),
    manifests: [stageOf(EVERY_MEASURE)],
    directory: { accountNum: async (_, id) => numOf.get(id) ?? null, accountsByNums: async () => ids, peopleByNums: async () => new Map() },
  });
});
afterAll(() => clickhouse.drop());

const ask = (id: string, question: Partial<MetricQuestion> = {}) =>
  measures.ask(WORKSPACE, id, MetricQuestion.parse({ ...RANGE, ...question }));
const sliceOf = (breakdown: keyof typeof COLUMNS | 'plan' | null): RevenueSlice | undefined => {
  if (breakdown === null) return undefined;
  return breakdown === 'plan' ? { by: 'plan' } : { by: 'account', valueOf: (id) => accounts.get(id)![COLUMNS[breakdown]]! };
};

describe('RavenStack', () => {
  it.each([null, 'industry', 'country', 'channel', 'plan'] as const)(
    'bridges every month of every slice by %s to the cent, as the reference does',
    async (breakdown) => {
      const { table } = await ask('grow.movements', { breakdown });
      const wanted = revenueByPeriod(ledger, { ...RANGE, unit: 'month', ...(breakdown && { slice: sliceOf(breakdown)! }) }).flatMap(
        ({ slice, periods }) =>
          periods.map((p) => ({
            ...{
              slice: slice ?? '*',
              period: p.period,
              opening: p.openingMinor,
              closing: p.closingMinor,
              new: p.newMinor,
              reactivation: p.reactivationMinor,
            },
            ...{ expansion: p.expansionMinor, contraction: p.contractionMinor, churn: p.churnMinor, transfer: p.transferMinor },
          })),
      );
      expect(table!.rows).toEqual(wanted);
      for (const { opening, closing, new: won, reactivation, expansion, contraction, churn, transfer } of table!.rows as Record<
        string,
        number
      >[]) {
        expect(opening! + won! + reactivation! + expansion! + contraction! + churn! + transfer!).toBe(closing);
      }
    },
  );

  it('has the figures of the end of 2024', async () => {
    const total = async (id: string, question: Partial<MetricQuestion> = {}) => (await ask(id, question)).total;
    const year = { from: '2024-01-01' };
    expect(await total('grow.mrr')).toMatchObject({ value: 1_015_960_800, n: 500 });
    expect(await total('grow.arr')).toMatchObject({ value: 12_191_529_600 });
    expect((await ask('grow.mrr', year)).previous).toMatchObject({ value: 126_211_300, n: 185 });
    expect(await total('grow.arpa')).toMatchObject({ value: 2_031_921.6, numerator: 1_015_960_800, denominator: 500 });
    expect(await total('grow.customers')).toMatchObject({ value: 500 });
    expect(await total('grow.new_customers', { from: '2024-12-01' })).toMatchObject({ value: 26 });
    expect(await total('grow.quick_ratio', { from: '2024-12-01' })).toMatchObject({ numerator: 221_063_800, denominator: 51_185_400 });
    expect(await total('grow.grr')).toMatchObject({ numerator: 125_693_800, denominator: 126_211_300, n: 185 });
    expect(await total('grow.nrr')).toMatchObject({ numerator: 368_878_900, denominator: 126_211_300 });
    expect(await total('grow.logo_churn', year)).toMatchObject({ value: 0, numerator: 0, denominator: 185, low: 0 });
    const { series } = await ask('grow.customers', { breakdown: 'plan', from: '2024-12-01' });
    expect(series.map(({ key, points }) => [key, points[0]!.value])).toEqual([
      ['Basic', 448],
      ['Enterprise', 461],
      ['Pro', 446],
    ]);
  });

  it('agrees with the reference as of any day', async () => {
    for (const day of ['2023-03-31', '2024-02-29', '2024-08-31']) {
      const asOf = Date.parse(`${day}T12:00:00Z`);
      const then = accountMrrSteps({ versions: ravenStackVersions('UTC'), asOf, zone: 'UTC', fx: DOLLARS });
      const wanted = revenueByPeriod(then, { ...RANGE, unit: 'month' })[0]!.periods.map((period) => period.closingMinor);
      expect((await ask('grow.mrr', { asOf })).series[0]!.points.map((point) => point.value)).toEqual(wanted);
    }
  });

  it('filters as it divides', async () => {
    const { series } = await ask('grow.mrr', { breakdown: 'industry' });
    for (const slice of series.slice(0, 2)) {
      const filtered = await ask('grow.mrr', { filter: { field: 'industry', op: 'is', value: slice.key } });
      expect(filtered.series[0]!.points).toEqual(slice.points);
    }
  });

  it('adds GRR of the slices up to the whole, with intervals', async () => {
    for (const breakdown of ['industry', 'plan'] as const) {
      const { total, series } = await ask('grow.grr', { breakdown });
      const last = series.map(({ points }) => points.at(-1)!);
      expect(last.reduce((sum, point) => sum + point.numerator!, 0)).toBe(total.numerator);
      for (const { value, low, high } of last) {
        expect(low!).toBeLessThanOrEqual(value!);
        expect(high!).toBeGreaterThanOrEqual(value!);
      }
    }
  });
});
