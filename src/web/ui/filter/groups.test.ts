import { describe, expect, it } from 'vitest';
import type { Condition } from '#kernel/condition.ts';
import { asGroups, conditionOfGroup, groupOf, pathOfPart, withoutEmptyGroups } from './groups.ts';

const plan: Condition = { field: 'plan', op: 'is', value: 'pro' };
const seats: Condition = { field: 'seats', op: 'gt', value: 5 };

describe('a condition in the editor', () => {
  it('is a group, whatever it was', () => {
    expect(groupOf(plan)).toEqual({ join: 'all', parts: [plan] });
    expect(groupOf({ not: plan })).toEqual({ join: 'none', parts: [plan] });
    expect(groupOf({ not: { any: [plan, seats] } })).toEqual({ join: 'none', parts: [plan, seats] });
  });

  it('is written as it is shown, so that each part stands where it is looked for', () => {
    const written = asGroups({ all: [plan, { not: seats }] });
    expect(written).toEqual({ all: [plan, { not: { any: [seats] } }] });
    expect(pathOfPart(pathOfPart([], 'all', 1), 'none', 0)).toEqual([1, 0, 0]);
    expect(conditionOfGroup(groupOf(written))).toEqual(written);
  });

  it('loses what holds nothing, which would let nobody through', () => {
    expect(withoutEmptyGroups({ all: [plan, { any: [] }] })).toEqual(plan);
    expect(withoutEmptyGroups({ any: [{ all: [] }, { not: { any: [] } }] })).toBeNull();
    expect(withoutEmptyGroups({ any: [plan, { all: [seats, plan] }] })).toEqual({ any: [plan, { all: [seats, plan] }] });
  });

  it('keeps "none of" around a single part: without it the part would mean the contrary', () => {
    expect(withoutEmptyGroups({ not: { any: [plan] } })).toEqual({ not: { any: [plan] } });
  });
});
