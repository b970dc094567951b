import type { Answer, AnswerPart, Question, QuestionResult } from '../../../question-contracts.ts';
import type { Look } from '../explore-view.ts';

export type AnswerOf<Kind extends Question['kind']> = Extract<Answer, { kind: Kind }>;
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** What every picture of an answer is given. */
export interface AnswerProps<Kind extends Question['kind']> {
  readonly question: QuestionOf<Kind>;
  readonly answer: AnswerOf<Kind>;
  readonly result: QuestionResult;
  readonly look: Look;
  /** Opens the units behind a part. */
  readonly onOpen: (part: Partial<AnswerPart>) => void;
  /** Where the units behind a part stand open. */
  readonly placeOf: (part: Partial<AnswerPart>) => string;
  /** Asks another question instead. */
  readonly onAsk: (draft: Question) => void;
}
