import { defaultStringifySearch } from '@tanstack/react-router';
import type { SavedQuestion } from '../../../board-contracts.ts';
import { draftInView, type Period } from '../explore-view.ts';

/** Where a saved question stands open in the explorer, for its own period or another. */
export const savedPlace = (saved: Pick<SavedQuestion, 'id' | 'question' | 'period' | 'look'>, period: Period = saved.period): string => {
  const { q } = draftInView(saved.question);
  return `/explore${defaultStringifySearch({ q, ...period, look: saved.look, saved: saved.id })}`;
};
