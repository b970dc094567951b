import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { columnsOf, type RetentionCount, retentionAnswer } from '../../domain/questions/retention/retention-columns.ts';
import type { RetentionQuestion } from '../../question-contracts.ts';
import { retentionCells, retentionUnits } from '../../store/questions/retention.ts';
import { isVague } from '../../store/questions/retention-marks.ts';
import { periodOfPart, type QuestionEngine, wrongPart } from './question-engine.ts';

/** Answers which share of each cohort is back later; a part names the cohort by its period, the column by its index, and who was `back` or `lost`. */
export const retentionEngine: QuestionEngine<RetentionQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseOddBrackets(question);
    if (frame.periods.length === 0) return retentionAnswer([], question, frame);
    const counted = await run<RetentionCount>(retentionCells(scope, { question, frame }));
    const { facts: _, ...apart } = scope;
    return retentionAnswer(
      isVague(counted) ? await run<RetentionCount>(retentionCells(apart, { question, frame })) : counted,
      question,
      frame,
    );
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    refuseOddBrackets(question);
    const period = periodOfPart(frame, part);
    const columns = columnsOf(question, frame).length;
    if (part.index !== null && part.index >= columns) throw wrongPart('index', MEASURE_SAYS.part_number_unknown({ count: columns }));
    if (part.outcome !== null && part.outcome !== 'back' && part.outcome !== 'lost')
      throw wrongPart('outcome', MEASURE_SAYS.part_outcome_unknown({ outcomes: ['back', 'lost'], outcome: part.outcome }));
    const cohort = period === null ? null : period + 1;
    return retentionUnits(
      scope,
      { question, frame },
      { cohort, column: part.index, isBack: part.outcome !== 'lost', slice: part.slice, offset, limit },
    );
  },
};

const refuseOddBrackets = ({ returns, brackets }: RetentionQuestion): void => {
  if (returns !== 'bracket') return;
  if (brackets.length === 0) throw wrongPart('brackets', MEASURE_SAYS.brackets_missing());
  if (brackets.some(([first, last]) => first > last || last > 1_000)) throw wrongPart('brackets', MEASURE_SAYS.brackets_reversed());
};
