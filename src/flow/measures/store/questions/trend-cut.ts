import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { TrendWindow } from '../../domain/questions/trend/trend-windows.ts';
import type { Counting, EventMatch, Question } from '../../question-contracts.ts';

/** One series of a trend with the windows that it is counted in. */
export interface TrendCut {
  readonly match: EventMatch;
  readonly count: Counting;
  readonly breakdown: Question['breakdown'];
  readonly frame: Pick<QuestionFrame, 'asOf'>;
  readonly windows: readonly TrendWindow[];
}

/** Between which instants do windows count? Those that end after `asOf` end with what there is. */
export const boundsOfTrend = (windows: readonly TrendWindow[], asOf: number): readonly number[] =>
  windows.flatMap(({ start, end }) => (end === asOf + 1 ? [start] : [start, end]));
