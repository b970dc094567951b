import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { FunnelQuestion } from '../../question-contracts.ts';

/** One way of dividing units: by the periods of their entries, by values of the breakdown, or not at all. */
export interface FunnelCut {
  readonly question: FunnelQuestion;
  readonly frame: QuestionFrame;
  /** An outcome per unit and period of entry. */
  readonly byPeriod: boolean;
}
