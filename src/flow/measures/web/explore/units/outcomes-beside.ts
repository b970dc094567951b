import type { AnswerPart, Question } from '../../../question-contracts.ts';

export type Outcome = 'reached' | 'dropped' | 'open' | 'back' | 'lost' | 'eligible';

/** Which outcomes share the place of this part, that one can be looked at after the other: back or not, got to a step, stopped or may still go on. None where there is but one. */
export const outcomesBeside = (question: Question, { index, outcome }: AnswerPart): readonly Outcome[] => {
  switch (question.kind) {
    case 'funnel':
      return question.view !== 'times' && (index ?? 0) < question.steps.length - 1 ? ['reached', 'dropped', 'open'] : [];
    case 'retention':
      return index === null ? [] : ['back', 'lost'];
    case 'paths':
      return outcome !== null && (index ?? 0) < question.follow.length - 1 ? ['reached', 'dropped'] : [];
    case 'adoption':
      return ['reached', 'dropped', 'eligible'];
    default:
      return [];
  }
};
