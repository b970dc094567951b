import { type QuestionFrame, questionFrame } from '../../../domain/questions/question-frame.ts';
import type { QuestionWorld } from '../../../domain/questions/question-world.ts';
import type { Question } from '../../../question-contracts.ts';
import type { FactScope } from '../unit-facts.ts';

/** The frame of a question that names its zone and its as-of. */
export const frameOf = ({ range, interval, timeZone, asOf }: Question, weekStart: 1 | 7 = 1): QuestionFrame =>
  questionFrame({ range, interval, zone: timeZone!, weekStart, asOf: asOf! });

/** The scope of a question to the facts of a workspace; by hours only where all was known and had happened. */
export const scopeOf = (world: QuestionWorld, { unit, filter, asOf }: Question, ws: number, byHours = false): FactScope => ({
  ws,
  byHours,
  facts: world.facts.length,
  isAllKnown: byHours,
  isNobodyMerged: world.belongs.size + world.stands.size === 0,
  asOf: asOf!,
  unit,
  filter,
  outside: world.outside,
});

/** The same with rows in one order, numbers as numbers and fractions to nine digits: engines and references add in different orders. */
export const rounded = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))), plain)).sort();

// A little more of each, so that one that ends in a 5 after nine digits is not rounded up here and down there.
const plain = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number((value * (1 + 3e-12)).toPrecision(9)) : value);
