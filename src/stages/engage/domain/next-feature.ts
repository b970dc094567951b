/** An account with the features that it uses, and by what others are taken to be like it. */
export interface FeatureUser {
  readonly account: number;
  /** '' when it is not recorded; so is the industry. */
  readonly plan: string;
  readonly industry: string;
  readonly seats: number | null;
  /** How often each feature was used lately. */
  readonly uses: ReadonlyMap<string, number>;
}

/** A feature that similar successful accounts use and this one does not. */
export interface Suggestion {
  readonly feature: string;
  /** Root of the part of their use that it takes with accounts alike, weighted by how alike they are (0..1). */
  readonly score: number;
  /** The most similar accounts, how many of them use it, and which they are. */
  readonly neighbours: number;
  readonly using: number;
  readonly like: readonly number[];
  /** The features that it shares most with those who use it. */
  readonly shared: readonly string[];
}

/** Used so often within so many days, a feature is one that the account uses: not one that was looked at. */
export const ADOPTED = { times: 5, days: 90 } as const;

const NEIGHBOURS = 40;
/** Worth of the plan's average, in accounts exactly alike. */
const SHRINKAGE = 3;
/** How much more the nearest count. */
const SHARPNESS = 6;
/** A feature that fewer than this share of the accounts of a plan use is taken not to be sold with it. */
const SOLD_SHARE = 0.02;
const LEAST_OF_PLAN = 15;

/**
 * Which features would suit this account next? Those that take the largest part of the use of the successful accounts most like it (in plan, industry,
 * size and what they use), drawn towards the average of its plan (user-based collaborative filtering, weights and shrinkage as chosen by leave-one-out
 * on simulated companies). Features that its plan does not seem to have are left out.
 */
export const nextFeatures = (account: FeatureUser, successful: readonly FeatureUser[]): readonly Suggestion[] => {
  const others = successful
    .filter((one) => one.account !== account.account)
    .map((one) => ({ one, size: usesIn(one), weight: likeness(account, one) }));
  const near = [...others].sort((a, b) => b.weight - a.weight || a.one.account - b.one.account).slice(0, NEIGHBOURS);
  const samePlan = others.filter(({ one }) => one.plan === account.plan);
  const peers = samePlan.length >= LEAST_OF_PLAN ? samePlan : others;
  const total = others.reduce((sum, { weight }) => sum + weight, 0);
  const part = ({ one, size }: Weighed, feature: string): number => Math.sqrt((one.uses.get(feature) ?? 0) / size);
  return [...new Set(others.flatMap(({ one }) => [...one.uses.keys()]))]
    .filter((feature) => !account.uses.has(feature) && peers.filter(({ one }) => one.uses.has(feature)).length >= SOLD_SHARE * peers.length)
    .map((feature) => {
      const using = near.filter(({ one }) => one.uses.has(feature)).map(({ one }) => one);
      const votes = others.reduce((sum, other) => sum + other.weight * part(other, feature), 0);
      const usual = peers.reduce((sum, other) => sum + part(other, feature), 0) / peers.length;
      return {
        feature,
        score: (votes + SHRINKAGE * usual) / (total + SHRINKAGE),
        ...{ neighbours: near.length, using: using.length, like: using.slice(0, 3).map((one) => one.account) },
        shared: mostShared(account, using),
      };
    })
    .sort((a, b) => b.score - a.score || (a.feature < b.feature ? -1 : 1));
};

/** The features in the order of how many successful accounts use them, without those that the account uses: what any suggestion must beat. */
export const popularFeatures = (account: FeatureUser, successful: readonly FeatureUser[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { account: other, uses } of successful)
    if (other !== account.account) for (const feature of uses.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts]
    .filter(([feature]) => !account.uses.has(feature))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([feature]) => feature);
};

/** The most popular features as suggestions: what is said where customers alike say no more than all of them do. */
export const popularSuggestions = (account: FeatureUser, successful: readonly FeatureUser[]): readonly Suggestion[] => {
  const others = successful.filter((one) => one.account !== account.account);
  return popularFeatures(account, successful).map((feature) => {
    const using = others.filter(({ uses }) => uses.has(feature));
    return {
      ...{ feature, score: using.length / others.length, neighbours: others.length, using: using.length },
      like: using.slice(0, 3).map((one) => one.account),
      shared: [],
    };
  });
};

interface Weighed {
  readonly one: FeatureUser;
  readonly size: number;
  readonly weight: number;
}

const likeness = (one: FeatureUser, other: FeatureUser): number => {
  const inPlan = one.plan === other.plan ? 1 : 0.2;
  const inIndustry = one.industry !== '' && one.industry === other.industry ? 1 : 0.9;
  const apart = one.seats === null || other.seats === null ? 1 : Math.abs(Math.log2((1 + one.seats) / (1 + other.seats)));
  return cosine(one, other) ** SHARPNESS * inPlan * inIndustry * Math.exp(-apart / 3);
};

// Of the roots of the shares of use (Bhattacharyya's coefficient): 1 for the same mix, however much of it.
const cosine = (one: FeatureUser, other: FeatureUser): number => {
  const scale = Math.sqrt(usesIn(one) * usesIn(other));
  let product = 0;
  for (const [feature, uses] of one.uses) product += Math.sqrt(uses * (other.uses.get(feature) ?? 0));
  // Who uses nothing yet is like nobody in what it uses: plan, industry and size decide.
  return scale === 0 ? 0.5 : product / scale;
};

const usesIn = ({ uses }: FeatureUser): number => [...uses.values()].reduce((sum, value) => sum + value, 0);

const mostShared = (account: FeatureUser, others: readonly FeatureUser[]): readonly string[] =>
  [...account.uses.keys()]
    .map((feature) => ({ feature, shared: others.filter(({ uses }) => uses.has(feature)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (account.uses.get(b.feature) ?? 0) - (account.uses.get(a.feature) ?? 0))
    .slice(0, 3)
    .map(({ feature }) => feature);
