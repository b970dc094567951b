import { addDays, isDate, startOfDate } from '#kernel/calendar.ts';
import type { Condition, FieldTest, Scalar } from '#kernel/condition.ts';
import { fieldOf, kindOf, type ListField } from './condition-fields.ts';

export interface ConditionProblem {
  readonly field: string;
  readonly code: 'unknown_field' | 'needs_money' | 'needs_number' | 'needs_date' | 'needs_days';
  readonly value: string;
}

export interface ConditionReader {
  readonly fields: ReadonlyMap<string, ListField>;
  readonly mayMoney: boolean;
}

/** What is wrong with the tests of a condition, for a reader with these fields? Nothing when the list is empty. */
export const conditionProblems = (condition: Condition, reader: ConditionReader): readonly ConditionProblem[] =>
  testsOf(condition).flatMap((test) => problemOf(test, reader) ?? []);

const problemOf = (test: FieldTest, { fields, mayMoney }: ConditionReader): ConditionProblem | null => {
  const field = fieldOf(fields, test.field);
  const wrong = (code: ConditionProblem['code'], value: Scalar = ''): ConditionProblem => ({
    field: test.field,
    code,
    value: String(value),
  });
  if (field === null) return wrong('unknown_field');
  // What may not be seen may not be guessed by narrowing either.
  if (field.type === 'money' && !mayMoney) return wrong('needs_money');
  if (test.op === 'exists' || test.op === 'missing') return null;
  const values = valuesOf(test);
  if (test.op.endsWith('_days')) {
    const bad = values.length === 0 ? '' : values.find((value) => value === '' || Number.isNaN(Number(value)));
    return bad === undefined ? null : wrong('needs_days', bad);
  }
  if (LETTERS.has(test.op)) return null;
  const kind = kindOf(field);
  const bad = values.find((value) =>
    kind === 'number' ? numberOf(value) === null : kind === 'instant' && instantsOf(value, 'UTC') === null,
  );
  return bad === undefined ? null : wrong(kind === 'number' ? 'needs_number' : 'needs_date', bad);
};

/**
 * The condition with values in the form that its fields hold: numbers written as text become numbers, and an instant that is compared
 * with a date is compared with the local day in `zone` ("on or before 31 January" holds until that day is over). For conditions without problems.
 */
export const settledCondition = (condition: Condition, fields: ReadonlyMap<string, ListField>, zone: string): Condition => {
  if ('all' in condition) return { all: condition.all.map((part) => settledCondition(part, fields, zone)) };
  if ('any' in condition) return { any: condition.any.map((part) => settledCondition(part, fields, zone)) };
  if ('not' in condition) return { not: settledCondition(condition.not, fields, zone) };
  const field = fieldOf(fields, condition.field);
  if (field === null || LETTERS.has(condition.op) || condition.op.endsWith('_days') || condition.value === undefined) return condition;
  const kind = kindOf(field);
  if (kind === 'number') return { ...condition, value: mapValue(condition.value, (value) => numberOf(value) ?? value) };
  return kind === 'instant' ? settledInstant(condition, zone) : condition;
};

const settledInstant = ({ field, op, value }: FieldTest, zone: string): Condition => {
  const spans = (Array.isArray(value) ? value : [value as Scalar]).flatMap((one) => instantsOf(one, zone) ?? []);
  const inside: Condition = {
    any: spans.map((span) => ({
      all: [
        { field, op: 'gte', value: span.from },
        { field, op: 'lt', value: span.to },
      ],
    })),
  };
  if (op === 'is' || op === 'in') return inside;
  // A missing instant is inside of nothing, so it meets `is_not`, as everywhere.
  if (op === 'is_not' || op === 'not_in') return { not: inside };
  const [span] = spans;
  if (!span) return { any: [] };
  if (op === 'gt') return { field, op: 'gte', value: span.to };
  if (op === 'lte') return { field, op: 'lt', value: span.to };
  return { field, op, value: span.from };
};

const LETTERS: ReadonlySet<FieldTest['op']> = new Set(['contains', 'starts_with', 'exists', 'missing']);

/** From the first instant of what is named up to the first one after it (UTC ms). */
interface Span {
  readonly from: number;
  readonly to: number;
}

const instantsOf = (value: Scalar, zone: string): Span | null => {
  if (typeof value === 'string' && isDate(value)) return { from: startOfDate(value, zone), to: startOfDate(addDays(value, 1), zone) };
  const at = typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : Date.parse(value)) : Number(value);
  return typeof value === 'boolean' || !Number.isFinite(at) ? null : { from: at, to: at + 1 };
};

const numberOf = (value: Scalar): number | null => {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  return typeof value === 'boolean' || !Number.isFinite(number) ? null : number;
};

const testsOf = (condition: Condition): readonly FieldTest[] => {
  if ('all' in condition) return condition.all.flatMap(testsOf);
  if ('any' in condition) return condition.any.flatMap(testsOf);
  return 'not' in condition ? testsOf(condition.not) : [condition];
};

const valuesOf = ({ value }: FieldTest): readonly Scalar[] => (Array.isArray(value) ? value : value === undefined ? [] : [value as Scalar]);
const mapValue = (value: NonNullable<FieldTest['value']>, map: (one: Scalar) => Scalar): NonNullable<FieldTest['value']> =>
  Array.isArray(value) ? value.map(map) : map(value as Scalar);
