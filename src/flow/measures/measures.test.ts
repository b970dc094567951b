import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { MetricQuestion, MetricResult } from './contracts.ts';
import type { MeasuredWorkspace } from './domain/answer.ts';
import { createMeasures, type Measures } from './index.ts';
import { EVERY_MEASURE, stageOf } from './store/testing/definitions.ts';
import { insertFacts, type ToldFact } from './store/testing/event-lines.ts';

const NOW = Date.parse('2024-05-20T12:00:00Z');
const QUARTER = { from: '2024-01-01', to: '2024-04-01' };

let clickhouse: TestClickHouse;
let measures: Measures;
let nextWs = 100;

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const named = (nums: readonly number[], prefix: string) =>
    new Map(nums.map((num) => [num, { id: `${prefix}_${num}`, name: `${prefix} ${num}` }]));
  measures = createMeasures({
    clickhouse,
    clock: manualClock(NOW),
    manifests: [stageOf(EVERY_MEASURE)],
    directory: {
      accountNum: async (_, id) => Number(id.split('_')[1]),
      accountsByNums: async (_, nums) => named(nums, 'acc'),
      peopleByNums: async (_, nums) => named(nums, 'per'),
      ownerNames: async () => new Map([['usr_1', 'Ana']]),
    },
  });
});
afterAll(() => clickhouse.drop());

/** A workspace of its own with these facts. */
const workspaceWith = async (facts: readonly Omit<ToldFact, 'ws'>[], timeZone = 'UTC'): Promise<MeasuredWorkspace> => {
  const workspace = { ws: nextWs++, timeZone, currency: 'USD', weekStart: 1 };
  if (facts.length > 0)
    await insertFacts(
      clickhouse,
      facts.map((fact) => ({ ...fact, ws: workspace.ws })),
    );
  return workspace;
};
const ask = (workspace: MeasuredWorkspace, id: string, question: Partial<MetricQuestion> = {}) =>
  measures.ask(workspace, id, MetricQuestion.parse({ ...QUARTER, ...question }));
const values = (result: MetricResult): Record<string, (number | null)[]> =>
  Object.fromEntries(result.series.map((series) => [series.key, series.points.map((point) => point.value)]));
const at = (text: string): number => Date.parse(text.length === 10 ? `${text}T10:00:00Z` : text);
const used = (account: number, date: string, person = account * 10) => ({ event: 'feature_used', account, person, at: at(date) });
const account = (num: number, props: Record<string, string>, date = '2023-01-01', channel = '') => ({
  ...{ event: 'account_changed', account: num, at: at(date), channel, props },
});

describe('an empty workspace', () => {
  it.each(EVERY_MEASURE.map((definition) => [definition.id, definition] as const))(
    'answers %s, and its SQL explains',
    async (id, definition) => {
      const workspace = await workspaceWith([]);
      for (const breakdown of [null, ...definition.dimensions]) {
        const result = await ask(workspace, id, { breakdown, filter: { field: 'industry', op: 'is', value: 'EdTech' } });
        expect(MetricResult.parse(result)).toMatchObject({ freshness: null, metric: { id, version: 1 } });
        expect([0, null]).toContain(result.total.value);
        expect(result.sql.length).toBeGreaterThan(0);
      }
      expect((await ask(workspace, id, { from: '2030-01-01', to: '2030-04-01' })).series.flatMap((series) => series.points)).toEqual([]);
    },
  );
});

