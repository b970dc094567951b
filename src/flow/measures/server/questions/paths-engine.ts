import { pathsAnswer } from '../../domain/questions/paths/paths-answer.ts';
import type { PathEdge } from '../../domain/questions/paths/paths-reference.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import { pathCounts, pathUnits } from '../../store/questions/paths.ts';
import { type QuestionEngine, refuseBreakdown } from './question-engine.ts';

/** Answers which ways lead from name to name; in a part, '' for `to` is the end of the sequence. */
export const pathsEngine: QuestionEngine<PathsQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseBreakdown(question);
    return pathsAnswer(await run<PathEdge>(pathCounts(scope, question, frame)));
  },
  units: ({ question, scope, frame }, { part: { index, from, to }, offset, limit }) =>
    pathUnits(scope, question, { frame, part: { step: index, from, to, offset, limit } }),
};
