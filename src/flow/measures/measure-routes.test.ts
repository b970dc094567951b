import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '#kernel/endpoint.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { MetricQuestion, MetricResult, type MetricRow, MetricRowsQuestion } from './contracts.ts';
import { createMeasures, type Measures } from './index.ts';
import { EVERY_MEASURE, stageOf } from './store/testing/definitions.ts';
import { insertFacts, type ToldFact } from './store/testing/event-lines.ts';
import { callMeasures, type RouteInput } from './testing/call-measures.ts';

const NOW = Date.parse('2024-05-20T12:00:00Z');
const RANGE = { from: '2024-01-01', to: '2024-04-01' };
const ALL: readonly Permission[] = ['records.read', 'money.read', 'personal.read'];

let clickhouse: TestClickHouse;
let measures: Measures;
let finTech: readonly number[] = [1, 2];

const at = (date: string): number => Date.parse(`${date}T10:00:00Z`);
const subscribed = (num: number, phases: readonly [string, string | null, number, string][], more: Partial<ToldFact> = {}): ToldFact => ({
  ...{ ws: 1, event: 'subscription_started', account: num, subject: `s${num}`, at: at('2024-01-01'), ...more },
  props: {
    currency: 'USD',
    v: String(more.props?.v ?? 1),
    timeline: JSON.stringify(phases.map(([from, to, mrrMinor, plan]) => ({ from, to, mrrMinor, plan, seats: 1, trial: false }))),
  },
});
const fact = (event: string, date: string, more: Partial<ToldFact> = {}): ToldFact => ({
  ws: 1,
  event,
  account: 1,
  person: 10,
  at: at(date),
  ...more,
});

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  await insertFacts(clickhouse, [
    ...[1, 2, 3].map((num) =>
      fact('account_created', '2023-01-01', { account: num, props: { industry: num === 3 ? 'EdTech' : 'FinTech' } }),
    ),
    subscribed(1, [['2024-01-10', null, 1_000, 'Pro']]),
    subscribed(2, [
      ['2024-01-20', '2024-02-15', 5_000, 'Pro'],
      ['2024-02-15', '2024-03-10', 3_000, 'Basic'],
    ]),
    subscribed(3, [['2024-02-01', null, 2_000, 'Basic']]),
    ...['2024-01-11', '2024-01-12', '2024-01-13', '2024-01-14', '2024-01-15'].map((date) => fact('feature_used', date)),
    fact('feature_used', '2024-01-25', { account: 2, person: 20 }),
    fact('ticket_opened', '2024-01-05', { subject: 'tkt_1' }),
    fact('ticket_opened', '2024-02-05', { subject: 'tkt_2', account: 3 }),
    fact('ticket_answered', '2024-01-06', { subject: 'tkt_1', props: { hours: '24' } }),
    fact('deal_won', '2024-01-06', { subject: 'dea_1' }),
    fact('signed_up', '2024-01-02'),
  ]);
  const named = (nums: readonly number[], prefix: string) =>
    new Map(nums.map((num) => [num, { id: `${prefix}_${num}`, name: `${prefix} ${num}` }]));
  measures = createMeasures({
    clickhouse,
    clock: manualClock(NOW),
    manifests: [stageOf(EVERY_MEASURE)],
    directory: {
      accountNum: async (_, id) => (id.startsWith('acc_') ? Number(id.slice(4)) : null),
      accountsByNums: async (_, nums) => named(nums, 'acc'),
      peopleByNums: async (_, nums) => named(nums, 'per'),
    },
    fieldValues: async (_, field) => {
      const inIt = (nums: readonly number[]) => new Map(nums.map((num) => [num, 'true']));
      if (field === 'segment.sgm_fin') return { of: 'account', values: inIt(finTech), otherwise: 'false' };
      if (field === 'segment.sgm_two') return { of: 'account', values: inIt([2]), otherwise: 'false' };
      return field === 'segment.sgm_people' ? { of: 'person', values: inIt([20]), otherwise: 'false' } : null;
    },
  });
});
afterAll(() => clickhouse.drop());

const call = (id: string, input: RouteInput, permissions = ALL): Promise<unknown> =>
  callMeasures(measures, NOW, { id, input, permissions });
type Rows = { rows: MetricRow[]; nextCursor: string | null };
const rowsBehind = async (id: string, question: Record<string, unknown> = {}, query: Record<string, unknown> = {}): Promise<Rows> =>
  (await call('listMetricRows', {
    params: { id },
    query: { limit: 100, ...query },
    body: { ...MetricQuestion.parse({ ...RANGE, ...question }), period: question.period ?? null, series: question.series ?? null },
  })) as Rows;
const told = async (id: string, question: Record<string, unknown> = {}) =>
  (await rowsBehind(id, question)).rows.map((row) => [row.accountId, row.subject, row.label, row.value]);

