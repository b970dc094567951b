import { addDays, dateOf } from '#kernel/calendar.ts';
import type { Question } from '../../question-contracts.ts';
import { draftInView, type ExploreView } from './explore-view.ts';

/** When a kind of fact was there, in UTC ms. */
export interface Lived {
  readonly first: number;
  readonly last: number;
}

const DAYS = 365;

/**
 * Where is there something, for somebody who has opened the explorer and found nothing? In the last year of the commonest fact; where that is looked
 * at already, at accounts, since files of usage often name no person. Null where neither helps.
 */
export const viewWithSomething = (question: Question, { first, last }: Lived, timeZone: string): Partial<ExploreView> | null => {
  const [firstDay, lastDay] = [dateOf(first, timeZone), dateOf(last, timeZone)];
  if (lastDay < question.range.from) {
    const yearBefore = addDays(lastDay, 1 - DAYS);
    return { preset: 'custom', from: [firstDay, yearBefore].toSorted()[1], to: lastDay };
  }
  return question.unit === 'person' ? draftInView({ ...question, unit: 'account' }) : null;
};
