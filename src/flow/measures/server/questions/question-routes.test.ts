import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '#kernel/endpoint.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { createMeasures, type Measures } from '../../index.ts';
import { askQuestion, listQuestionUnits, type QuestionField, QuestionResult, type UnitRow } from '../../question-contracts.ts';
import { insertFacts, type ToldFact } from '../../store/testing/event-lines.ts';
import { callMeasures, type RouteInput } from '../../testing/call-measures.ts';

const NOW = Date.parse('2024-05-18T12:00:00Z');
const RANGE = { from: '2024-05-01', to: '2024-05-11' };
const ALL: readonly Permission[] = ['records.read', 'money.read', 'personal.read'];

let clickhouse: TestClickHouse;
let measures: Measures;
let stages = new Map([[1, 'active']]);

const told = (event: string, day: number, person: number, more: Partial<ToldFact> = {}): ToldFact => ({
  ...{
    ws: 1,
    event,
    person,
    alias: person,
    account: person % 3,
    at: Date.parse(`2024-05-${String(day).padStart(2, '0')}T10:00:00Z`),
    ...more,
  },
});

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  await insertFacts(clickhouse, [
    ...[1, 2, 3, 4, 5, 6].map((person) => told('signed_up', person, person, { props: { plan: person > 4 ? 'pro' : 'free' } })),
    ...[1, 2, 3].map((person) => told('invited', person + 1, person)),
    told('paid', 6, 1, { amount: 500 }),
  ]);
  const named = (nums: readonly number[], prefix: string) =>
    new Map(nums.map((num) => [num, { id: `${prefix}_${num}`, name: `${prefix} ${num}` }]));
  measures = createMeasures({
    clickhouse,
    clock: manualClock(NOW),
    manifests: [],
    directory: {
      accountNum: async () => null,
      accountsByNums: async (_, nums) => named(nums, 'acc'),
      peopleByNums: async (_, nums) => named(nums, 'per'),
    },
    fieldValues: async (_, field) => (field === 'stage' ? { of: 'account', values: stages } : null),
  });
});
afterAll(() => clickhouse.drop());

const call = (id: string, input: RouteInput, permissions = ALL): Promise<unknown> =>
  callMeasures(measures, NOW, { id, input, permissions });
const ask = async (question: object, permissions = ALL): Promise<QuestionResult> =>
  QuestionResult.parse(
    await call('askQuestion', { body: askQuestion.body!.parse({ question: { range: RANGE, ...question } }) }, permissions),
  );
const units = async (question: object, part: object, query: object = {}, permissions = ALL) =>
  (await call(
    'listQuestionUnits',
    { body: listQuestionUnits.body!.parse({ question: { range: RANGE, ...question }, part }), query: { limit: 100, ...query } },
    permissions,
  )) as { rows: UnitRow[]; nextCursor: string | null };
const FUNNEL = { kind: 'funnel', steps: [{ events: ['signed_up'] }, { events: ['invited'] }, { events: ['paid'] }] };