describe('the rows behind a figure', () => {
  it('are as many as it counts, for every measure', async () => {
    for (const { id, plan } of EVERY_MEASURE) {
      const { total } = await measures.ask({ ws: 1, timeZone: 'UTC', currency: 'USD', weekStart: 1 }, id, MetricQuestion.parse(RANGE));
      const { rows } = await rowsBehind(id);
      if (plan.engine === 'trend' || plan.engine === 'open_records' || id === 'grow.customers' || id === 'grow.new_customers')
        expect(rows.length, id).toBe(total.value);
      else if (total.n !== undefined && plan.engine !== 'retention' && id !== 'activate.time_to_value')
        expect(rows.length, id).toBe(total.n);
    }
  });

  it.each(EVERY_MEASURE.map(({ id }) => id))('can be filtered and divided: %s', async (id) => {
    const filter = { field: 'industry', op: 'in', value: ['EdTech', 'FinTech'] };
    const all = await rowsBehind(id, { filter });
    const parts = await Promise.all(['EdTech', 'FinTech'].map((series) => rowsBehind(id, { breakdown: 'industry', series })));
    expect(parts.flatMap((part) => part.rows).length).toBe(all.rows.length);
    await rowsBehind(id, { breakdown: 'plan', series: 'Pro', period: '2024-01-01' });
  });

  it.each(EVERY_MEASURE.map(({ id }) => id))('can be of one segment, with other conditions or without: %s', async (id) => {
    const inside = { field: 'segment.sgm_fin', op: 'is', value: true };
    const industry = { field: 'industry', op: 'is', value: 'FinTech' };
    const same = await rowsBehind(id, { filter: industry });
    expect((await rowsBehind(id, { filter: inside })).rows).toEqual(same.rows);
    const outside = { any: [industry, { not: inside }] };
    expect((await rowsBehind(id, { filter: { all: [inside, outside] }, breakdown: 'industry' })).rows.length).toBe(same.rows.length);
    await expect(rowsBehind(id, { filter: { ...inside, field: 'segment.sgm_gone' } })).rejects.toThrow('segment.sgm_gone');
  });

  it.each(EVERY_MEASURE.map(({ id }) => id))('can be divided by a segment, or by several: %s', async (id) => {
    const inside = await rowsBehind(id, { filter: { field: 'industry', op: 'is', value: 'FinTech' } });
    expect((await rowsBehind(id, { breakdown: 'segment.sgm_fin', series: 'true' })).rows).toEqual(inside.rows);
    const mixed = await Promise.all(
      ['sgm_fin', 'sgm_fin+sgm_two'].map((series) => rowsBehind(id, { breakdown: 'segment.sgm_fin+sgm_two', series })),
    );
    expect(mixed.flatMap((part) => part.rows).length).toBe(inside.rows.length);
  });

  it('are not divided by segments that are gone, or hold people', async () => {
    await expect(rowsBehind('grow.mrr', { breakdown: 'segment.sgm_gone' })).rejects.toThrow('sgm_gone');
    await expect(rowsBehind('grow.mrr', { breakdown: 'segment.sgm_people' })).rejects.toThrow('holds people');
  });

  it('can be kept as a list, each account or person once', async () => {
    const kept = (metric: string, unit: 'account' | 'person', more: object = {}) =>
      measures.unitsOf(
        { ws: 1, timeZone: 'UTC', currency: 'USD', weekStart: 1 },
        { metric, unit, rows: MetricRowsQuestion.parse({ ...RANGE, ...more }) },
      );
    expect(await kept('engage.events', 'account')).toEqual(expect.arrayContaining([1, 2]));
    expect((await kept('engage.people', 'person')).toSorted((a, b) => a - b)).toEqual([10, 20]);
    expect(await kept('grow.movements', 'account', { period: '2024-02-01', series: 'contraction' })).toEqual([2]);
  });

  it('are paying accounts, movements and what became of customers', async () => {
    expect(await told('grow.mrr', { period: '2024-02-01' })).toEqual([
      ['acc_2', null, '', 3_000],
      ['acc_3', null, '', 2_000],
      ['acc_1', null, '', 1_000],
    ]);
    expect(await told('grow.movements', { period: '2024-02-01', series: 'contraction' })).toEqual([['acc_2', null, 'contraction', -2_000]]);
    expect(await told('grow.movements', { period: '2024-02-01', series: 'Pro', breakdown: 'plan' })).toEqual([
      ['acc_2', null, 'transfer', -3_000],
      ['acc_2', null, 'contraction', -2_000],
    ]);
    expect(await told('grow.logo_churn', { period: '2024-03-01' })).toEqual([
      ['acc_2', null, 'lost', -3_000],
      ['acc_1', null, 'kept', 0],
      ['acc_3', null, 'kept', 0],
    ]);
    expect(await told('grow.logo_churn', { period: '2024-03-01', breakdown: 'plan', series: 'Basic' })).toEqual([
      ['acc_2', null, 'lost', -3_000],
      ['acc_3', null, 'kept', 0],
    ]);
  });

  it('are units, tickets, answers, customers and cohorts', async () => {
    expect(await told('engage.accounts', { period: '2024-01-01', breakdown: 'industry', series: 'FinTech' })).toEqual([
      ['acc_1', null, 'feature_used', 5],
      ['acc_2', null, 'feature_used', 1],
    ]);
    expect((await told('engage.people', { period: '2024-01-01' }))[0]).toEqual(['acc_1', 'per_10', 'per 10', 5]);
    expect(await told('sell.deals_won')).toEqual([['acc_1', 'dea_1', 'deal_won', 1]]);
    expect((await told('retain.open_tickets', { period: '2024-01-01' })).map((row) => row.slice(0, 3))).toEqual([
      ['acc_1', 'tkt_1', 'open'],
    ]);
    expect(await told('retain.response')).toEqual([['acc_1', 'tkt_1', 'per 10', 24]]);
    expect((await told('activate.rate', { period: '2024-01-01' })).map((row) => [row[0], row[2]])).toEqual([
      ['acc_2', 'not_activated'],
      ['acc_1', 'activated'],
    ]);
    expect(await told('engage.retention', { period: '2024-01-01' })).toEqual([
      ['acc_1', null, '', 1],
      ['acc_2', null, '', 0],
    ]);
  });

  it('come page by page, as of the first one', async () => {
    const first = await rowsBehind('engage.events', {}, { limit: 4 });
    await insertFacts(clickhouse, [fact('feature_used', '2024-03-30', { known: NOW + 1 })]);
    const second = await rowsBehind('engage.events', {}, { limit: 4, cursor: first.nextCursor });
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([4, 2, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.at)).size).toBe(6);
    await expect(rowsBehind('engage.events', {}, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' });
    await expect(rowsBehind('engage.events', { period: '2024-01-02' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('readers', () => {
  it('without the permission for money see neither amounts nor the parts of ratios of money', async () => {
    const ask = async (id: string, permissions: readonly Permission[]) =>
      MetricResult.parse(
        await call('askMetric', { params: { id }, body: MetricQuestion.parse({ ...RANGE, breakdown: 'industry' }) }, permissions),
      );
    const movements = await ask('grow.movements', ['records.read']);
    expect(movements.total.value).toBeNull();
    expect(movements.table!.rows[0]).toMatchObject({ period: '2024-01-01', opening: null, closing: null });
    const ratio = await ask('grow.quick_ratio', ['records.read']);
    expect(ratio.total.value).toBe((await ask('grow.quick_ratio', ALL)).total.value);
    expect(ratio.total).not.toHaveProperty('numerator');
    expect((await ask('grow.customers', ['records.read'])).total.value).toBe(2);
    const rows = (await call(
      'listMetricRows',
      { params: { id: 'grow.mrr' }, query: { limit: 10 }, body: { ...MetricQuestion.parse(RANGE), period: null, series: null } },
      ['records.read'],
    )) as Rows;
    expect(rows.rows.map((row) => row.value)).toEqual([null, null]);
  });

  it('are told anew when somebody came into or left a segment, which tells no fact here', async () => {
    const filter = { field: 'segment.sgm_fin', op: 'is', value: true } as const;
    const ask = async () =>
      (
        await measures.ask(
          { ws: 1, timeZone: 'UTC', currency: 'USD', weekStart: 1 },
          'grow.mrr',
          MetricQuestion.parse({ ...RANGE, filter }),
        )
      ).series[0]?.points[1]?.value;
    expect(await ask()).toBe(4_000);
    finTech = [1];
    expect(await ask()).toBe(1_000);
    finTech = [1, 2];
  });

  it('see the catalogue', async () => {
    const { rows } = (await call('listMetrics', {})) as { rows: readonly { id: string; stage: string }[] };
    expect(rows).toHaveLength(EVERY_MEASURE.length);
    expect(rows[0]).toMatchObject({ id: 'grow.mrr', stage: 'grow' });
    expect(rows[0]).not.toHaveProperty('plan');
  });

  it('follow the MRR of an account, and of the accounts merged into it', async () => {
    const line = (id: string, asOf?: number) => call('getMrrLine', { params: { id }, query: { asOf } });
    expect(await line('acc_2')).toEqual({
      currency: 'USD',
      steps: [
        { date: '2024-01-20', mrrMinor: 5_000 },
        { date: '2024-02-15', mrrMinor: 3_000 },
        { date: '2024-03-10', mrrMinor: 0 },
      ],
      movements: [
        { date: '2024-01-20', kind: 'new', amountMinor: 5_000 },
        { date: '2024-02-15', kind: 'contraction', amountMinor: -2_000 },
        { date: '2024-03-10', kind: 'churn', amountMinor: -3_000 },
      ],
    });
    expect(await line('acc_2', at('2024-02-01'))).toMatchObject({ steps: [{ date: '2024-01-20' }] });
    await expect(line('nobody')).rejects.toMatchObject({ code: 'not_found' });
    await clickhouse.insertLines('account_standing', JSON.stringify({ ws: 1, account: 3, stands: 1, version: 1 }), { token: 'merge' });
    expect(await line('acc_1')).toMatchObject({ steps: [{ mrrMinor: 1_000 }, { date: '2024-02-01', mrrMinor: 3_000 }] });
    expect(await line('acc_3')).toMatchObject({ steps: [] });
  });
});
