import { ratio } from '#kernel/interval.ts';
import type { AdoptionQuestion, Answer } from '../../../question-contracts.ts';
import { share } from '../../figure.ts';
import type { AdoptionCount } from './adoption-reference.ts';

/** Of each feature: which share of those who may use it did, and how often on average? No share where nobody may. */
export function adoptionAnswer(rows: readonly AdoptionCount[], { features }: AdoptionQuestion): Answer {
  return {
    kind: 'adoption',
    features: features.map(({ label }, index) => {
      const { eligible, using, facts } = rows.find(({ feature }) => feature === index) ?? { eligible: 0, using: 0, facts: 0 };
      return { label, share: share(using, eligible), facts, depth: ratio(facts, using) };
    }),
  };
}
