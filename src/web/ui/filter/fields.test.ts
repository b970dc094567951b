import { describe, expect, it } from 'vitest';
import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { clauseOf, conditionOf, firstTest, isComplete, operatorsOf } from './fields.ts';

describe('clauseOf and conditionOf', () => {
  it('take a condition apart and put it together again', () => {
    const test: Condition = { field: 'stage', op: 'in', value: ['active'] };
    expect(clauseOf(EVERYTHING)).toEqual({ join: 'all', parts: [] });
    expect(clauseOf(test)).toEqual({ join: 'all', parts: [test] });
    expect(conditionOf(clauseOf({ any: [test, test] }))).toEqual({ any: [test, test] });
  });

  it('fall back to "all" when one part is left, so that adding the next one narrows', () => {
    const test = { field: 'stage', op: 'exists' } as const;
    expect(conditionOf({ join: 'any', parts: [test] })).toEqual({ all: [test] });
  });
});

describe('firstTest', () => {
  it('uses the most useful operator of the type and is incomplete until it has a value', () => {
    const test = firstTest({ key: 'industry', label: 'Industry', type: 'choice', options: [] });
    expect(test.op).toBe(operatorsOf('choice')[0]);
    expect(isComplete(test)).toBe(false);
    expect(isComplete({ ...test, value: ['EdTech'] })).toBe(true);
    expect(isComplete({ field: 'industry', op: 'missing' })).toBe(true);
  });
});
