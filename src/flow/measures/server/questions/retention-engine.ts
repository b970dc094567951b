import { columnsOf, type RetentionCount, retentionAnswer } from '../../domain/questions/retention/retention-columns.ts';
import type { RetentionQuestion } from '../../question-contracts.ts';
import { retentionCells, retentionUnits } from '../../store/questions/retention.ts';
import { periodOfPart, type QuestionEngine, wrongPart } from './question-engine.ts';

/** Answers which share of each cohort is back later; a part names the cohort by its period, the column by its index, and who was `back` or `lost`. */
export const retentionEngine: QuestionEngine<RetentionQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseOddBrackets(question);
    if (frame.periods.length === 0) return retentionAnswer([], question, frame);
    return retentionAnswer(await run<RetentionCount>(retentionCells(scope, { question, frame })), question, frame);
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    refuseOddBrackets(question);
    const period = periodOfPart(frame, part);
    const columns = columnsOf(question, frame).length;
    if (part.index !== null && part.index >= columns) throw wrongPart('index', `The answer has ${columns} columns, counted from 0.`);
    if (part.outcome !== null && part.outcome !== 'back' && part.outcome !== 'lost')
      throw wrongPart('outcome', `Of a cohort some were back and some lost, not '${part.outcome}'.`);
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
  if (brackets.length === 0) throw wrongPart('brackets', 'Brackets are asked for, and none is named.');
  if (brackets.some(([first, last]) => first > last || last > 1_000))
    throw wrongPart('brackets', 'A bracket names its first and last period, up to 1000.');
};
