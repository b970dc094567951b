import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import { River } from '../contracts.ts';
import { type RiverQuestion, riverOf, staysBehind } from './river.ts';
import type { RiverAccount } from './river-stays.ts';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const day = (n: number): number => startOfDate(addDays('2026-03-01', n), ZONE) + 9 * HOUR;
const ask: RiverQuestion = {
  from: '2026-03-31',
  to: '2026-04-30',
  asOf: day(60),
  zone: ZONE,
  currency: 'EUR',
  money: true,
  freshness: null,
};

let accounts = 0;
/** An account that entered these stages on these days; `mrr` is what each move carried, the last one what it pays at the end. */
const account = (steps: readonly (readonly [number, LifeStage, number?])[]): RiverAccount => ({
  id: `acc_${++accounts}`,
  mrrMinor: steps.at(-1)?.[1] === 'churned' ? 0 : (steps.at(-1)?.[2] ?? 0),
  moves: steps.map(([n, stage, mrrMinor = 0], index) => ({
    stage,
    enteredAt: day(n),
    leftAt: steps[index + 1] === undefined ? null : day(steps[index + 1]![0]),
    mrrMinor,
  })),
});
const stageIn = (river: River, stage: LifeStage) => river.stages.find((one) => one.stage === stage)!;

describe('the river of five accounts, worked by hand', () => {
  // The period is day 30 (31 March) to day 59 (29 April); the one before is day 0 to day 29. The clocks go forward on day 28.
  const river = riverOf(
    [
      account([
        [0, 'captured'],
        [10, 'onboarding', 1000],
        [40, 'active', 1000],
      ]),
      account([
        [5, 'captured'],
        [35, 'onboarding', 500],
        [55, 'churned', 500],
      ]),
      account([
        [31, 'captured'],
        [33, 'onboarding', 2000],
      ]),
      account([
        [20, 'opportunity'],
        [50, 'qualified'],
      ]),
      account([
        [2, 'renewing', 900],
        [45, 'expanded', 1100],
        [70, 'churned', 1100],
      ]),
    ],
    ask,
  );

  it('fits the contract', () => expect(() => River.parse(river)).not.toThrow());

  it('counts who is where at the end, and what they pay', () => {
    const stock = Object.fromEntries(
      river.stages.filter((one) => one.accounts > 0).map((one) => [one.stage, [one.accounts, one.mrrMinor]]),
    );
    expect(stock).toEqual({ active: [1, 1000], onboarding: [1, 2000], churned: [1, 0], qualified: [1, 0], expanded: [1, 0] });
    expect(river.total).toBe(5);
  });

  it('counts who came, who went and who went on', () => {
    expect(stageIn(river, 'onboarding')).toMatchObject({
      entered: 2,
      left: 2,
      lost: 1,
      movedOn: 0,
      previousEntered: 1,
      previousMovedOn: 0,
    });
    expect(stageIn(river, 'captured')).toMatchObject({ entered: 1, left: 2, lost: 0, movedOn: 1, previousEntered: 2, previousMovedOn: 1 });
    expect(stageIn(river, 'opportunity')).toMatchObject({ left: 1, lost: 1 });
    expect(stageIn(river, 'expanded')).toMatchObject({ left: 0, back: 0, lost: 0 });
    // Leaving Renewing for an earlier stage is a renewal.
    expect(stageIn(river, 'renewing')).toMatchObject({ left: 1, back: 0, lost: 0 });
  });

  it('tells a customer who steps back from one who is lost', () => {
    const steps = account([
      [31, 'active', 900],
      [35, 'expanded', 1100],
      [40, 'active', 900],
      [45, 'expanded', 1100],
      [50, 'churned', 1100],
    ]);
    const expanded = stageIn(riverOf([steps], ask), 'expanded');
    expect(expanded).toMatchObject({ entered: 2, left: 2, movedOn: 0, back: 1, lost: 1 });
    expect(staysBehind([steps], ask, { part: 'back', stage: 'expanded' }).map((stay) => stay.next)).toEqual(['active']);
    expect(staysBehind([steps], ask, { part: 'new', stage: 'active' })).toHaveLength(1);
  });

  it('takes days by the calendar, over the change of the clocks', () => {
    expect(stageIn(river, 'onboarding').medianDays).toBe(25);
    expect(stageIn(river, 'captured').medianDays).toBe(16);
    expect(stageIn(river, 'active').medianDays).toBe(null);
  });

  it('draws the flows with the money that they carried', () => {
    expect(river.flows).toEqual([
      { from: null, to: 'captured', accounts: 1, mrrMinor: 0, medianDays: null },
      { from: 'captured', to: 'onboarding', accounts: 2, mrrMinor: 2500, medianDays: 16 },
      { from: 'opportunity', to: 'qualified', accounts: 1, mrrMinor: 0, medianDays: 30 },
      { from: 'onboarding', to: 'active', accounts: 1, mrrMinor: 1000, medianDays: 30 },
      { from: 'onboarding', to: 'churned', accounts: 1, mrrMinor: 500, medianDays: 20 },
      { from: 'renewing', to: 'expanded', accounts: 1, mrrMinor: 1100, medianDays: 43 },
    ]);
  });

  it('shows no money to a reader who may not see it', () => {
    const plain = riverOf([account([[31, 'onboarding', 500]])], { ...ask, money: false });
    expect(JSON.stringify([plain.stages, plain.flows])).not.toMatch(/rMinor":\d/);
  });
});

describe('stuck', () => {
  const through = (days: number) =>
    account([
      [0, 'onboarding'],
      [days, 'active'],
    ]);

  it('is who is still here for longer than three quarters of those who went through, once five did', () => {
    const gone = [10, 12, 14, 16, 30].map(through);
    const here = [account([[44, 'onboarding', 700]]), account([[43, 'onboarding', 300]])];
    // Day 60 begins the first date after the period: 60 − 44 = 16 days is not longer than the p75 of 16.
    const stage = stageIn(riverOf([...gone, ...here], ask), 'onboarding');
    expect(stage).toMatchObject({ p75Days: 16, stuck: 1, stuckMrrMinor: 300 });
    expect(stageIn(riverOf([...gone.slice(1), ...here], ask), 'onboarding')).toMatchObject({ p75Days: null, stuck: 0 });
  });

  it('does not look beyond the as-of time', () => {
    const given = [10, 12, 14, 16, 30].map(through);
    const river = riverOf(given, { ...ask, asOf: day(13) });
    expect(stageIn(river, 'onboarding')).toMatchObject({ accounts: 3, entered: 0, p75Days: null });
    const then = riverOf(given, { ...ask, from: '2026-03-01', to: '2026-04-01', asOf: day(13) });
    expect(stageIn(then, 'onboarding')).toMatchObject({ accounts: 3, entered: 5, movedOn: 2, previousEntered: 0 });
  });
});

describe('any river', () => {
  const step = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(...LIFE_STAGES), fc.integer({ min: 0, max: 500 }));
  const any = fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 30 }).map((many) =>
    many.map((steps) => {
      let n = -10;
      let last: LifeStage | null = null;
      const path: [number, LifeStage, number][] = [];
      for (const [days, stage, mrrMinor] of steps) {
        n += days;
        if (stage !== last) path.push([n, stage, mrrMinor]);
        last = stage;
      }
      return account(path);
    }),
  );

  it('loses nobody: stock before + entered − left = stock at the end, in every stage', () => {
    fc.assert(
      fc.property(any, (given) => {
        const river = riverOf(given, ask);
        const before = riverOf(given, { ...ask, from: '2026-03-01', to: ask.from });
        for (const stage of LIFE_STAGES) {
          const [now, then] = [stageIn(river, stage), stageIn(before, stage)];
          expect(then.accounts + now.entered - now.left).toBe(now.accounts);
          expect([now.previousEntered, now.previousMovedOn]).toEqual([then.entered, then.movedOn]);
          expect(now.lost + now.back).toBeLessThanOrEqual(now.left);
          expect(now.movedOn).toBeLessThanOrEqual(now.entered);
          expect(now.stuck).toBeLessThanOrEqual(now.accounts);
          const parts = ['in', 'entered', 'new', 'left', 'moved', 'back', 'lost', 'stuck'] as const;
          expect(parts.map((part) => staysBehind(given, ask, { part, stage }).length)).toEqual([
            now.accounts,
            now.entered,
            river.flows.find((flow) => flow.from === null && flow.to === stage)?.accounts ?? 0,
            now.left,
            now.movedOn,
            now.back,
            now.lost,
            now.stuck,
          ]);
          const flowing = (pick: (flow: River['flows'][number]) => boolean) =>
            river.flows.filter(pick).reduce((sum, flow) => sum + flow.accounts, 0);
          expect(flowing((flow) => flow.to === stage)).toBe(now.entered);
          expect(flowing((flow) => flow.from === stage)).toBe(now.left);
        }
        for (const { from, to, accounts: moved } of river.flows) {
          if (from !== null) expect(staysBehind(given, ask, { part: 'moved', stage: from, next: to! })).toHaveLength(moved);
        }
        expect(river.total).toBe(given.filter((one) => one.moves.some((move) => move.enteredAt < startOfDate(ask.to, ZONE))).length);
      }),
      { numRuns: 100 },
    );
  });
});
