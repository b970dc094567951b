import type { Condition, FieldTest, Scalar } from '#kernel/condition.ts';
import { sql } from '#platform/postgres.ts';
import type { Column, Sql } from './columns.ts';

const DAY = 86_400_000;

export interface ConditionScene {
  /** How a field is read; it exists. */
  readonly column: (field: string) => Column;
  /** UTC ms, for tests that look back or ahead. */
  readonly now: number;
}

/**
 * Which rows meet the condition? As `holds` of kernel/condition, never null. Two differences at the edge: letters are folded by the database's
 * `lower`, and of texts only decimal numbers are numbers and only ISO dates are dates.
 */
export const conditionSql = (condition: Condition, scene: ConditionScene): Sql => {
  if ('all' in condition) return joined(condition.all, 'and', scene);
  if ('any' in condition) return joined(condition.any, 'or', scene);
  if ('not' in condition) return sql`not ${conditionSql(condition.not, scene)}`;
  return testSql(condition, scene);
};

const joined = (parts: readonly Condition[], word: 'and' | 'or', scene: ConditionScene): Sql => {
  if (parts.length === 0) return word === 'and' ? sql`true` : sql`false`;
  const tests = parts.map((part) => conditionSql(part, scene));
  return sql`(${sql.join(tests, word === 'and' ? sql` and ` : sql` or `)})`;
};

const testSql = (test: FieldTest, { column: columnOf, now }: ConditionScene): Sql => {
  const column = columnOf(test.field);
  const empty = column.kind === 'text' || column.kind === 'custom' ? sql`coalesce(${column.text}, '') = ''` : sql`${column.number} is null`;
  if (test.op === 'missing') return sql`(${empty})`;
  if (test.op === 'exists') return sql`(not ${empty})`;
  if (test.op === 'is_not' || test.op === 'not_in') return sql`(${empty} or not ${isOneOf(test, column)})`;
  // What is there compares with numbers and letters for certain; only a text may turn out to be no number or no date.
  const match = matchOf(test, column, now);
  return column.kind === 'number' || column.kind === 'instant'
    ? sql`(not ${empty} and ${match})`
    : sql`(not ${empty} and coalesce(${match}, false))`;
};

const matchOf = (test: FieldTest, column: Column, now: number): Sql => {
  if (test.op === 'is' || test.op === 'in') return isOneOf(test, column);
  const [wanted] = valuesOf(test);
  if (test.op.endsWith('_days')) return daysSql(test, column, now);
  if (wanted === undefined) return sql`false`;
  const letters = sql`lower(${String(wanted)}::text)`;
  if (test.op === 'contains') return sql`strpos(lower(${column.text}), ${letters}) > 0`;
  if (test.op === 'starts_with') return sql`starts_with(lower(${column.text}), ${letters})`;
  const sign = SIGNS[test.op as keyof typeof SIGNS];
  if (typeof wanted === 'number') return sql`${numberOf(column)} ${sign} ${wanted}::float8`;
  return sql`${column.text} collate "C" ${sign} ${String(wanted)}::text`;
};

const isOneOf = (test: FieldTest, column: Column): Sql => {
  const tests = valuesOf(test).map((wanted) => isSame(column, wanted));
  return tests.length === 0 ? sql`false` : sql`coalesce(${sql.join(tests, sql` or `)}, false)`;
};

// A number on either side makes it a comparison of numbers.
const isSame = (column: Column, wanted: Scalar): Sql => {
  const number = Number(wanted);
  const asNumber = Number.isNaN(number) ? sql`false` : sql`${numberOf(column)} = ${number}::float8`;
  if (typeof wanted === 'number' || column.kind === 'number' || column.kind === 'instant') return asNumber;
  const asText = sql`lower(${column.text}) = lower(${String(wanted)}::text)`;
  return column.json ? sql`case when jsonb_typeof(${column.json}) = 'number' then ${asNumber} else ${asText} end` : asText;
};

const daysSql = (test: FieldTest, column: Column, now: number): Sql => {
  const days = Number(valuesOf(test)[0]);
  if (Number.isNaN(days)) return sql`false`;
  const at = instantOf(column);
  const ms = (value: number) => sql`${value}::float8`;
  if (test.op === 'within_days') return sql`${at} between ${ms(now - days * DAY)} and ${ms(now)}`;
  if (test.op === 'older_than_days') return sql`${at} < ${ms(now - days * DAY)}`;
  return sql`${at} between ${ms(now - DAY)} and ${ms(now + days * DAY)}`;
};

const numberOf = ({ kind, text, number, json }: Column): Sql => {
  const ofText = sql`case when ${text} ~ ${DECIMAL} then (${text})::float8 end`;
  if (json)
    return sql`case jsonb_typeof(${json}) when 'number' then (${json})::float8 when 'boolean' then (${json})::boolean::int::float8 else ${ofText} end`;
  return kind === 'number' || kind === 'instant' ? (number ?? ofText) : ofText;
};

// A date without a time counts from its own midnight UTC, as in `holds`; 30 February is no date.
const instantOf = ({ text, number, json }: Column): Sql => {
  if (number) return number;
  const ofText = sql`case when ${text} ~ ${ISO} and pg_input_is_valid(${text}, 'timestamptz') then extract(epoch from (${text})::timestamptz)::float8 * 1000 end`;
  return json ? sql`case when jsonb_typeof(${json}) = 'number' then (${text})::float8 else ${ofText} end` : ofText;
};

const SIGNS = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const;
const DECIMAL = '^\\s*[+-]?(\\d{1,250}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?\\s*$';
const ISO = '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?$';
const valuesOf = ({ value }: FieldTest): readonly Scalar[] => (Array.isArray(value) ? value : value === undefined ? [] : [value as Scalar]);
