import { describe, expect, it } from 'vitest';
import { NONE_MERGED } from '#flow/measures/plan-contracts.ts';
import type { EarlyBehaviour } from '../contracts.ts';
import { behaviourOf, isMilestone, triggerOf } from './milestone.ts';

const INVITED: EarlyBehaviour = { event: 'invited', feature: null, times: 3, people: 1, withinDays: 7 };
const MERGED = new Map([['Invite Sent', 'invited']]);

describe('a behaviour as the milestone', () => {
  it('counts all names that the tracking plan counts as one, and is recognised by each of them', () => {
    const trigger = triggerOf(INVITED, MERGED);
    expect(trigger.events).toEqual(['invited', 'Invite Sent']);
    expect(isMilestone(trigger, INVITED, MERGED)).toBe(true);
    expect(behaviourOf(trigger, MERGED)).toEqual(INVITED);
    expect(behaviourOf(trigger, NONE_MERGED)).toBeNull();
  });

  it('is itself where nothing is merged', () => {
    const used: EarlyBehaviour = { ...INVITED, event: 'feature_used', feature: 'schedule', people: 2 };
    expect(behaviourOf(triggerOf(used, NONE_MERGED), NONE_MERGED)).toEqual(used);
    expect(isMilestone(triggerOf(used, NONE_MERGED), INVITED, NONE_MERGED)).toBe(false);
  });
});
