import type { Condition, FieldTest, Scalar } from '#kernel/condition.ts';

/** A piece of ClickHouse SQL with the parameters that it binds. */
export interface BoundSql {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Properties that the event store keeps in columns of their own. */
const COLUMNS: ReadonlySet<string> = new Set(['feature', 'path', 'channel']);

/**
 * Which facts meet the condition? As `holds` over a fact's properties, all of which are texts, with `now` the instant of the fact. Never null. Two
 * differences at the edge: letters are folded by Unicode's simple rules, and only decimal numbers are numbers.
 */
export const factCondition = (condition: Condition, prefix: string): BoundSql => {
  const params: Record<string, unknown> = {};
  const bind = (value: unknown, type: string): string => {
    const name = `${prefix}${Object.keys(params).length}`;
    params[name] = value;
    return `{${name}:${type}}`;
  };
  return { sql: sqlOf(condition, bind), params };
};

/** The text of a property, '' when the fact has none. */
export const propertyText = (field: string, bind: (value: string) => string): string =>
  COLUMNS.has(field) ? field : `props[${bind(field)}]`;

type Bind = (value: unknown, type: string) => string;

const sqlOf = (condition: Condition, bind: Bind): string => {
  if ('all' in condition) return joined(condition.all, 'and', bind);
  if ('any' in condition) return joined(condition.any, 'or', bind);
  if ('not' in condition) return `not ${sqlOf(condition.not, bind)}`;
  return testOf(condition, bind);
};

const joined = (parts: readonly Condition[], word: 'and' | 'or', bind: Bind): string =>
  parts.length === 0 ? (word === 'and' ? 'true' : 'false') : `(${parts.map((part) => sqlOf(part, bind)).join(` ${word} `)})`;

const testOf = (test: FieldTest, bind: Bind): string => {
  const text = propertyText(test.field, (field) => bind(field, 'String'));
  if (test.op === 'missing') return `${text} = ''`;
  if (test.op === 'exists') return `${text} != ''`;
  if (test.op === 'is_not' || test.op === 'not_in') return `not (${text} != '' and ${isOneOf(text, test, bind)})`;
  return `(${text} != '' and ${matchOf(text, test, bind)})`;
};

const matchOf = (text: string, test: FieldTest, bind: Bind): string => {
  if (test.op === 'is' || test.op === 'in') return isOneOf(text, test, bind);
  const [wanted] = valuesOf(test);
  if (wanted === undefined) return 'false';
  if (test.op.endsWith('_days')) return daysOf(text, test, bind);
  const folded = `lowerUTF8(${bind(String(wanted), 'String')})`;
  if (test.op === 'contains') return `position(lowerUTF8(${text}), ${folded}) > 0`;
  if (test.op === 'starts_with') return `startsWith(lowerUTF8(${text}), ${folded})`;
  const sign = { gt: '>', gte: '>=', lt: '<', lte: '<=' }[test.op as 'gt' | 'gte' | 'lt' | 'lte'];
  return typeof wanted === 'number'
    ? `ifNull(${numberOf(text)} ${sign} ${bind(wanted, 'Float64')}, false)`
    : `${text} ${sign} ${bind(String(wanted), 'String')}`;
};

const isOneOf = (text: string, test: FieldTest, bind: Bind): string => {
  const tests = valuesOf(test).map((wanted) =>
    typeof wanted === 'number'
      ? `ifNull(${numberOf(text)} = ${bind(wanted, 'Float64')}, false)`
      : `lowerUTF8(${text}) = lowerUTF8(${bind(String(wanted), 'String')})`,
  );
  return tests.length === 0 ? 'false' : `(${tests.join(' or ')})`;
};

const daysOf = (text: string, test: FieldTest, bind: Bind): string => {
  const days = Number(valuesOf(test)[0]);
  if (Number.isNaN(days)) return 'false';
  const then = `parseDateTime64BestEffortOrNull(${text}, 3, 'UTC')`;
  const back = `at - toIntervalMillisecond(${bind(Math.round(days * DAY_MS), 'Int64')})`;
  if (test.op === 'within_days') return `ifNull(${then} <= at and ${then} >= ${back}, false)`;
  if (test.op === 'older_than_days') return `ifNull(${then} < ${back}, false)`;
  const ahead = `at + toIntervalMillisecond(${bind(Math.round(days * DAY_MS), 'Int64')})`;
  return `ifNull(${then} >= at - toIntervalMillisecond(${DAY_MS}) and ${then} <= ${ahead}, false)`;
};

const DAY_MS = 86_400_000;
const numberOf = (text: string): string => `toFloat64OrNull(trim(${text}))`;
const valuesOf = ({ value }: FieldTest): readonly Scalar[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
