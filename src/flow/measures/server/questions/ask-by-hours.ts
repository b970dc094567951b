import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '../../question-contracts.ts';
import { areHoursExact, type HourTables } from '../../store/hour-tables.ts';
import type { Asked } from './question-engine.ts';

/** Which kinds of questions the tables of hours may answer. */
const KINDS: readonly Question['kind'][] = ['trend', 'retention', 'stickiness', 'lifecycle'];

/** What the tables of hours tell, and of what is dated later than an instant (UTC ms). */
export type ReadHourTables = (asOf: number) => Promise<HourTables>;

/** The tables as they were seen before the question, what they tell now, and the time. */
export interface HoursSeen {
  readonly before: ReadHourTables;
  readonly read: ReadHourTables;
  readonly now: () => number;
}

/**
 * Answers from the tables of hours while these are whole, as they were before the question and are after it; else from the facts, which are never in between. Facts may come
 * meanwhile: a statement sees a table at one moment, with all of a fact or nothing of it. An instant that is named is asked of the facts: later ones may come meanwhile.
 */
export const askByHours = async <Answer>(
  asked: Asked<Question>,
  { before: seen, read, now }: HoursSeen,
  answer: (asked: Asked<Question>) => Promise<Answer>,
): Promise<Answer> => {
  const { question, scope, frame } = asked;
  if (!KINDS.includes(question.kind) || question.asOf !== null) return answer(asked);
  const before = await exactTables(seen, read, frame.asOf);
  if (before === null) return answer(asked);
  const found = await answer({ ...asked, scope: { ...scope, byHours: true, facts: before.facts } });
  const after = await exactTables(read, read, Math.max(now(), frame.asOf));
  return after !== null && after.facts >= before.facts ? found : answer(asked);
};

const TRIES = 5;
const PAUSE_MS = 20;

// An insert lands in one table after the other: a moment later they agree again.
const exactTables = async (first: ReadHourTables, read: ReadHourTables, asOf: number): Promise<HourTables | null> => {
  for (let tries = 1; ; tries++) {
    const tables = await (tries === 1 ? first : read)(asOf);
    if (areHoursExact(tables, asOf)) return tables;
    if (tables.isWhole || tries === TRIES) return null;
    await sleep(PAUSE_MS);
  }
};