describe('a question', () => {
  it('is answered with its SQL, its freshness, and the units behind each step', async () => {
    const { answer, sql, freshness, asOf } = await ask(FUNNEL);
    expect(answer).toMatchObject({ slices: [{ key: '*', steps: [{ units: 6, open: 2 }, { units: 3 }, { units: 1 }] }] });
    expect([sql.length, freshness, asOf]).toEqual([1, Date.parse('2024-05-06T10:00:00Z'), NOW]);
    expect((await units(FUNNEL, { index: 1 })).rows.map(({ id, kind, value }) => [id, kind, value])).toEqual([
      ['per_3', 'person', 86_400],
      ['per_2', 'person', 86_400],
      ['per_1', 'person', 86_400],
    ]);
  });

  it('counts accounts as well as people, and divides by what facts say', async () => {
    const trend = {
      kind: 'trend',
      series: [{ events: ['signed_up'] }, { events: ['paid'] }],
      formulas: [{ label: 'rate', formula: 'B / A' }],
    };
    const total = async (more: object) => {
      const { answer } = await ask({ ...trend, ...more });
      return answer.kind === 'trend' ? answer.series.map(({ key, series, total: { value } }) => [key, series, value]) : [];
    };
    expect(await total({})).toEqual([
      ['*', 'A', 6],
      ['*', 'B', 1],
      ['*', 'F1', 1 / 6],
    ]);
    expect(await total({ unit: 'account' })).toEqual([
      ['*', 'A', 2],
      ['*', 'B', 1],
      ['*', 'F1', 0.5],
    ]);
    expect(await total({ formulas: [], breakdown: { field: 'event.plan' } })).toEqual([
      ['free', 'A', 4],
      ['pro', 'A', 2],
      ['', 'B', 1],
    ]);
  });

  it('is built from the properties that its facts have', async () => {
    const fields = async (events: string, permissions = ALL) =>
      ((await call('listQuestionFields', { query: { events } }, permissions)) as { rows: QuestionField[]; looked: number }).rows.filter(
        ({ field }) => field !== 'event.source',
      );
    expect(await fields('signed_up')).toEqual([
      {
        ...{ field: 'event.plan', count: 6, distinct: 2, isNumber: false },
        values: [
          { value: 'free', count: 4 },
          { value: 'pro', count: 2 },
        ],
      },
    ]);
    expect((await fields('signed_up,paid')).map(({ field, isNumber }) => [field, isNumber])).toEqual([
      ['event.plan', false],
      ['event.amount', true],
    ]);
    expect((await fields('paid', ['records.read'])).map(({ field }) => field)).toEqual([]);
  });

  it('shows its SQL with the values in their places', async () => {
    expect((await ask(FUNNEL)).sql.join()).toMatch(/'signed_up'(?!.*\{\w+:)/s);
  });

  it('pages through units with one as-of', async () => {
    const first = await units({ kind: 'trend', series: [{ events: ['signed_up'] }] }, { index: 0 }, { limit: 4 });
    const second = await units(
      { kind: 'trend', series: [{ events: ['signed_up'] }] },
      { index: 0 },
      { limit: 4, cursor: first.nextCursor },
    );
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([4, 2, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(6);
  });

  it('reads what other rooms know, and answers anew when it changes', async () => {
    const byStage = {
      kind: 'trend',
      unit: 'account',
      series: [{ events: ['signed_up'] }],
      filter: { field: 'stage', op: 'is', value: 'active' },
    };
    const total = async () => {
      const { answer } = await ask(byStage);
      return answer.kind === 'trend' ? answer.series[0]!.total.value : null;
    };
    expect(await total()).toBe(1);
    stages = new Map([...stages, [2, 'active']]);
    expect(await total()).toBe(2);
  });

  it('answers anew when a fact comes, and from memory until then', async () => {
    const question = { kind: 'retention', start: { events: ['told_later'] } };
    const size = async () => {
      const { answer } = await ask(question);
      return answer.kind === 'retention' ? answer.slices[0]!.rows.reduce((sum, row) => sum + row.size, 0) : null;
    };
    expect([await size(), await size()]).toEqual([0, 0]);
    await insertFacts(clickhouse, [told('told_later', 3, 1)]);
    expect(await size()).toBe(1);
  });

  it.each([
    [{ kind: 'trend', series: [{ events: ['a'] }], range: { from: '2024-05-02', to: '2024-05-02' } }, 'The range is empty'],
    [{ kind: 'trend', series: [{ events: ['a'] }], timeZone: 'Mars/Base' }, "'Mars/Base' is not a time zone"],
    [{ kind: 'trend', series: [{ events: ['a'] }], range: { from: '2001-01-01', to: '2024-05-02' } }, 'more than 1100 periods'],
    [{ kind: 'trend', series: [{ events: ['a'] }], formulas: [{ label: 'x', formula: 'A / B' }] }, 'cannot be read at place 5'],
    [{ kind: 'trend', series: [{ events: ['a'] }], filter: { field: 'colour', op: 'exists' } }, "cannot be filtered by 'colour'"],
    [
      { kind: 'funnel', steps: [{ events: ['a'] }], exclusions: [{ events: ['x'], from: 0, to: 1 }] },
      'An exclusion lies between two steps',
    ],
    [{ kind: 'retention', start: { events: ['a'] }, returns: 'bracket' }, 'none is named'],
  ] as const)('refuses %j', async (question, message) => {
    await expect(ask(question)).rejects.toThrow(message);
  });

  it('hides money and names from who may not see them', async () => {
    const money = { kind: 'trend', series: [{ events: ['paid'], count: { of: 'sum' } }] };
    expect((await ask(money)).answer).toMatchObject({ series: [{ total: { value: 500 } }] });
    await expect(ask(money, ['records.read'])).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await units(FUNNEL, { index: 2 }, {}, ['records.read']);
    expect(rows).toMatchObject([{ id: 'per_1', name: null }]);
  });

  it('refuses to cancel what does not run', async () => {
    await expect(call('cancelQuestion', { params: { run: 'nothing-runs' } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
