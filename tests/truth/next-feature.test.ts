import { describe, expect, it } from 'vitest';
import { accountStory, type CompanyPlan } from '#demo/index.ts';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { ADOPTED, type FeatureUser } from '#stages/engage/domain/next-feature.ts';
import { beatsPopularity, suggestionQuality } from '#stages/engage/domain/suggestion-quality.ts';

const planOf = (seed: number): CompanyPlan => ({
  ...{ seed, accounts: 400, months: 18, usesPerPersonMonth: 8, language: 'en' },
  ...{ endsOn: '2026-11-21', timeZone: 'America/New_York', currency: 'USD' },
});

/** Who is a customer at the end, with what it used in the last 90 days. */
const usersOf = (plan: CompanyPlan): readonly FeatureUser[] => {
  const since = startOfDate(addDays(plan.endsOn, -ADOPTED.days), plan.timeZone);
  return Array.from({ length: plan.accounts }, (_, index) => accountStory(plan, index)).flatMap(({ truth, messages, rows, index }) => {
    const life = truth.lives.at(-1);
    if (life === undefined || life.to !== null) return [];
    const uses = new Map<string, number>();
    for (const { event, properties, timestamp } of messages) {
      if (event !== 'feature_used' || Date.parse(timestamp) < since) continue;
      const feature = String(properties?.feature);
      uses.set(feature, (uses.get(feature) ?? 0) + 1);
    }
    for (const [feature, times] of [...uses]) if (times < ADOPTED.times) uses.delete(feature);
    const seats = Number(rows.findLast(({ file, values }) => file === 'subscriptions' && values.is_trial === 'false')?.values.seats);
    return uses.size === 0 ? [] : [{ account: index, plan: life.plan, industry: truth.industry, seats, uses }];
  });
};

describe.each([11, 12, 13])('suggestions for customers of company %i', (seed) => {
  const { suggested, popular } = suggestionQuality(usersOf(planOf(seed)));

  it('find a hidden feature sooner than the most popular ones do', () => {
    expect(suggested.tries).toBeGreaterThan(500);
    // Nearly all customers use nearly all that their plan has, so that the popular ones are hard to beat: what is won is in the order.
    expect(suggested.reciprocalRank).toBeGreaterThan(popular.reciprocalRank);
    expect(suggested.hitRate3).toBeGreaterThanOrEqual(popular.hitRate3);
    expect(suggested.hitRate3).toBeGreaterThan(0.93);
  });
});

/** The same customers, each by what its people of one role used. */
const usersByRole = (plan: CompanyPlan): ReadonlyMap<string, readonly FeatureUser[]> => {
  const since = startOfDate(addDays(plan.endsOn, -ADOPTED.days), plan.timeZone);
  const stories = Array.from({ length: plan.accounts }, (_, index) => accountStory(plan, index));
  const users = usersOf(plan).flatMap((user) => {
    const { messages } = stories[user.account]!;
    const roles = new Map(
      messages.flatMap(({ type, userId, traits }) => (type === 'identify' ? [[userId, String(traits?.role)] as const] : [])),
    );
    const used = messages.filter(({ event, timestamp }) => event === 'feature_used' && Date.parse(timestamp) >= since);
    return [...Map.groupBy(used, ({ userId }) => roles.get(userId))].flatMap(([role, own]) => {
      const counted = [...Map.groupBy(own, ({ properties }) => String(properties?.feature))].map(
        ([name, facts]) => [name, facts.length] as const,
      );
      const uses = new Map(counted.filter(([, times]) => times >= ADOPTED.times));
      return role === undefined || uses.size === 0 ? [] : [{ role, user: { ...user, uses } }];
    });
  });
  return new Map([...Map.groupBy(users, ({ role }) => role)].map(([role, own]) => [role, own.map(({ user }) => user)]));
};

it('suggestions for the people of a role are on the whole as good as the popular features of that role, and a little better in their order', () => {
  const found = [11, 12].flatMap((seed) =>
    [...usersByRole(planOf(seed)).values()].map((users) => ({ ...suggestionQuality(users), isAlike: beatsPopularity(users) })),
  );
  const tries = found.reduce((sum, { suggested }) => sum + suggested.tries, 0);
  const mean = (of: (one: (typeof found)[number]) => number): number =>
    found.reduce((sum, one) => sum + of(one) * one.suggested.tries, 0) / tries;
  expect(tries).toBeGreaterThan(2_000);
  // Of single roles some lose to the popular ones: people of a role use much the same features everywhere.
  expect(mean(({ suggested }) => suggested.reciprocalRank)).toBeGreaterThan(mean(({ popular }) => popular.reciprocalRank));
  expect(mean(({ suggested }) => suggested.hitRate3)).toBeGreaterThan(mean(({ popular }) => popular.hitRate3) - 0.01);
  // What is suggested: by customers alike only in roles where a few tries say that they know more, else what is popular there.
  const gained = mean(({ isAlike, suggested, popular }) => (isAlike ? suggested.reciprocalRank - popular.reciprocalRank : 0));
  expect(gained).toBeGreaterThanOrEqual(0);
});
