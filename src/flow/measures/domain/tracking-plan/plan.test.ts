import { describe, expect, it } from 'vitest';
import { PlannedEvent } from '../../plan-contracts.ts';
import { mergedNames, withMerged } from './merged-names.ts';
import { planChanges, planFile, planProblems } from './plan.ts';

const event = (name: string, more: object = {}): PlannedEvent => PlannedEvent.parse({ name, ...more });

describe('a tracking plan', () => {
  it('is written by name, so that equal plans are equal files', () => {
    const one = planFile([event('b', { properties: [{ name: 'z' }, { name: 'a' }] }), event('a')]);
    expect(one.events.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(one.events[1]!.properties.map(({ name }) => name)).toEqual(['a', 'z']);
  });

  it('says what would change, part by part', () => {
    const before = [
      event('gone'),
      event('same', { properties: [{ name: 'p' }] }),
      event('other', { properties: [{ name: 'p' }, { name: 'q' }] }),
    ];
    const after = [
      event('same', { properties: [{ name: 'p' }] }),
      event('other', { owner: 'product', properties: [{ name: 'p', type: 'number' }, { name: 'r' }] }),
      event('new'),
    ];
    expect(planChanges(before, after)).toEqual([
      { event: 'gone', change: 'removed', parts: [] },
      { event: 'new', change: 'added', parts: [] },
      { event: 'other', change: 'changed', parts: ['owner', 'properties.p', 'properties.q', 'properties.r'] },
    ]);
    expect(planChanges(after, after)).toEqual([]);
  });

  it('is refused where it contradicts itself, at the place where it does', () => {
    const plan = [
      event('a'),
      event('a'),
      event('b', { mergedInto: 'b' }),
      event('c', { mergedInto: 'd' }),
      event('d', { mergedInto: 'a' }),
      event('e', { properties: [{ name: 'p' }, { name: 'p' }] }),
    ];
    expect(planProblems(plan).map(({ path, problem }) => [path, problem])).toEqual([
      ['events[1].name', 'named_twice'],
      ['events[2].mergedInto', 'merged_into_itself'],
      ['events[3].mergedInto', 'merged_twice'],
      ['events[5].properties[1].name', 'property_named_twice'],
    ]);
  });
});

describe('merged names', () => {
  const merged = mergedNames([event('Sign Up', { mergedInto: 'signed_up' }), event('signup', { mergedInto: 'signed_up' }), event('paid')]);
  it('are meant with the name that they count as, and mean all of it', () => {
    expect([...withMerged(['signed_up', 'paid'], merged)].sort()).toEqual(['Sign Up', 'paid', 'signed_up', 'signup']);
    expect([...withMerged(['signup'], merged)].sort()).toEqual(['Sign Up', 'signed_up', 'signup']);
    expect(withMerged(['paid', 'paid'], merged)).toEqual(['paid']);
    expect(withMerged([], merged)).toEqual([]);
  });
});
