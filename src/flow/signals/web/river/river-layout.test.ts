import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import type { River, RiverFlow, RiverStage } from '../../contracts.ts';
import { riverLayout } from './river-layout.ts';
import { kindOfFlow, type RiverFrame } from './river-shapes.ts';

const FRAME: RiverFrame = { along: 1180, bedStart: 100, bedEnd: 340, upright: false, bankSize: 14 };

const stage = (name: RiverStage['stage'], accounts: number, stuck = 0): RiverStage => ({
  stage: name,
  accounts,
  mrrMinor: accounts * 100,
  entered: 0,
  left: 0,
  medianDays: null,
  p75Days: null,
  stuck,
  stuckMrrMinor: stuck * 100,
  movedOn: 0,
  back: 0,
  lost: 0,
  previousEntered: 0,
  previousMovedOn: 0,
});
const flow = (from: RiverFlow['from'], to: RiverFlow['to'], accounts: number): RiverFlow => ({
  from,
  to,
  accounts,
  mrrMinor: accounts * 100,
  medianDays: null,
});
const riverOf = (counts: readonly number[], flows: readonly RiverFlow[], stuck: readonly number[] = []): River => ({
  from: '2026-01-01',
  to: '2026-04-01',
  asOf: 0,
  freshness: null,
  currency: 'USD',
  stages: LIFE_STAGES.map((name, at) => stage(name, counts[at] ?? 0, stuck[at] ?? 0)),
  flows: [...flows],
  sentence: { code: 'quiet', stage: null, accounts: 0, days: null, top: null, share: null, before: null },
  total: counts.reduce((sum, count) => sum + count, 0),
});

describe('riverLayout', () => {
  it('draws ten banks in order, also when nothing is there', () => {
    const { banks } = riverLayout(riverOf([], []), FRAME, 'accounts');
    expect(banks.map((bank) => bank.stage)).toEqual([...LIFE_STAGES]);
    expect(banks.every((bank) => bank.box.height >= 3)).toBe(true);
  });

  it('keeps an empty bank within the bed when all the water passes it', () => {
    const { banks } = riverLayout(riverOf([], [flow('reached', 'expanded', 1)]), FRAME, 'accounts');
    for (const { box } of banks) expect(box.y + box.height).toBeLessThanOrEqual(FRAME.bedEnd);
  });

  it('keeps banks and ribbons within the bed, on one scale', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 10, maxLength: 10 });
    const flows = fc.uniqueArray(
      fc.record({
        from: fc.constantFrom(...LIFE_STAGES),
        to: fc.constantFrom(...LIFE_STAGES),
        accounts: fc.integer({ min: 1, max: 50_000 }),
      }),
      { selector: (one) => `${one.from}>${one.to}`, maxLength: 20 },
    );
    fc.assert(
      fc.property(counts, flows, (stock, moves) => {
        const layout = riverLayout(
          riverOf(
            stock,
            moves.filter((move) => move.from !== move.to).map((move) => flow(move.from, move.to, move.accounts)),
          ),
          FRAME,
          'accounts',
        );
        for (const bank of layout.banks) {
          expect(bank.box.y).toBeGreaterThanOrEqual(FRAME.bedStart - 2);
          expect(bank.box.y + bank.box.height).toBeLessThanOrEqual(FRAME.bedEnd + 2);
        }
        for (const stream of layout.streams.filter((one) => one.filled && one.value * layout.scale > 2))
          expect(stream.width).toBeCloseTo(stream.value * layout.scale, 6);
      }),
    );
  });

  it('makes every bank as tall as what meets it on either side, and lets water pass beside the banks between', () => {
    const moves = [flow('captured', 'onboarding', 60), flow('captured', 'interested', 8), flow('renewing', 'active', 4)];
    const { banks, streams, scale } = riverLayout(riverOf([0, 0, 0, 0, 0, 0, 0, 90], moves), FRAME, 'accounts');
    const bank = (name: RiverStage['stage']) => banks.find((one) => one.stage === name)!;
    expect(bank('captured').reach.height).toBeCloseTo(68 * scale);
    expect(bank('onboarding').reach.height).toBeCloseTo(60 * scale);
    expect(bank('expanded').reach).toEqual(bank('expanded').box);
    const over = streams.find((one) => one.kind === 'skip')!.labels[0]!;
    const under = streams.find((one) => one.kind === 'back')!.labels[0]!;
    expect(over.y).toBeLessThan(bank('qualified').reach.y);
    expect(under.y).toBeGreaterThan(bank('expanded').reach.y + bank('expanded').reach.height);
  });

  it('hatches the share that stands still', () => {
    const layout = riverLayout(riverOf([100], [], [25]), FRAME, 'accounts');
    const [bank] = layout.banks;
    expect((bank?.still?.height ?? 0) / (bank?.box.height ?? 1)).toBeCloseTo(0.25);
  });

  it('counts money instead of accounts when asked', () => {
    const river = riverOf([10, 10], []);
    const rich = { ...river, stages: river.stages.map((one, at) => ({ ...one, mrrMinor: at === 0 ? 300 : 100 })) };
    const { banks } = riverLayout(rich, FRAME, 'money');
    expect((banks[0]?.box.height ?? 0) / (banks[1]?.box.height ?? 1)).toBeCloseTo(3);
  });

  it('stands upright by swapping its axes', () => {
    const river = riverOf([5, 3], [flow('reached', 'captured', 2)]);
    const lying = riverLayout(river, FRAME, 'accounts');
    const upright = riverLayout(river, { ...FRAME, upright: true }, 'accounts');
    expect(upright.banks[0]?.box).toEqual({
      x: lying.banks[0]?.box.y,
      y: lying.banks[0]?.box.x,
      width: lying.banks[0]?.box.height,
      height: lying.banks[0]?.box.width,
    });
  });
});

describe('kindOfFlow', () => {
  it.each([
    [null, 'captured', 'spring'],
    ['reached', 'captured', 'onward'],
    ['captured', 'onboarding', 'skip'],
    ['renewing', 'active', 'back'],
    ['active', 'churned', 'fall'],
    ['churned', 'onboarding', 'back'],
  ] as const)('%s → %s is %s', (from, to, kind) => {
    expect(kindOfFlow({ from, to })).toBe(kind);
  });
});
