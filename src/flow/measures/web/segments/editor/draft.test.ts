import { describe, expect, it } from 'vitest';
import type { SegmentCondition } from '../../../condition-contracts.ts';
import { asGroups, conditionOfGroup, groupOf, pathOfPart } from './draft.ts';

const plan: SegmentCondition = { field: 'plan', op: 'is', value: 'pro' };
const seats: SegmentCondition = { field: 'seats', op: 'gt', value: 5 };

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
});
