import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { FunnelQuestion } from '../../question-contracts.ts';
import type { Bind } from '../statement.ts';

/** One way of dividing units: by the periods of their entries, by values of the breakdown, or not at all. */
export interface FunnelCut {
  readonly question: FunnelQuestion;
  readonly frame: QuestionFrame;
  /** An outcome per unit and period of entry. */
  readonly byPeriod: boolean;
  /** Only counts are asked for: an outcome may stand for `n` units that did no more than enter, of one slice, all of whom had their time or none. */
  readonly countsOnly?: boolean;
}

/** The SQL of: have those whose last entry was then had all their time? Who still has time is not yet known. Steps that are not looked for after the range have had theirs with it. */
export const isMature = (
  bind: Bind,
  { question: { observe, windowSeconds }, frame }: Pick<FunnelCut, 'question' | 'frame'>,
  lastEntry = 'last_entry',
): string =>
  observe === 'range' && frame.end <= frame.asOf
    ? 'true'
    : `${lastEntry} + ${bind('Int64', windowSeconds * 1_000)} <= ${bind('Int64', frame.asOf)}`;