describe('trends', () => {
  it('count facts, accounts, people and subjects once in each period and once in the whole', async () => {
    const workspace = await workspaceWith([
      ...[used(1, '2024-01-05'), used(1, '2024-01-06', 11), used(2, '2024-01-31'), used(1, '2024-03-01'), used(0, '2024-03-02', 99)],
      ...[used(1, '2023-12-31'), used(1, '2024-04-01')],
      { event: 'deal_won', subject: 'd1', account: 1, at: at('2024-02-02') },
      { event: 'deal_won', subject: 'd1', account: 1, at: at('2024-02-03') },
    ]);
    expect(values(await ask(workspace, 'engage.events'))).toEqual({ '*': [3, 0, 2] });
    const accounts = await ask(workspace, 'engage.accounts');
    expect(values(accounts)).toEqual({ '*': [2, 0, 1] });
    expect([accounts.total.value, accounts.previous?.value]).toEqual([2, 1]);
    expect(values(await ask(workspace, 'engage.people'))).toEqual({ '*': [3, 0, 2] });
    expect(values(await ask(workspace, 'sell.deals_won'))).toEqual({ '*': [0, 1, 0] });
  });

  it('look back over trailing days at the end of each period, or until now', async () => {
    const workspace = await workspaceWith([used(1, '2024-03-03'), used(2, '2024-03-04'), used(3, '2024-05-20')]);
    const result = await ask(workspace, 'engage.active_accounts', { from: '2024-03-01', to: '2024-06-01' });
    // 28 days that end with 31 March begin on 4 March; those until now begin on 23 April.
    expect(values(result)).toEqual({ '*': [1, 0, 1] });
    expect(result.total.value).toBe(1);
  });

  it('divide by what accounts were as of then, and filter by it', async () => {
    const workspace = await workspaceWith([
      account(1, { industry: 'EdTech', owner: 'usr_1', 'x.tier': 'gold', seats: '9' }),
      account(2, { industry: 'FinTech', seats: '30' }, '2023-01-01', 'partner'),
      { ...account(2, { industry: 'EdTech', seats: '30' }, '2024-05-01'), channel: 'ads' },
      ...[used(1, '2024-01-05'), used(2, '2024-01-06'), used(3, '2024-01-07')],
    ]);
    expect(values(await ask(workspace, 'engage.accounts', { breakdown: 'industry' }))).toEqual({ '': [1, 0, 0], EdTech: [2, 0, 0] });
    const then = { breakdown: 'industry', asOf: at('2024-04-15') } as const;
    expect(values(await ask(workspace, 'engage.accounts', then))).toEqual({ '': [1, 0, 0], EdTech: [1, 0, 0], FinTech: [1, 0, 0] });
    const byChannel = await ask(workspace, 'engage.accounts', { breakdown: 'channel' });
    expect(values(byChannel)).toEqual({ '': [2, 0, 0], ads: [1, 0, 0] });
    // Each part over the whole range, beside its periods.
    expect(byChannel.series.map(({ key, total }) => [key, total?.value])).toEqual([
      ['', 2],
      ['ads', 1],
    ]);
    const owners = await ask(workspace, 'engage.accounts', { breakdown: 'owner' });
    expect(owners.series.map((series) => series.label)).toEqual(['', 'Ana']);
    const seats = (filter: MetricQuestion['filter']) => ask(workspace, 'engage.accounts', { filter }).then((result) => result.total.value);
    expect(await seats({ field: 'seats', op: 'gt', value: 10 })).toBe(1);
    expect(await seats({ not: { field: 'account.seats', op: 'gt', value: 10 } })).toBe(2);
    expect(
      await seats({
        any: [
          { field: 'x.tier', op: 'is', value: 'GOLD' },
          { field: 'channel', op: 'starts_with', value: 'AD' },
        ],
      }),
    ).toBe(2);
    await expect(seats({ field: 'colour', op: 'exists' })).rejects.toThrow("cannot be filtered by 'colour'");
  });

  it('follow merges of accounts and of people, and their undoing', async () => {
    const workspace = await workspaceWith([
      { ...used(1, '2024-01-05', 10), alias: 101 },
      { ...used(2, '2024-01-06', 20), alias: 102 },
    ]);
    const { ws } = workspace;
    expect(values(await ask(workspace, 'engage.accounts'))).toEqual({ '*': [2, 0, 0] });
    await clickhouse.insertLines('account_standing', JSON.stringify({ ws, account: 2, stands: 1, version: 1 }), { token: `a${ws}` });
    await clickhouse.insertLines('alias_person', JSON.stringify({ ws, alias: 102, person: 10, version: 1 }), { token: `p${ws}` });
    expect(values(await ask(workspace, 'engage.accounts'))).toEqual({ '*': [1, 0, 0] });
    expect(values(await ask(workspace, 'engage.people'))).toEqual({ '*': [1, 0, 0] });
    await clickhouse.insertLines('account_standing', JSON.stringify({ ws, account: 2, stands: 2, version: 2 }), { token: `b${ws}` });
    expect(values(await ask(workspace, 'engage.accounts'))).toEqual({ '*': [2, 0, 0] });
  });

  it('begin days at local midnight', async () => {
    const workspace = await workspaceWith([{ ...used(1, '2024-01-05'), at: Date.parse('2024-01-31T20:00:00Z') }], 'Asia/Shanghai');
    expect(values(await ask(workspace, 'engage.accounts'))).toEqual({ '*': [0, 1, 0] });
  });
});

