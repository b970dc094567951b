import { AppError } from '#kernel/app-error.ts';
import type { Said } from '#kernel/saying.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { Answer, AnswerPart, Question } from '../../question-contracts.ts';
import type { FactScope } from '../../store/questions/unit-facts.ts';
import type { Statement } from '../../store/statement.ts';
import type { NameMemory } from './name-memory.ts';

/** A question with the facts and the time that it is about. */
export interface Asked<Q extends Question> {
  readonly question: Q;
  readonly scope: FactScope;
  readonly frame: QuestionFrame;
  /** What earlier questions found; without it each asks anew. */
  readonly names?: NameMemory;
}

/** Runs a statement: who asks decides how it is counted, cancelled and shown. */
export type Run = <Row>(statement: Statement) => Promise<readonly Row[]>;

/** Which page of the units behind a part of an answer? */
export interface UnitsPage {
  readonly part: AnswerPart;
  readonly offset: number;
  readonly limit: number;
}

/** One kind of question: its answer, and the statement of the units behind a part of it, with columns (unit, at, value). */
export interface QuestionEngine<Q extends Question> {
  answer(run: Run, asked: Asked<Q>): Promise<Answer>;
  units(asked: Asked<Q>, page: UnitsPage): Statement;
}

/** The index of the period that a part names; null when it names none. */
export const periodOfPart = ({ periods }: QuestionFrame, { period }: AnswerPart): number | null => {
  if (period === null) return null;
  const index = periods.findIndex(({ label }) => label === period);
  if (index < 0) throw wrongPart('period', MEASURE_SAYS.part_period_unknown({ period }));
  return index;
};

/** Says that an answer has no such part. */
export const wrongPart = (field: string, said: Said): AppError =>
  new AppError('invalid', said, { fields: [{ field: `part.${field}`, code: 'unknown_part', said }] });

/** Refuses a breakdown where an answer has no slices: a filter answers the same for one value. */
export const refuseBreakdown = ({ breakdown, kind }: Question): void => {
  if (breakdown === null) return;
  const said = MEASURE_SAYS.answer_not_divisible({ kind, field: breakdown.field });
  throw new AppError('invalid', said, { fields: [{ field: 'question.breakdown', code: 'no_breakdown', said }] });
};
