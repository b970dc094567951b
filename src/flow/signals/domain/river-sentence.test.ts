import { describe, expect, it } from 'vitest';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { RiverStage } from '../contracts.ts';
import { riverSentence } from './river-sentence.ts';

const still = (stage: LifeStage): RiverStage => ({
  stage,
  accounts: 20,
  mrrMinor: 10_000,
  entered: 0,
  left: 0,
  medianDays: null,
  p75Days: null,
  stuck: 0,
  stuckMrrMinor: 0,
  movedOn: 0,
  back: 0,
  lost: 0,
  previousEntered: 0,
  previousMovedOn: 0,
});
const river = (changes: Partial<Record<LifeStage, Partial<RiverStage>>>): readonly RiverStage[] =>
  LIFE_STAGES.map((stage) => ({ ...still(stage), ...changes[stage] }));

describe('the sentence that matters most', () => {
  it('says that nobody is there, or that nothing stands out', () => {
    const nobody = river({}).map((stage) => ({ ...stage, accounts: 0 }));
    expect(riverSentence(nobody, new Map()).code).toBe('empty');
    expect(riverSentence(river({}), new Map())).toMatchObject({ code: 'quiet', accounts: 200, stage: null });
  });

  it('says who is stuck, for how long, and how few of them hold half of the money', () => {
    const stages = river({ onboarding: { stuck: 6, stuckMrrMinor: 8000, p75Days: 30 } });
    const money = new Map([['onboarding' as const, [4000, 500, 1500, 500, 500, 1000]]]);
    expect(riverSentence(stages, money)).toEqual({
      code: 'stuck',
      stage: 'onboarding',
      accounts: 6,
      days: 30,
      top: 1,
      share: 0.8,
      before: null,
    });
    expect(riverSentence(river({ onboarding: { stuck: 6, stuckMrrMinor: null, p75Days: 30, mrrMinor: null } }), null)).toMatchObject({
      code: 'stuck',
      top: null,
      share: null,
    });
  });

  it('is not troubled by visitors and customers who stay', () => {
    expect(riverSentence(river({ interested: { stuck: 15, p75Days: 0.2 } }), new Map()).code).toBe('quiet');
    expect(riverSentence(river({ active: { stuck: 15, p75Days: 200 }, reached: { stuck: 20, p75Days: 3 } }), new Map()).code).toBe('quiet');
  });

  it('weighs what is gone more than what stands still', () => {
    const stages = river({
      onboarding: { stuck: 8, stuckMrrMinor: 0, p75Days: 30 },
      opportunity: { left: 12, lost: 6 },
    });
    expect(riverSentence(stages, new Map())).toMatchObject({ code: 'leak', stage: 'opportunity', accounts: 6, share: 0.5 });
    const churning = river({ opportunity: { left: 12, lost: 6 }, churned: { entered: 14, previousEntered: 2 } });
    expect(riverSentence(churning, new Map())).toMatchObject({ code: 'churn_up', accounts: 14, before: 2 });
  });

  it('does not take chance for news', () => {
    expect(riverSentence(river({ churned: { entered: 6, previousEntered: 3 } }), new Map()).code).toBe('quiet');
    expect(riverSentence(river({ onboarding: { entered: 12, previousEntered: 9 } }), new Map()).code).toBe('quiet');
    const fewer = { entered: 10, movedOn: 3, previousEntered: 10, previousMovedOn: 5 };
    expect(riverSentence(river({ captured: fewer }), new Map()).code).toBe('quiet');
  });

  it('says that fewer move on, and that more customers came', () => {
    const fewer = { entered: 100, movedOn: 30, previousEntered: 100, previousMovedOn: 50 };
    expect(riverSentence(river({ captured: fewer }), new Map())).toMatchObject({
      code: 'slower',
      stage: 'captured',
      share: 0.3,
      before: 0.5,
    });
    expect(riverSentence(river({ onboarding: { entered: 40, previousEntered: 10 } }), new Map())).toMatchObject({
      code: 'growth',
      accounts: 40,
      before: 10,
    });
  });

  it('gives the word to the earlier stage of two that weigh the same', () => {
    const stages = river({ qualified: { stuck: 5, p75Days: 9 }, captured: { stuck: 5, p75Days: 4 } });
    expect(riverSentence(stages, new Map()).stage).toBe('captured');
  });
});
