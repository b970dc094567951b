import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { pathsAnswer } from '../../domain/questions/paths/paths-answer.ts';
import type { PathEdge, PathFollowed } from '../../domain/questions/paths/paths-reference.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import { areAll, hasNumbers, isVague, numberedPathCounts, pathNames } from '../../store/questions/path-numbers.ts';
import { pathCounts, pathFollowers, pathFollowerUnits, pathUnits } from '../../store/questions/paths.ts';
import { type Asked, type QuestionEngine, type Run, refuseBreakdown, wrongPart } from './question-engine.ts';

/** Answers which ways lead from name to name; in a part, '' for `to` is the end of the sequence. */
export const pathsEngine: QuestionEngine<PathsQuestion> = {
  answer: async (run, { question, scope, frame, names }) => {
    refuseBreakdown(question);
    const edges = edgesOf(run, { question, scope, frame, ...(names && { names }) });
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

// A name that is told of between the two statements is not seen: it is news, and the next time that the question is asked it has another answer.
const edgesOf = async (run: Run, { question, scope, frame, names: memory }: Asked<PathsQuestion>): Promise<readonly PathEdge[]> => {
  if (!hasNumbers(question)) return run<PathEdge>(pathCounts(scope, question, frame));
  const counted = (names: readonly string[], isOld: boolean, isWide: boolean): Promise<readonly PathEdge[]> =>
    run<PathEdge>(numberedPathCounts(scope, question, { frame, names, isOld, isWide }));
  const key = JSON.stringify([scope.ws, question.name, question.match]);
  const old = memory?.of(key) ?? null;
  const first = old === null ? null : await counted(old, true, false);
  if (first !== null && !isVague(first)) return first;
  const [found] = await run<{ readonly names: readonly string[] }>(pathNames(scope, question, frame));
  const names = found?.names ?? [];
  if (!areAll(names)) return run<PathEdge>(pathCounts(scope, question, frame));
  const all = [...new Set([...(old ?? []), ...names])];
  memory?.keep(key, areAll(all) ? all : names);
  // Where the old names told of all, it is the ids that are too short.
  const isTooShort = first !== null && all.length === old?.length;
  const narrow = isTooShort ? first : await counted(names, false, false);
  return isVague(narrow) ? counted(names, false, true) : narrow;
};
