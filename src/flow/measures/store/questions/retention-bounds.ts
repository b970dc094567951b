import { boundsOf, type QuestionFrame } from '../../domain/questions/question-frame.ts';
import { columnsOf } from '../../domain/questions/retention/retention-columns.ts';
import type { RetentionQuestion } from '../../question-contracts.ts';

/** A retention with the time that it is about. */
export interface RetentionCut {
  readonly question: RetentionQuestion;
  readonly frame: QuestionFrame;
}

/** Does only what lies in the range bring back? */
export const isCutToRange = ({ returns, onOrAfterUntil }: RetentionQuestion): boolean =>
  returns === 'on_or_after' && onOrAfterUntil === 'range';

/** The beginnings (UTC ms) of all periods that a return may lie in: those of the columns, and where `on or after` looks on, all until then. */
export const calendarBounds = ({ question, frame }: RetentionCut): readonly number[] => {
  const last = question.returns === 'bracket' ? Math.max(0, ...question.brackets.map(([, end]) => end)) : columnsOf(question, frame).length;
  let count = Math.max(1, frame.periods.length + (question.period === 'rolling' ? 0 : last));
  if (question.period === 'calendar' && question.returns === 'on_or_after')
    while ((boundsOf(frame, count).at(-1) ?? frame.asOf + 1) <= frame.asOf) count *= 2;
  const bounds = boundsOf(frame, count);
  return bounds.length === 0 ? [0] : bounds;
};
