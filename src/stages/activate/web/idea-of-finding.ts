import type { IdeaDraft } from '#flow/measures/experiment-contracts.ts';
import type { KeeperFinding } from '../contracts.ts';
import { keyOf } from './finding-key.ts';

/** Where a finding stands open on its page. */
export const placeOfFinding = (finding: Pick<KeeperFinding, 'event' | 'feature'>, horizonDays: number): string =>
  `/activate?horizon=${horizonDays}&finding=${encodeURIComponent(keyOf(finding))}`;

/** What an idea says in the reader's language. */
export type IdeaWords = Pick<IdeaDraft, 'name' | 'hypothesis' | 'audience'>;

/**
 * Which experiment would tell whether a finding is a cause? Whole accounts are divided, as people of one decide together, and the share of them that
 * come back is suggested as the metric: staying itself is known only after the horizon.
 */
export const ideaOfFinding = (finding: KeeperFinding, horizonDays: number, words: IdeaWords): IdeaDraft => {
  const { event, feature, times, people, withinDays, effect } = finding;
  return {
    ...{ name: words.name.slice(0, 160), hypothesis: words.hypothesis, audience: words.audience, unit: 'account', status: 'idea' },
    ...{ behaviour: { event, feature, times, people, withinDays }, effect, metric: 'engage.account_retention' },
    origin: placeOfFinding(finding, horizonDays),
  };
};
