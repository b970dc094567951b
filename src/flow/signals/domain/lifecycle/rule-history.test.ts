import { describe, expect, it } from 'vitest';
import { StageRule } from '../../contracts.ts';
import { defaultLifecycleRules } from './default-rules.ts';
import { ledgerOf, movesAsOf } from './ledger.ts';
import { milestonesUnder } from './milestones.ts';
import { ledgerUnder, movesUnder, type RuleVersion } from './rule-history.ts';

const DAY = 86_400_000;
const used = (n: number) => ({ event: 'login', at: n * DAY, known: n * DAY, subject: null, props: {} });
const knowledge = {
  facts: [used(3), used(5), used(12), used(14)],
  mrrSteps: [{ at: DAY, known: DAY, mrrMinor: 100 }],
  ...{ termEnds: [], scores: [], attributes: [], now: 20 * DAY, zone: 'UTC' },
};
const activeAfter = (times: number): readonly StageRule[] =>
  defaultLifecycleRules().map((rule) =>
    rule.stage === 'active' ? { ...rule, when: [{ kind: 'fact', events: ['login'], where: null, times, withinDays: null }] } : rule,
  );
const first: RuleVersion = { version: 1, rules: activeAfter(3), savedAt: 0, reach: 'history' };
const told = (moves: ReturnType<typeof movesUnder>) => moves.map((move) => `${move.enteredAt / DAY} ${move.stage} v${move.ruleVersion}`);

describe('rules that changed', () => {
  it('make the ledger of their facts when there is one version', () => {
    expect(ledgerUnder([first], knowledge)).toEqual(ledgerOf({ ...knowledge, rules: first.rules, ruleVersion: 1 }));
    expect(told(movesUnder([first], knowledge))).toEqual(['1 onboarding v1', '12 active v1']);
  });

  it('decide what comes after they were saved, and leave what stood', () => {
    const later: RuleVersion = { version: 2, rules: activeAfter(4), savedAt: 10 * DAY, reach: 'future' };
    expect(told(movesUnder([first, later], knowledge))).toEqual(['1 onboarding v1', '14 active v2']);
    const after: RuleVersion = { ...later, savedAt: 13 * DAY };
    expect(told(movesUnder([first, after], knowledge))).toEqual(['1 onboarding v1', '12 active v1']);
  });

  it('rewrite history from the instant on at which they were saved, when they are to', () => {
    const whole: RuleVersion = { version: 2, rules: activeAfter(2), savedAt: 16 * DAY, reach: 'history' };
    const ledger = ledgerUnder([first, whole], knowledge);
    expect(told(movesAsOf(ledger, 20 * DAY))).toEqual(['1 onboarding v1', '5 active v2']);
    expect(told(movesAsOf(ledger, 15 * DAY))).toEqual(['1 onboarding v1', '12 active v1']);
  });
});

describe('the activation milestones', () => {
  const activeBy = (times: number): readonly StageRule[] => [
    StageRule.parse({
      stage: 'active',
      when: [{ kind: 'fact', events: ['feature_used'], times, people: 2, withinDays: 14 }, { kind: 'mrr_started' }],
    }),
  ];
  const plain = { events: ['feature_used'], where: null, people: 2, withinDays: 14 };

  it('are what the rule for Active counts, each for as long as its version ruled', () => {
    const versions: readonly RuleVersion[] = [
      { version: 1, rules: activeBy(5), savedAt: 0, reach: 'history' },
      { version: 2, rules: activeBy(3), savedAt: 1_000, reach: 'history' },
      { version: 3, rules: activeBy(4), savedAt: 2_000, reach: 'future' },
    ];
    expect(milestonesUnder(versions, 500)).toEqual([{ ...plain, times: 5, from: null, until: null }]);
    expect(milestonesUnder(versions, 1_500)).toEqual([{ ...plain, times: 3, from: null, until: null }]);
    expect(milestonesUnder(versions, 2_500)).toEqual([
      { ...plain, times: 3, from: null, until: 2_000 },
      { ...plain, times: 4, from: 2_000, until: null },
    ]);
  });

  it('are none where the rule is switched off', () => {
    const rules = activeBy(5).map((rule) => ({ ...rule, on: false }));
    expect(milestonesUnder([{ version: 1, rules, savedAt: 0, reach: 'history' }], 500)).toEqual([]);
  });
});
