import { defaultStringifySearch } from '@tanstack/react-router';
import type { SavedQuestion } from '../../../board-contracts.ts';
import { draftInView, type ExploreView, type Period } from '../explore-view.ts';

/** Where a saved question stands open in the explorer, for its own period or another. */
export const savedPlace = (saved: Pick<SavedQuestion, 'id' | 'question' | 'period' | 'look'>, period: Period = saved.period): string => {
  return `/explore${defaultStringifySearch(savedView(saved, period))}`;
};

/** The view of the explorer in which a saved question stands open. */
export const savedView = (
  saved: Pick<SavedQuestion, 'id' | 'question' | 'period' | 'look'>,
  period: Period = saved.period,
): Period & Pick<ExploreView, 'q' | 'look' | 'saved'> => ({
  ...period,
  q: draftInView(saved.question).q,
  look: saved.look,
  saved: saved.id,
});
