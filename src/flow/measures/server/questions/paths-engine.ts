import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { pathsAnswer } from '../../domain/questions/paths/paths-answer.ts';
import type { PathEdge, PathFollowed } from '../../domain/questions/paths/paths-reference.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import { pathCounts, pathFollowers, pathFollowerUnits, pathUnits } from '../../store/questions/paths.ts';
import { type QuestionEngine, refuseBreakdown, wrongPart } from './question-engine.ts';

/** Answers which ways lead from name to name; in a part, '' for `to` is the end of the sequence. */
export const pathsEngine: QuestionEngine<PathsQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseBreakdown(question);
    const edges = run<PathEdge>(pathCounts(scope, question, frame));
    const followed = question.follow.length === 0 ? [] : run<PathFollowed>(pathFollowers(scope, question, frame));
    return pathsAnswer(...(await Promise.all([edges, followed])), question);
  },
  units: ({ question, scope, frame }, { part: { index, from, to, outcome }, offset, limit }) => {
    if (outcome === null) return pathUnits(scope, question, { frame, part: { step: index, from, to, offset, limit } });
    if (outcome !== 'reached' && outcome !== 'dropped')
      throw wrongPart('outcome', MEASURE_SAYS.part_outcome_unknown({ outcomes: ['reached', 'dropped'], outcome }));
    const step = index ?? 0;
    if (step >= question.follow.length) throw wrongPart('index', MEASURE_SAYS.part_number_unknown({ count: question.follow.length }));
    return pathFollowerUnits(scope, question, { frame, part: { step, outcome, offset, limit } });
  },
};
