import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { type ActivesChange, activesPoints, MONTH_DAYS } from '../../domain/questions/stickiness/actives-points.ts';
import { activesAnswer, distributionAnswer } from '../../domain/questions/stickiness/stickiness-answer.ts';
import type { StickinessCount } from '../../domain/questions/stickiness/stickiness-reference.ts';
import type { StickinessQuestion } from '../../question-contracts.ts';
import { activesChanges, activeUnits } from '../../store/questions/actives.ts';
import { stickinessCounts, stickinessUnits } from '../../store/questions/stickiness.ts';
import { periodOfPart, type QuestionEngine, refuseBreakdown, wrongPart } from './question-engine.ts';

/** Answers in how many intervals units were active, or how many are on a day, in 7 and in 28 days (parts with the index 0, 1 and 2). */
export const stickinessEngine: QuestionEngine<StickinessQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    if (question.view === 'distribution') {
      return distributionAnswer(await run<StickinessCount>(stickinessCounts(scope, question, frame)), question, frame);
    }
    refuseBreakdown(question);
    const changes = await run<ActivesChange>(activesChanges(scope, question, frame));
    return activesAnswer(activesPoints(changes, frame, question.weekdaysOnly), frame);
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    if (question.view === 'distribution') {
      return stickinessUnits(scope, question, { frame, part: { slice: part.slice, intervals: part.index, offset, limit } });
    }
    return activeUnits(scope, question, { ...windowOf(frame, periodOfPart(frame, part), part.index ?? 2), offset, limit });
  },
};

const windowOf = (frame: QuestionFrame, period: number | null, index: number): { readonly from: number; readonly to: number } => {
  const days = [1, 7, MONTH_DAYS][index];
  if (period === null) throw wrongPart('period', MEASURE_SAYS.part_period_missing());
  if (days === undefined) throw wrongPart('index', MEASURE_SAYS.part_window_unknown());
  const last = dateOf(frame.periods[period]!.end - 1, frame.zone);
  const from = startOfDate(addDays(last, 1 - days), frame.zone);
  return { from, to: Math.min(startOfDate(addDays(last, 1), frame.zone), frame.end) };
};
