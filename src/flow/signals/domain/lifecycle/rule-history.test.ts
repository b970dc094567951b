import { describe, expect, it } from 'vitest';
import type { StageRule } from '../../contracts.ts';
import { defaultLifecycleRules } from './default-rules.ts';
import { ledgerOf, movesAsOf } from './ledger.ts';
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