describe('open records', () => {
  it('are open from their opening to their closing, again when reopened, never when closed before they were opened', async () => {
    const ticket = (subject: string, event: string, date: string, accountNum = 1) => ({
      event: `ticket_${event}`,
      subject,
      account: accountNum,
      at: at(date),
    });
    const workspace = await workspaceWith([
      account(1, { industry: 'EdTech' }),
      ...[ticket('t1', 'opened', '2024-01-05'), ticket('t1', 'closed', '2024-02-05'), ticket('t1', 'opened', '2024-03-05')],
      ...[ticket('t2', 'opened', '2024-02-10'), ticket('t2', 'closed', '2024-01-10')],
      ...[ticket('t3', 'opened', '2023-06-01', 2)],
    ]);
    const result = await ask(workspace, 'retain.open_tickets');
    expect(values(result)).toEqual({ '*': [2, 1, 2] });
    expect([result.total.value, result.previous?.value]).toEqual([2, 1]);
    expect(values(await ask(workspace, 'retain.open_tickets', { breakdown: 'industry' }))).toEqual({ '': [1, 1, 1], EdTech: [1, 0, 1] });
  });
});

describe('durations', () => {
  it('give median, ninth decile and mean with n; a corrected record counts once', async () => {
    const answered = (subject: string, hours: string, date: string) => ({
      event: 'ticket_answered',
      subject,
      account: 1,
      at: at(date),
      props: { hours },
    });
    const workspace = await workspaceWith([
      ...[1, 2, 4, 8].map((hours, i) => answered(`t${i}`, String(hours), `2024-01-1${i}`)),
      answered('t9', '100', '2024-02-01'),
      answered('t9', '3', '2024-02-02'),
      answered('t8', 'soon', '2024-03-01'),
    ]);
    const result = await ask(workspace, 'retain.response');
    expect(values(result)).toEqual({ '*': [3, 3, null] });
    expect(result.series[0]!.points[0]).toMatchObject({ n: 4, low: 1, high: 8 });
    expect(result.total).toMatchObject({ value: 3, n: 5 });
    expect((await ask(workspace, 'retain.response_p90')).series[0]!.points[0]!.value).toBeCloseTo(6.8);
    expect((await ask(workspace, 'retain.response_mean')).total.value).toBeCloseTo(3.6);
  });
});

const subscribed = (num: number, from: string, mrrMinor = 1_000, plan = 'Pro') => ({
  ...{ event: 'subscription_started', account: num, subject: `s${num}`, at: Date.parse(from) },
  props: { timeline: JSON.stringify([{ from, to: null, mrrMinor, plan, seats: 1, trial: false }]), currency: 'USD', v: '1' },
});

