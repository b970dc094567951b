import { describe, expect, it } from 'vitest';
import { DEMO_PHASES, DemoState } from '../contracts.ts';
import { demoPlan } from '../domain/plan.ts';
import type { DemoRun } from '../store/demo-runs.ts';
import { NO_DEMO, stateOf } from './progress.ts';

const run = (more: Partial<DemoRun>): DemoRun => ({
  ...{ ws: 1, id: 'imp_1', status: 'running', plan: demoPlan({ endsOn: '2026-03-31' }), phase: 'simulate', done: 0, total: 0 },
  ...{ sent: 0, accepted: 0, rejected: 0, error: null, cancelAsked: false, createdBy: 'usr_1', startedAt: 0, finishedAt: null },
  ...more,
});

describe('stateOf', () => {
  it('grows from nothing to the whole, phase by phase', () => {
    const ratios = DEMO_PHASES.flatMap((phase) => [0, 5, 10].map((done) => stateOf(run({ phase, done, total: 10 }), 1_000).ratio));
    expect(ratios[0]).toBe(0);
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    expect(ratios.at(-1)).toBeLessThan(1);
    expect(stateOf(run({ phase: 'history', status: 'done', finishedAt: 9 }), 10)).toMatchObject({ ratio: 1, remainingMs: null });
  });

  it('says what is done, what runs and what waits, and how long it may take once that can be said', () => {
    const { phases, remainingMs } = stateOf(run({ phase: 'messages', done: 5, total: 10 }), 10_000);
    expect(phases.map(({ state }) => state)).toEqual(['done', 'done', 'running', 'waiting']);
    expect(remainingMs).toBeGreaterThan(5_000);
    expect(stateOf(run({ done: 1, total: 10 }), 1_000).remainingMs).toBeNull();
  });

  it('is what the contract says', () => {
    expect(DemoState.safeParse(NO_DEMO).success).toBe(true);
    expect(DemoState.safeParse(stateOf(run({ status: 'failed', error: { message: 'No.', remedy: null } }), 5)).success).toBe(true);
  });
});
