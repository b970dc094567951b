import { describe, expect, it } from 'vitest';
import { accountStory, type CompanyPlan } from '#demo/index.ts';
import { findKeepers } from '#stages/activate/domain/keepers.ts';
import { countsByHand, knownStarts } from './early-counts.ts';

const WINDOWS = [7, 14, 30];

const planOf = (seed: number): CompanyPlan => ({
  ...{ seed, accounts: 2_500, months: 18, usesPerPersonMonth: 5, language: 'en' },
  ...{ endsOn: '2026-11-21', timeZone: 'America/New_York', currency: 'USD' },
});

const storiesOf = function* (plan: CompanyPlan) {
  for (let index = 0; index < plan.accounts; index++) yield accountStory(plan, index);
};

describe.each([11, 12, 13])('what makes customers of company %i stay', (seed) => {
  const plan = planOf(seed);
  const starts = knownStarts(storiesOf(plan), plan, 180);
  const { findings } = findKeepers(starts, countsByHand(starts, plan, WINDOWS));

  it('is the behaviour that was planted: three colleagues invited within fourteen days', () => {
    const act = findings.find(({ kind, verdict, z }) => kind === 'act' && verdict === 'stands' && z > 0);
    expect(act).toMatchObject({ event: 'teammate_invited', feature: null, times: 3, people: 1, withinDays: 14 });
    expect(act!.falseRate).toBeLessThan(0.001);
    // In truth it takes e^1.5 of the odds of leaving each month: its interval is clear of nothing.
    expect(act!.effect!.low).toBeGreaterThan(0.05);
    // And the key feature that belongs to it is among what is found.
    expect(findings.find(({ feature }) => feature === 'schedule')!.falseRate).toBeLessThan(0.01);
  });

  it('is none of the decoys', () => {
    const standing = findings.filter(({ verdict, z }) => verdict === 'stands' && z > 0);
    expect(standing.map(({ event }) => event)).not.toContain('theme_switched');
    expect(standing.map(({ event }) => event)).not.toContain('report_exported');
  });
});
