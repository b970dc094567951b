import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount, samplePlay } from '../testing/sample-plays.ts';
import type { Cause } from './causes.ts';
import { armOf, type EarlierRun, type PlanScene, planRuns } from './plan-runs.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 10, 10);
const play = (holdOutPercent: number) =>
  samplePlay('retain.x', { kind: 'signal_crosses', signal: 'health', to: 'bad' }, { holdOutPercent });
const cause = (given: Partial<Cause> = {}): Cause => ({ account: 1, key: 'k', at: NOW, evidence: [], timeless: false, ...given });
const scene = (holdOutPercent: number, earlier: readonly EarlierRun[] = []): PlanScene => ({
  play: play(holdOutPercent),
  workspaceId: 'wsp_1',
  zone: 'Europe/Madrid',
  now: NOW,
  accounts: new Map([[1, sampleAccount(1)]]),
  earlier,
});

describe('what a play decides', () => {
  it('gives the goal until the end of its last local day', () => {
    const [run] = planRuns(scene(0), [cause()]);
    expect(run).toMatchObject({ arm: 'act', goalBy: Date.UTC(2026, 5, 9, 22), heldAtStart: true });
  });

  it('calls a cause old that lies more than 14 local days back, unless it is timeless', () => {
    const midnight = Date.UTC(2026, 3, 25, 22);
    const arms = [midnight, midnight - 1].map((at) => planRuns(scene(0), [cause({ at })])[0]?.arm);
    expect(arms).toEqual(['act', 'old']);
    expect(planRuns(scene(0), [cause({ at: NOW - 100 * DAY, timeless: true })])[0]?.arm).toBe('act');
  });

  it('decides nothing twice, and keeps the arm that an account had', () => {
    expect(planRuns(scene(0, [{ account: 1, key: 'k', arm: 'old' }]), [cause()])).toEqual([]);
    expect(planRuns(scene(0, [{ account: 1, key: 'before', arm: 'hold' }]), [cause()])[0]?.arm).toBe('hold');
    expect(planRuns(scene(90, [{ account: 1, key: 'before', arm: 'act' }]), [cause()])[0]?.arm).toBe('act');
    expect(planRuns(scene(0, [{ account: 1, key: 'before', arm: 'old' }]), [cause()])[0]?.arm).toBe('act');
  });

  it('holds out the share that was asked for, and a larger share holds out the same accounts and more', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `acc_${i}`);
    const held = (percent: number) => ids.filter((id) => armOf({ play: play(percent), workspaceId: 'wsp_1' }, id) === 'hold');
    // Four standard errors of a share of 10 % among 20,000.
    expect(Math.abs(held(10).length / ids.length - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / ids.length));
    const twenty = new Set(held(20));
    expect(held(10).every((id) => twenty.has(id))).toBe(true);
    expect(held(0)).toEqual([]);
  });

  it('is unrelated between plays and workspaces', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (workspace, other) => {
        fc.pre(workspace !== other);
        const arms = (workspaceId: string) =>
          Array.from({ length: 200 }, (_, i) => armOf({ play: play(50), workspaceId }, `acc_${i}`)).join();
        expect(arms(workspace)).not.toBe(arms(other));
      }),
    );
  });
});
