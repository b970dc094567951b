import { describe, expect, it } from 'vitest';
import { defaultLifecycleRules } from '../../domain/lifecycle/default-rules.ts';
import { areComplete, everyStage, isCompleteTrigger, newTrigger, TRIGGER_KINDS, withItem, withRule } from './rule-edits.ts';

describe('everyStage', () => {
  it('gives a stage without a rule one that moves nothing', () => {
    const rules = everyStage([]);
    expect(rules).toHaveLength(10);
    expect(rules[6]).toEqual({ stage: 'active', when: [], onlyIf: null, on: true });
    expect(areComplete(rules)).toBe(true);
  });
});

describe('newTrigger', () => {
  it('is complete for every kind but facts, which need an event', () => {
    const unfinished = TRIGGER_KINDS.filter((kind) => !isCompleteTrigger(newTrigger(kind)));
    expect(unfinished).toEqual(['fact']);
  });
});

describe('withRule', () => {
  it('changes one stage and leaves the others', () => {
    const before = everyStage(defaultLifecycleRules());
    const after = withRule(before, 'active', { on: false });
    expect(after.filter((rule, at) => rule !== before[at]).map((rule) => rule.stage)).toEqual(['active']);
  });
});

describe('withItem', () => {
  it('replaces or takes out', () => {
    expect(withItem([1, 2, 3], 1, 9)).toEqual([1, 9, 3]);
    expect(withItem([1, 2, 3], 1, null)).toEqual([1, 3]);
  });
});
