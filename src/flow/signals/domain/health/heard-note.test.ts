import { expect, it } from 'vitest';
import { defaultHealthDefinition } from './default-health.ts';
import { firstDifference, freshFactors } from './heard-note.ts';

const DEFAULT_HEALTH = defaultHealthDefinition();
const CLOSE = { day: '2026-03-31', instant: Date.parse('2026-03-31T23:59:59.999Z') };
const NOTHING = { use: null, tickets: null, subscriptions: null, payments: null, contact: null };
const fresh = (heard: Partial<Record<keyof typeof NOTHING, number>>): readonly string[] => {
  const flags = freshFactors(DEFAULT_HEALTH, { ...NOTHING, ...heard }, CLOSE);
  return DEFAULT_HEALTH.factors.filter((_, index) => flags[index] === '1').map(({ input }) => input);
};

it('names the factors whose source was heard of lately enough', () => {
  expect(fresh({})).toEqual([]);
  expect(fresh({ use: CLOSE.instant - 1 })).toEqual(expect.arrayContaining(['active_days_28', 'feature_uses_28']));
  expect(fresh({ use: CLOSE.instant - 1 })).not.toContain('open_tickets');
  expect(fresh({ use: Date.parse('2020-01-01T00:00:00Z') })).toEqual([]);
});

it('finds the first day on which notes differ, and leaves days that have just gone by to a new day', () => {
  const before = { '2026-03-01': '10', '2026-03-02': '10' };
  expect(firstDifference(before, before, { isNewDay: false })).toBeUndefined();
  expect(firstDifference(before, { ...before, '2026-03-02': '11' }, { isNewDay: true })).toBe('2026-03-02');
  expect(firstDifference(before, { ...before, '2026-03-03': '10' }, { isNewDay: true })).toBeUndefined();
  expect(firstDifference(before, { ...before, '2026-03-03': '10' }, { isNewDay: false })).toBe('2026-03-03');
  expect(firstDifference({}, before, { isNewDay: true })).toBeUndefined();
});
