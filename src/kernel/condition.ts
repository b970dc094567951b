import { z } from 'zod';

/** How one field is compared. Dates compare as 'YYYY-MM-DD'; `within_days` and `older_than_days` look back from now, `in_next_days` ahead. */
export const OPERATORS = [
  'is',
  'is_not',
  'in',
  'not_in',
  'contains',
  'starts_with',
  'gt',
  'gte',
  'lt',
  'lte',
  'within_days',
  'older_than_days',
  'in_next_days',
  'exists',
  'missing',
] as const;
export type Operator = (typeof OPERATORS)[number];

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;

/** A question about one field of a record: `account.industry is EdTech`. */
export const FieldTest = z.object({
  field: z.string().min(1).max(120),
  op: z.enum(OPERATORS),
  value: z.union([Scalar, z.array(Scalar).max(500)]).optional(),
});
export type FieldTest = z.infer<typeof FieldTest>;

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FieldTest;

/** The one language of filters, segments, stage rules, play audiences and fit definitions. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(Condition).max(100) }).strict(),
    z.object({ any: z.array(Condition).max(100) }).strict(),
    z.object({ not: Condition }).strict(),
    FieldTest,
  ]),
);

/** The condition that everything meets. */
export const EVERYTHING: Condition = { all: [] };

export type FieldValue = string | number | boolean | null | undefined | readonly string[];

/** Does the record meet the condition? `read` gives a field's value, `now` is UTC milliseconds. A missing value meets only `missing`, `is_not` and `not_in`. */
export const holds = (condition: Condition, read: (field: string) => FieldValue, now: number): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(part, read, now));
  if ('any' in condition) return condition.any.some((part) => holds(part, read, now));
  if ('not' in condition) return !holds(condition.not, read, now);
  return testField(condition, read(condition.field), now);
};

/** The names of all fields that a condition reads, once each. */
export const fieldsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return [...new Set(condition.all.flatMap(fieldsOf))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(fieldsOf))];
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
};

/** May the same record meet this condition at one time and not at another? */
export const looksAtClock = (condition: Condition): boolean => {
  if ('all' in condition) return condition.all.some(looksAtClock);
  if ('any' in condition) return condition.any.some(looksAtClock);
  return 'not' in condition ? looksAtClock(condition.not) : isOfDays(condition);
};

const DAY = 86_400_000;

const testField = (test: FieldTest, actual: FieldValue, now: number): boolean => {
  const empty = actual === null || actual === undefined || actual === '' || (Array.isArray(actual) && actual.length === 0);
  if (test.op === 'missing') return empty;
  if (test.op === 'exists') return !empty;
  if (empty) return test.op === 'is_not' || test.op === 'not_in';
  const values = Array.isArray(actual) ? actual : [actual as Scalar];
  if (test.op === 'is_not' || test.op === 'not_in') return values.every((value) => !matches(value, test));
  if (isOfDays(test)) return values.some((value) => daysTest(test, value, now));
  return values.some((value) => matches(value, test));
};

const isOfDays = ({ op }: FieldTest): boolean => op.endsWith('_days');

const matches = (actual: Scalar, { op, value }: FieldTest): boolean => {
  if (op === 'is' || op === 'is_not' || op === 'in' || op === 'not_in') return asList(value).some((wanted) => same(actual, wanted));
  const wanted = Array.isArray(value) ? value[0] : value;
  if (wanted === undefined) return false;
  if (op === 'contains') return fold(actual).includes(fold(wanted));
  if (op === 'starts_with') return fold(actual).startsWith(fold(wanted));
  const order = compare(actual, wanted);
  if (Number.isNaN(order)) return false;
  return op === 'gt' ? order > 0 : op === 'gte' ? order >= 0 : op === 'lt' ? order < 0 : order <= 0;
};

// A date without a time counts from its own midnight UTC: a day's slack at the edge is the caller's zone, not ours to guess.
const daysTest = ({ op, value }: FieldTest, actual: Scalar, now: number): boolean => {
  const days = Number(Array.isArray(value) ? value[0] : value);
  const at = typeof actual === 'number' ? actual : Date.parse(String(actual));
  if (Number.isNaN(at) || Number.isNaN(days)) return false;
  if (op === 'within_days') return at <= now && at >= now - days * DAY;
  if (op === 'older_than_days') return at < now - days * DAY;
  return at >= now - DAY && at <= now + days * DAY;
};

const asList = (value: FieldTest['value']): readonly Scalar[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const fold = (value: Scalar): string => String(value).toLowerCase();
const same = (a: Scalar, b: Scalar): boolean =>
  typeof a === 'number' || typeof b === 'number' ? Number(a) === Number(b) : fold(a) === fold(b);
const compare = (a: Scalar, b: Scalar): number => {
  if (typeof b === 'number') return Number(a) - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
};
