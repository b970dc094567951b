import type { Question } from '../../question-contracts.ts';
import { areHoursExact, type HourTables } from '../../store/hour-tables.ts';
import type { Asked } from './question-engine.ts';

/** Which kinds of questions the tables of hours may answer. */
const KINDS: readonly Question['kind'][] = ['trend', 'retention', 'stickiness', 'lifecycle'];

/**
 * Answers from the tables of hours while these are whole, as they were `before` the question and are `after` it; else from the facts, which are never in between. An instant
 * that is named is asked of the facts: later ones may come meanwhile.
 */
export const askByHours = async <Answer>(
  asked: Asked<Question>,
  tables: { readonly before: () => Promise<HourTables>; readonly after: () => Promise<HourTables> },
  answer: (asked: Asked<Question>) => Promise<Answer>,
): Promise<Answer> => {
  const { question, scope, frame } = asked;
  if (!KINDS.includes(question.kind) || question.asOf !== null) return answer(asked);
  const before = await tables.before();
  if (!areHoursExact(before, frame.asOf)) return answer(asked);
  const found = await answer({ ...asked, scope: { ...scope, byHours: true } });
  const after = await tables.after();
  return areHoursExact(after, frame.asOf) && after.facts >= before.facts ? found : answer(asked);
};
