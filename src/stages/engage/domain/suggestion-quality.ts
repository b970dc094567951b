import { type FeatureUser, nextFeatures, popularFeatures } from './next-feature.ts';

/** How well a hidden feature is found again: share of times among the first three, and the mean of 1 ÷ its place. */
export interface Quality {
  readonly tries: number;
  readonly hitRate3: number;
  readonly reciprocalRank: number;
}

/**
 * How good are the suggestions? Each feature that a successful account uses is hidden once and looked for among what is suggested for the account without
 * it; beside that the same for the most popular features. Zeros without any account that uses two. Only the accounts `tried` are looked at: all of them
 * unless said.
 */
export const suggestionQuality = (
  successful: readonly FeatureUser[],
  tried: readonly FeatureUser[] = successful,
): { readonly suggested: Quality; readonly popular: Quality } => {
  const places = tried.flatMap((account) =>
    account.uses.size < 2
      ? []
      : [...account.uses.keys()].map((hidden) => {
          const uses = new Map([...account.uses].filter(([feature]) => feature !== hidden));
          const without = { ...account, uses };
          return {
            suggested: nextFeatures(without, successful).findIndex(({ feature }) => feature === hidden),
            popular: popularFeatures(without, successful).indexOf(hidden),
          };
        }),
  );
  return { suggested: qualityOf(places.map(({ suggested }) => suggested)), popular: qualityOf(places.map(({ popular }) => popular)) };
};

const MOST_COMPARED = 200;
const MOST_TRIED = 25;

/** Do suggestions by customers alike find hidden features sooner than popularity does? Tried on a few accounts spread evenly over some: a tenth of a second. */
export const beatsPopularity = (successful: readonly FeatureUser[]): boolean => {
  const some = successful.slice(0, MOST_COMPARED);
  const step = Math.max(1, Math.floor(some.length / MOST_TRIED));
  const { suggested, popular } = suggestionQuality(
    some,
    some.filter((_, index) => index % step === 0),
  );
  return suggested.reciprocalRank > popular.reciprocalRank;
};

const qualityOf = (places: readonly number[]): Quality => {
  const tries = places.length;
  const mean = (value: (place: number) => number): number =>
    tries === 0 ? 0 : places.reduce((sum, place) => sum + (place < 0 ? 0 : value(place)), 0) / tries;
  return { tries, hitRate3: mean((place) => (place < 3 ? 1 : 0)), reciprocalRank: mean((place) => 1 / (place + 1)) };
};
