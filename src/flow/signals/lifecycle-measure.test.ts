import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineQuestion, frameOf, type LifecyclePlan } from '#flow/measures/index.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Dimension } from '#kernel/measure.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { believedMoves } from './domain/lifecycle/ledger.ts';
import { carriedMoves } from './domain/lifecycle/ledger-rows.ts';
import { lifecycleMeasure } from './index.ts';
import { writeLedgers } from './store/ledger.ts';
import { type OpenSignals, openSignals } from './testing/open-signals.ts';

const on = (date: string): number => Date.parse(`${date}T09:00:00Z`);
const NOW = on('2026-07-15');
let open: OpenSignals;

/** The stages of five accounts by the day on which they entered them, worked by hand. */
const PATHS: readonly (readonly [string, readonly (readonly [string, LifeStage])[]])[] = [
  [
    'EdTech',
    [
      ['2026-01-10', 'captured'],
      ['2026-02-09', 'onboarding'],
      ['2026-03-01', 'active'],
    ],
  ],
  [
    'EdTech',
    [
      ['2026-01-20', 'captured'],
      ['2026-01-30', 'opportunity'],
      ['2026-03-01', 'qualified'],
    ],
  ],
  [
    'FinTech',
    [
      ['2026-01-25', 'captured'],
      ['2026-06-24', 'onboarding'],
    ],
  ],
  [
    'FinTech',
    [
      ['2026-02-01', 'captured'],
      ['2026-02-11', 'onboarding'],
      ['2026-02-21', 'churned'],
    ],
  ],
  ['FinTech', [['2026-06-30', 'captured']]],
];

beforeAll(async () => {
  open = await openSignals(NOW);
  await open.addAccounts(PATHS.map(([industry], index) => ({ num: index + 1, industry, createdAt: on('2026-01-01') })));
  const ledgers = PATHS.map(([, path], index) => {
    const moves = path.map(([date, stage], n) => ({
      ...{ stage, from: path[n - 1]?.[1] ?? null, enteredAt: on(date), leftAt: path[n + 1] === undefined ? null : on(path[n + 1]![0]) },
      ...{ knownAt: on(date), cause: 'by hand', evidence: [], ruleVersion: 1 },
    }));
    const rows = carriedMoves(believedMoves([], moves, Number.NEGATIVE_INFINITY), { mrrSteps: [], now: NOW, zone: 'UTC' }).map((move) => ({
      ...{ stage: move.stage, from_stage: move.from, to_stage: move.to, rule_version: 1, entered_on: move.enteredOn, left_on: move.leftOn },
      ...{ entered_at: move.enteredAt, left_at: move.leftAt, known_from: move.knownFrom, known_to: move.knownTo, mrr_minor: 0 },
      ...{ cause: move.cause, known_at: move.knownAt, evidence: [] },
    }));
    return [index + 1, rows] as const;
  });
  await writeLedgers(open.postgres.db, open.workspace.ws, new Map(ledgers));
});
afterAll(() => open.close());

const ask = (
  read: LifecyclePlan['read'],
  more: { breakdown?: Dimension; filter?: Condition; asOf?: number; from?: string; to?: string } = {},
) => {
  const question: EngineQuestion<LifecyclePlan> = {
    workspace: open.workspace,
    definition: {} as never,
    plan: { engine: 'lifecycle', read },
    frame: frameOf({
      from: more.from ?? '2026-01-01',
      to: more.to ?? '2026-04-01',
      interval: 'month',
      asOf: more.asOf ?? NOW,
      zone: 'UTC',
      weekStart: 1,
    }),
    interval: 'month',
    breakdown: more.breakdown ?? null,
    filter: more.filter ?? null,
    outside: new Map(),
    merged: new Map(),
    mark: '',
  };
  const engine = lifecycleMeasure({ postgres: open.postgres, clock: open.clock });
  return { engine, question, answer: () => engine.ask(question) };
};
const series = (answer: { series: readonly { key: string; points: readonly { value: number | null }[] }[] }) =>
  Object.fromEntries(answer.series.map((one) => [one.key, one.points.map((point) => point.value)]));

describe('accounts by stage', () => {
  it('are counted at the close of each period', async () => {
    const answer = await ask('stock').answer();
    expect(series(answer)).toEqual({
      captured: [2, 1, 1],
      qualified: [0, 0, 1],
      opportunity: [1, 1, 0],
      onboarding: [0, 1, 0],
      active: [0, 0, 1],
      churned: [0, 1, 1],
    });
    expect([answer.total.value, answer.previous?.value]).toEqual([4, 0]);
  });

  it('are divided and chosen by what is recorded, and seen as of then', async () => {
    expect(series(await ask('stock', { breakdown: 'industry' }).answer())).toEqual({ EdTech: [2, 2, 2], FinTech: [1, 2, 2] });
    const filter = { field: 'account.industry', op: 'is', value: 'edtech' } as const;
    expect((await ask('stock', { filter }).answer()).total.value).toBe(2);
    expect((await ask('stock', { asOf: on('2026-01-21') }).answer()).total.value).toBe(2);
    await expect(ask('stock', { filter: { field: 'health', op: 'is', value: 1 } }).answer()).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('stage conversion', () => {
  it('counts who moved on within 90 days of entering, and leaves out who still has time', async () => {
    const answer = await ask('conversion').answer();
    // January: two of three moved on in time, the third after 150 days.
    expect(answer.series.find((one) => one.key === 'captured')!.points[0]).toMatchObject({ numerator: 2, denominator: 3 });
    expect(answer.series.find((one) => one.key === 'opportunity')!.points[0]).toMatchObject({ numerator: 0, denominator: 1 });
    const captured = answer.funnel!.find((one) => one.key === 'captured')!;
    const onboarding = answer.funnel!.find((one) => one.key === 'onboarding')!;
    expect([captured.units, onboarding.units]).toEqual([4, 2]);
    expect(onboarding.fromFirst).toMatchObject({ numerator: 3, denominator: 4 });
    const young = await ask('conversion', { from: '2026-06-01', to: '2026-07-01' }).answer();
    expect(young.total).toMatchObject({ value: null, immature: true });
  });
});

describe('time in a stage', () => {
  it('is the median of those who left, with its quartiles', async () => {
    const answer = await ask('time_in_stage').answer();
    expect(answer.table!.rows).toEqual([
      { stage: 'captured', stays: 3, p25: 10, median: 10, p75: 20 },
      { stage: 'opportunity', stays: 1, p25: 30, median: 30, p75: 30 },
      { stage: 'onboarding', stays: 2, p25: 12.5, median: 15, p75: 17.5 },
    ]);
    expect(series(answer).captured).toEqual([10, 20, null]);
  });

  it('names the accounts behind a point', async () => {
    const { engine, question } = ask('time_in_stage');
    const rows = await engine.rows(question, { span: question.frame.spans[1]!, series: 'captured', offset: 0, limit: 10 });
    expect(rows.map((row) => [row.account, row.label, row.value])).toEqual([
      [1, 'captured', 30],
      [4, 'captured', 10],
    ]);
  });
});
