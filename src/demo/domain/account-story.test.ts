import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountStory } from './account-story.ts';
import type { AccountStory, CompanyPlan } from './deliveries.ts';
import { demoPlan } from './plan.ts';

const plans = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  language: fc.constantFrom('en', 'zh-CN', 'es'),
  endsOn: fc.constantFrom('2026-11-21', '2026-03-30', '2025-12-31', '2027-02-28'),
} as const);
const planOf = (chosen: Partial<CompanyPlan> & Pick<CompanyPlan, 'endsOn'>): CompanyPlan => demoPlan({ ...chosen, accounts: 200 });
const stories = fc.tuple(plans, fc.integer({ min: 0, max: 199 })).map(([chosen, index]) => ({ plan: planOf(chosen), index }));
const holdsFor = (check: (story: AccountStory, plan: CompanyPlan) => void): void =>
  fc.assert(
    fc.property(stories, ({ plan, index }) => check(accountStory(plan, index), plan)),
    { numRuns: 30 },
  );

describe('accountStory', () => {
  it('is the same to the byte for the same plan, whatever was asked for before', () => {
    const once = demoPlan({ endsOn: '2026-11-21', seed: 5 });
    const again = demoPlan({ endsOn: '2026-11-21', seed: 5 });
    for (let index = 0; index < 40; index++) accountStory(again, index);
    for (const index of [3, 17, 39]) expect(JSON.stringify(accountStory(again, index))).toBe(JSON.stringify(accountStory(once, index)));
    expect(JSON.stringify(accountStory(once, 3))).not.toBe(JSON.stringify(accountStory({ ...once, seed: 6 }, 3)));
  });

  it('tells messages in order of time, each with an id of its own, none after the end, none late beyond it', () => {
    holdsFor(({ messages }, { endsOn }) => {
      const times = messages.map(({ timestamp }) => timestamp);
      expect(times).toEqual([...times].sort());
      expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
      const latest = Date.parse(endsOn) + 36 * 3_600_000;
      for (const { timestamp, receivedAt } of messages) {
        expect(Date.parse(receivedAt ?? timestamp)).toBeLessThan(latest);
        if (receivedAt !== undefined) expect(receivedAt > timestamp).toBe(true);
      }
    });
  });

  it('lets nobody use the product before being known to it', () => {
    holdsFor(({ messages, rows }) => {
      const signedUp = new Set<string>();
      for (const { userId, type, event } of messages) {
        if (type === 'identify' && userId !== undefined) signedUp.add(userId);
        if (event === 'feature_used') expect(signedUp).toContain(userId);
      }
      const people = new Set(rows.filter(({ file }) => file === 'people' || file === 'leads').map(({ values }) => values.user_id));
      for (const userId of signedUp) expect(people).toContain(userId);
    });
  });

  it('sends names that a record alone may tell by records only', () => {
    holdsFor(({ messages }) => {
      for (const { event } of messages)
        expect(event ?? '').not.toMatch(/^(subscription|churn|ticket|deal|account|person|group|play|note|task|stage)_/);
    });
  });
});
