import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import type { QuestionFact, QuestionWorld } from '../../domain/questions/question-world.ts';
import { FunnelQuestion, RetentionQuestion, TrendQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { type FunnelSliceCount, type FunnelStepCount, funnelSteps, stepsOfSlices } from './funnel.ts';
import { answersOf as funnels } from './testing/any-funnel.ts';
import { answersOf as retentions } from './testing/any-retention.ts';
import { answersOf as trends } from './testing/any-trend.ts';
import { type Answers, firstDisagreement, insertWorlds } from './testing/held-to-reference.ts';
import { frameOf, scopeOf } from './testing/scope.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

interface Told {
  readonly event?: string;
  readonly at: string;
  readonly known?: string;
  /** The raw id; its person is ten times as much. */
  readonly alias?: number;
  readonly account?: number;
}

const factOf = ({ event = 'a', at, known = at, alias = 1, account = 1 }: Told, index: number): QuestionFact => ({
  ...{ event, at: Date.parse(at), known: Date.parse(known), id: index + 1, alias, person: alias * 10, account },
  ...{ session: 0, subject: '', source: 'web', amount: 0, feature: '', path: '', channel: '', props: {} },
});
const worldOf = (told: readonly Told[], merged: Partial<Pick<QuestionWorld, 'belongs' | 'stands'>> = {}): QuestionWorld => ({
  ...{ facts: told.map(factOf), belongs: new Map(), stands: new Map(), outside: new Map(), ...merged },
});
const asked = (timeZone: string, from: string, to: string) => ({
  ...{ range: { from, to }, timeZone, asOf: Date.parse('2024-05-01T00:00:00Z'), unit: 'person' as const, filter: null, breakdown: null },
});

/** What engine and reference both say of a stream. */
const said = async <Q, Row>(
  held: { readonly world: QuestionWorld; readonly question: Q },
  answers: Answers<Q>,
): Promise<readonly Row[]> => {
  expect(await firstDisagreement(clickhouse, [held], answers)).toBe(null);
  return (answers.reference(held) as readonly string[]).map((row) => JSON.parse(row) as Row);
};

interface Days {
  readonly zone?: string;
  readonly from: string;
  readonly to: string;
  readonly of?: 'events' | 'units';
}

/** The figures of the days of a trend of `a`, without those of nothing: [place of the day from 1, figure]; the last is the whole. */
const days = async (world: QuestionWorld, { zone = 'UTC', from, to, of = 'events' }: Days) => {
  const question = TrendQuestion.parse({
    ...{ kind: 'trend', interval: 'day', ...asked(zone, from, to), series: [{ events: ['a'], count: { of } }] },
  });
  const rows = await said<TrendQuestion, { w: number; value: number }>({ world, question }, trends(clickhouse));
  return rows.map(({ w, value }) => [w, value]).sort((a, b) => a[0]! - b[0]!);
};

/** How many reach each step of a funnel of these events within an hour. */
const steps = async (world: QuestionWorld, events: readonly string[], from = '2024-04-01') => {
  const question = FunnelQuestion.parse({
    ...{ kind: 'funnel', ...asked('UTC', from, '2024-04-05'), steps: events.map((event) => ({ events: [event] })), windowSeconds: 3_600 },
  });
  const rows = await said<FunnelQuestion, { step: number; units: number }>({ world, question }, funnels(clickhouse));
  return events.map((_, index) => rows.find(({ step }) => step === index + 1)?.units ?? 0);
};

/** The parts of a funnel of `a` then `b` within an hour, asked at an instant: [units, who still have time, whose time is over] by step. */
const timed = async (world: QuestionWorld, asOf: string) => {
  const question = FunnelQuestion.parse({
    ...{ kind: 'funnel', ...asked('UTC', '2024-04-01', '2024-04-05'), asOf: Date.parse(asOf), windowSeconds: 3_600 },
    steps: [{ events: ['a'] }, { events: ['b'] }],
  });
  const rows = await said<FunnelQuestion, FunnelStepCount>({ world, question }, funnels(clickhouse));
  return [...rows].sort((a, b) => a.step - b.step).map(({ units, open, mature }) => [units, open, mature]);
};

/** The cells of a retention by days: [cohort, column (−1 is its size), people]. */
const cells = async (world: QuestionWorld, zone: string) => {
  const question = RetentionQuestion.parse({
    ...{ kind: 'retention', ...asked(zone, '2024-04-05', '2024-04-09'), interval: 'day', columns: 3 },
    ...{ start: { events: ['a'] }, back: { events: ['a'] } },
  });
  const rows = await said<RetentionQuestion, { cohort: number; column: number; units: number }>(
    { world, question },
    retentions(clickhouse),
  );
  return rows.map(({ cohort, column, units }) => [cohort, column, units]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
};

describe('small streams that are easily counted wrong: the days of a trend', () => {
  it('are 23 hours long when clocks go forward: a day is no 86,400 seconds', async () => {
    const around = ['2024-03-30T22:59:59Z', '2024-03-30T23:00:00Z', '2024-03-31T21:59:59Z', '2024-03-31T22:00:00Z'];
    const world = worldOf(around.map((at) => ({ at })));
    expect(await days(world, { zone: 'Europe/Berlin', from: '2024-03-30', to: '2024-04-02' })).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 4],
    ]);
  });

  it('are half an hour longer where clocks go back by half an hour: whole hours from midnight lose it', async () => {
    const world = worldOf(['2024-04-06T13:00:00Z', '2024-04-07T13:29:59Z', '2024-04-07T13:30:00Z'].map((at) => ({ at })));
    expect(await days(world, { zone: 'Australia/Lord_Howe', from: '2024-04-07', to: '2024-04-09' })).toEqual([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
  });

  it('have two midnights where clocks go back at midnight: only the second begins the next day', async () => {
    const world = worldOf(['2024-04-07T03:00:00Z', '2024-04-07T03:59:59Z', '2024-04-07T04:00:00Z'].map((at) => ({ at })));
    expect(await days(world, { zone: 'America/Santiago', from: '2024-04-06', to: '2024-04-08' })).toEqual([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
  });

  it('count a person once who was two, on the day on which both did it and in the whole', async () => {
    const told = [{ at: '2024-04-01T10:00:00Z' }, { at: '2024-04-01T10:00:00Z', alias: 2 }, { at: '2024-04-02T10:00:00Z', alias: 2 }];
    const place = { from: '2024-04-01', to: '2024-04-03', of: 'units' } as const;
    expect(await days(worldOf(told), place)).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
    ]);
    expect(await days(worldOf(told, { belongs: new Map([[2, 10]]) }), place)).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('count two facts of one instant as two: the same time is no repetition', async () => {
    const world = worldOf([{ at: '2024-04-01T10:00:00Z' }, { at: '2024-04-01T10:00:00Z' }]);
    expect(await days(world, { from: '2024-04-01', to: '2024-04-02' })).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('count a late fact on the day on which it happened, and not before it was known', async () => {
    const told = [
      { at: '2024-04-01T10:00:00Z', known: '2024-04-20T00:00:00Z' },
      { at: '2024-04-01T11:00:00Z', known: '2024-05-01T00:00:00.001Z' },
    ];
    expect(await days(worldOf(told), { from: '2024-04-01', to: '2024-04-02' })).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('are nothing in a range in which nothing happened, also where facts lie on its open end', async () => {
    const world = worldOf([{ at: '2024-03-31T23:59:59.999Z' }, { at: '2024-04-03T00:00:00Z' }]);
    expect(await days(world, { from: '2024-04-01', to: '2024-04-03' })).toEqual([]);
  });
});

describe('small streams that are easily counted wrong: the steps of a funnel', () => {
  it('are reached at one instant, in whichever order the facts were told', async () => {
    const [a, b] = [{ at: '2024-04-01T10:00:00Z' }, { event: 'b', at: '2024-04-01T10:00:00Z' }];
    expect(await steps(worldOf([a, b]), ['a', 'b'])).toEqual([1, 1]);
    expect(await steps(worldOf([b, a]), ['a', 'b'])).toEqual([1, 1]);
  });

  it('are not reached twice by one fact', async () => {
    const once = { at: '2024-04-01T10:00:00Z' };
    expect(await steps(worldOf([once]), ['a', 'a'])).toEqual([1, 0]);
    expect(await steps(worldOf([once, once]), ['a', 'a'])).toEqual([1, 1]);
  });

  it('are reached at the very end of the window, and not a millisecond later', async () => {
    const a = { at: '2024-04-01T10:00:00Z' };
    expect(await steps(worldOf([a, { event: 'b', at: '2024-04-01T11:00:00Z' }]), ['a', 'b'])).toEqual([1, 1]);
    expect(await steps(worldOf([a, { event: 'b', at: '2024-04-01T11:00:00.001Z' }]), ['a', 'b'])).toEqual([1, 0]);
  });

  it('are reached from a later start when the first one was too early: the first is not the only attempt', async () => {
    const told = [{ at: '2024-04-01T08:00:00Z' }, { at: '2024-04-01T10:00:00Z' }, { event: 'b', at: '2024-04-01T10:30:00Z' }];
    expect(await steps(worldOf(told), ['a', 'b'])).toEqual([1, 1]);
  });

  it('are counted from the first entry on: who enters again and again is in the shares, and stays there', async () => {
    const often = ['09:00', '09:50', '10:30', '10:50'].map((time) => ({ at: `2024-04-01T${time}:00Z` }));
    const world = worldOf([...often, { event: 'b', at: '2024-04-01T10:55:00Z' }, { at: '2024-04-01T10:50:00Z', alias: 2 }]);
    expect(await timed(world, '2024-04-01T09:59:00Z')).toEqual([[1, 1, 0]]);
    expect(await timed(world, '2024-04-01T10:51:00Z')).toEqual([[2, 1, 1]]);
    expect(await timed(world, '2024-04-01T11:00:00Z')).toEqual([
      [2, 1, 1],
      [1, 0, 1],
    ]);
  });

  it('are reached by one person under two names once these are one', async () => {
    const told = [{ at: '2024-04-01T10:00:00Z' }, { event: 'b', at: '2024-04-01T10:10:00Z', alias: 2 }];
    expect(await steps(worldOf(told), ['a', 'b'])).toEqual([1, 0]);
    expect(await steps(worldOf(told, { belongs: new Map([[2, 10]]) }), ['a', 'b'])).toEqual([1, 1]);
  });

  it.each(['sequential', 'any'] as const)('mean each other once one counts as the other, in %s order', async (order) => {
    const world = worldOf([{ at: '2024-04-01T10:00:00Z' }, { at: '2024-04-01T10:30:00Z' }]);
    const question = FunnelQuestion.parse({
      ...{ kind: 'funnel', ...asked('UTC', '2024-04-01', '2024-04-05'), windowSeconds: 3_600, order },
      steps: [{ events: ['a'] }, { events: ['b'] }],
    });
    const [ws] = await insertWorlds(clickhouse, [world]);
    const reached = async (merged: ReadonlyMap<string, string>) =>
      stepsOfSlices(
        await rowsOf<FunnelSliceCount>(
          clickhouse,
          funnelSteps({ ...scopeOf(world, question, ws!), merged }, { question, frame: frameOf(question), byPeriod: false }),
        ),
        2,
      )
        .filter(({ units }) => units > 0)
        .map(({ step, units }) => [step, units]);
    expect(await reached(new Map())).toEqual([[1, 1]]);
    expect(await reached(new Map([['b', 'a']]))).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('small streams that are easily counted wrong: who is back', () => {
  it('is not back on the next day within a day of 25 hours', async () => {
    const again = ['2024-04-06T03:00:00Z', '2024-04-07T03:30:00Z', '2024-04-07T04:00:00Z'].map((at) => ({ at }));
    expect(await cells(worldOf(again.slice(0, 2)), 'America/Santiago')).toEqual([
      [2, -1, 1],
      [2, 0, 1],
    ]);
    expect(await cells(worldOf(again), 'America/Santiago')).toEqual([
      [2, -1, 1],
      [2, 0, 1],
      [2, 1, 1],
    ]);
  });

  it('begins where the first of those that are one began', async () => {
    const told = [{ at: '2024-04-05T10:00:00Z' }, { at: '2024-04-07T10:00:00Z', alias: 2 }];
    expect(await cells(worldOf(told), 'UTC')).toEqual([
      [1, -1, 1],
      [3, -1, 1],
    ]);
    expect(await cells(worldOf(told, { belongs: new Map([[2, 10]]) }), 'UTC')).toEqual([
      [1, -1, 1],
      [1, 2, 1],
    ]);
  });
});
