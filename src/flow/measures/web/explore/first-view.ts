import { addDays, dateOf } from '#kernel/calendar.ts';
import type { EventMatch, Question } from '../../question-contracts.ts';
import { ANYTHING } from './draft.ts';
import { draftInView, type ExploreView } from './explore-view.ts';

/** When a kind of fact was there, in UTC ms. */
export interface Lived {
  readonly first: number;
  readonly last: number;
}

const DAYS = 365;
const PAGE_VIEW = 'page_viewed';

/**
 * Which steps does a funnel begin with while none is named? The two commonest things that people do by name, the commoner first; those that they did lately
 * are meant, as everything else on the page is. Empty where there are not two.
 */
export const tellingSteps = (
  facts: readonly { readonly event: string; readonly count: number; readonly last: number; readonly isRecord: boolean }[],
  since: number,
): readonly EventMatch[] => {
  const named = facts.filter(({ event, last, isRecord }) => !isRecord && event !== PAGE_VIEW && last >= since);
  const two = named.toSorted((a, b) => b.count - a.count).slice(0, 2);
  return two.length < 2 ? [] : two.map(({ event }) => ({ ...ANYTHING, events: [event] }));
};

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
