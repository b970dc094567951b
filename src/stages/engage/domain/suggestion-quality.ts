import { type FeatureUser, nextFeatures, popularFeatures } from './next-feature.ts';

/** How well a hidden feature is found again: share of times among the first three, and the mean of 1 ÷ its place. */
export interface Quality {
  readonly tries: number;
  readonly hitRate3: number;
  readonly reciprocalRank: number;
}

/**
 * How good are the suggestions? Each feature that a successful account uses is hidden once and looked for among what is suggested for the account without
 * it; beside that the same for the most popular features. Zeros without any account that uses two.
 */
export const suggestionQuality = (successful: readonly FeatureUser[]): { readonly suggested: Quality; readonly popular: Quality } => {
  const places = successful.flatMap((account) =>
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

const qualityOf = (places: readonly number[]): Quality => {
  const tries = places.length;
  const mean = (value: (place: number) => number): number =>
    tries === 0 ? 0 : places.reduce((sum, place) => sum + (place < 0 ? 0 : value(place)), 0) / tries;
  return { tries, hitRate3: mean((place) => (place < 3 ? 1 : 0)), reciprocalRank: mean((place) => 1 / (place + 1)) };
};
