import { describe, expect, it } from 'vitest';
import { NONE_MERGED } from '#flow/measures/plan-contracts.ts';
import type { EarlyBehaviour } from '../contracts.ts';
import { behaviourOf, isMilestone, triggerOf } from './milestone.ts';

const INVITED: EarlyBehaviour = { event: 'invited', feature: null, times: 3, people: 1, withinDays: 7 };
const MERGED = new Map([['Invite Sent', 'invited']]);

describe('a behaviour as the milestone', () => {
  it('is recognised by the name that it counts as, also when it was picked before, or states all names', () => {
    expect(isMilestone(triggerOf({ ...INVITED, event: 'Invite Sent' }), INVITED, MERGED)).toBe(true);
    const stated = { ...triggerOf(INVITED), events: ['invited', 'Invite Sent'] };
    expect(behaviourOf(stated, MERGED)).toEqual(INVITED);
    expect(behaviourOf(stated, NONE_MERGED)).toBeNull();
  });

  it('is itself where nothing is merged', () => {
    const used: EarlyBehaviour = { ...INVITED, event: 'feature_used', feature: 'schedule', people: 2 };
    expect(behaviourOf(triggerOf(used), NONE_MERGED)).toEqual(used);
    expect(isMilestone(triggerOf(used), INVITED, NONE_MERGED)).toBe(false);
  });
});
