import { ratio } from '#kernel/interval.ts';
import type { Answer, StickinessQuestion } from '../../../question-contracts.ts';
import { marked } from '../../figure.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { slicesInOrder } from '../slices-in-order.ts';
import type { ActivesPoint } from './actives-reference.ts';
import type { StickinessCount } from './stickiness-reference.ts';

type StickinessAnswer = Extract<Answer, { kind: 'stickiness' }>;

/** How many units were active in 1, 2, 3 … intervals of the range; in at least so many when the question is cumulative? */
export function distributionAnswer(rows: readonly StickinessCount[], question: StickinessQuestion, frame: QuestionFrame): StickinessAnswer {
  const intervals = Math.ceil(frame.periods.length / question.intervalCount);
  const distribution = slicesInOrder(rows, question, ({ units }) => units).map(([key, own]) => {
    const exact = Array.from({ length: intervals }, (_, k) => own.find((row) => row.intervals === k + 1)?.units ?? 0);
    const atLeast = exact.map((_, k) => exact.slice(k).reduce((sum, units) => sum + units, 0));
    return { key, counts: question.cumulative ? atLeast : exact };
  });
  return { kind: 'stickiness', distribution, actives: null };
}

/** Actives of a day, 7 and 28 days, and which share of those of 28 days the mean day of them has; marked while the period is not over. */
export function activesAnswer(points: readonly ActivesPoint[], { periods }: QuestionFrame): StickinessAnswer {
  const isOver = new Map(periods.map(({ label, complete }) => [label, complete]));
  const actives = points.map(({ period, day, week, month, dailies, days }) => ({
    ...{ period, day, week, month },
    ratio: marked(ratio(dailies / days, month), isOver.get(period)!),
  }));
  return { kind: 'stickiness', distribution: null, actives };
}