describe('activation', () => {
  it('needs five uses within 30 days of the first paid day; who still has time is not yet known', async () => {
    const uses = (num: number, dates: readonly string[]) => dates.map((date) => used(num, date));
    const workspace = await workspaceWith([
      ...[subscribed(1, '2024-01-01'), subscribed(2, '2024-01-10'), subscribed(3, '2024-02-01'), subscribed(4, '2024-05-01')],
      ...uses(1, ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05T22:00:00Z']),
      // The fifth on the first date after the window.
      ...uses(2, ['2024-01-10', '2024-01-11', '2024-01-12', '2024-01-13', '2024-02-09']),
      ...uses(4, ['2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05', '2024-05-06']),
    ]);
    const range = { from: '2024-01-01', to: '2024-06-01' };
    const rate = await ask(workspace, 'activate.rate', range);
    expect(values(rate)).toEqual({ '*': [0.5, 0, null, null, null] });
    expect(rate.series[0]!.points[4]).toMatchObject({ immature: true, denominator: 0 });
    expect(rate.total).toMatchObject({ numerator: 1, denominator: 3, immature: true });
    const days = await ask(workspace, 'activate.time_to_value', range);
    expect(days.total).toMatchObject({ n: 1, immature: true });
    expect(days.total.value).toBeCloseTo(4 + 22 / 24, 6);
  });
});

describe('retention', () => {
  it('masks what is not over, and weighs its averages by cohort', async () => {
    const workspace = await workspaceWith([
      ...[used(1, '2024-02-05'), used(1, '2024-03-05'), used(1, '2024-04-05')],
      ...[used(2, '2024-02-06'), used(2, '2024-02-07'), used(2, '2024-04-01')],
      ...[used(3, '2024-03-06'), used(3, '2024-05-02')],
      ...[used(4, '2023-03-06'), used(4, '2024-02-02')],
    ]);
    const result = await ask(workspace, 'engage.retention', { from: '2024-02-01', to: '2024-05-01' });
    const cohorts = result.cohorts!;
    expect(cohorts.rows.map((row) => [row.cohort, row.size, row.cells.map((cell) => cell.value)])).toEqual([
      ['2024-02-01', 2, [0.5, 0.5, 1]],
      ['2024-03-01', 1, [0, 0, null]],
      ['2024-04-01', 0, [null, null, null]],
    ]);
    expect(cohorts.rows[1]!.cells[2]).toEqual({ value: null, immature: true });
    expect(cohorts.average[1]).toMatchObject({ numerator: 1, denominator: 3 });
    expect(result.total).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('works for people, with a start that is no return', async () => {
    const signed = { event: 'signed_up', person: 10, account: 1, at: at('2024-01-03') };
    const workspace = await workspaceWith([signed, { ...signed, person: 11 }, used(1, '2024-02-05', 10)]);
    const { cohorts } = await ask(workspace, 'engage.people_retention');
    expect(cohorts!.rows[0]).toMatchObject({ size: 2, cells: [{ numerator: 0 }, { numerator: 1, denominator: 2 }, { numerator: 0 }] });
  });
});

describe('answers', () => {
  it('come from memory until a fact that they rest on arrives', async () => {
    const workspace = await workspaceWith([used(1, '2024-01-05')]);
    const first = await ask(workspace, 'engage.accounts');
    expect(first.freshness).toBe(at('2024-01-05'));
    expect(await ask(workspace, 'engage.accounts')).toMatchObject({ total: first.total, sql: first.sql });
    await insertFacts(clickhouse, [{ ...used(2, '2024-01-06'), ws: workspace.ws }]);
    expect((await ask(workspace, 'engage.accounts')).total.value).toBe(2);
  });

  it('look no further than what was known as of then', async () => {
    const workspace = await workspaceWith([used(1, '2024-01-05'), { ...used(2, '2024-01-06'), known: at('2024-03-01') }]);
    expect((await ask(workspace, 'engage.accounts', { asOf: at('2024-02-01') })).total.value).toBe(1);
    expect((await ask(workspace, 'engage.accounts')).total.value).toBe(2);
  });

  it.each([
    [{ from: '2024-02-01', to: '2024-02-01' }, 'The range is empty'],
    [{ from: '2024-02-30', to: '2024-03-01' }, 'is not a date of the calendar'],
    [{ from: '2010-01-01', to: '2024-01-01', interval: 'day' }, 'more than 1100 periods'],
  ] as const)('refuse %j', async (question, message) => {
    await expect(ask(await workspaceWith([]), 'engage.accounts', question)).rejects.toThrow(message);
  });

  it('name the nearest metric for an unknown one', async () => {
    await expect(ask(await workspaceWith([]), 'retain.mrr')).rejects.toMatchObject({
      code: 'not_found',
      remedy: "Did you mean 'grow.mrr'?",
    });
  });
});
