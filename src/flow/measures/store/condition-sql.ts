import { AppError } from '#kernel/app-error.ts';
import type { Condition, FieldTest, Scalar } from '#kernel/condition.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';
import type { Bind } from './statement.ts';

const DAY = 86_400_000;

export interface ConditionReader {
  /** The SQL of a field's text, '' where it is missing. */
  readonly field: (name: string) => string;
  /** Fields that are numbers: they compare with texts as numbers do. */
  readonly isNumber: (name: string) => boolean;
  readonly bind: Bind;
  /** UTC ms, for tests that look back. */
  readonly now: number;
}

/** Which SQL says that a record meets the condition? The same answer as `holds` of kernel/condition for records whose values are texts. */
export const conditionSql = (condition: Condition, reader: ConditionReader): string => {
  if ('all' in condition) return joined(condition.all, 'and', reader);
  if ('any' in condition) return joined(condition.any, 'or', reader);
  if ('not' in condition) return `not (${conditionSql(condition.not, reader)})`;
  const text = reader.field(condition.field);
  if (condition.op === 'missing') return `${text} = ''`;
  if (condition.op === 'exists') return `${text} != ''`;
  // A missing value meets only `missing`, `is_not` and `not_in`; a comparison that cannot be made (NULL) is not met.
  if (condition.op === 'is_not' || condition.op === 'not_in') return `(${text} = '' or not ${isOneOf(condition, text, reader)})`;
  return `(${text} != '' and ifNull(${testSql(condition, text, reader)}, false))`;
};

const joined = (parts: readonly Condition[], word: 'and' | 'or', reader: ConditionReader): string =>
  parts.length === 0 ? (word === 'and' ? 'true' : 'false') : `(${parts.map((part) => conditionSql(part, reader)).join(` ${word} `)})`;

const testSql = (test: FieldTest, text: string, reader: ConditionReader): string => {
  if (test.op === 'is' || test.op === 'in') return isOneOf(test, text, reader);
  const [wanted] = listOf(test.value);
  if (wanted === undefined) return 'false';
  if (test.op === 'contains') return `position(lowerUTF8(${text}), ${reader.bind('String', fold(wanted))}) > 0`;
  if (test.op === 'starts_with') return `startsWith(lowerUTF8(${text}), ${reader.bind('String', fold(wanted))})`;
  if (test.op.endsWith('_days')) return daysSql(test, text, reader);
  const sign = { gt: '>', gte: '>=', lt: '<', lte: '<=' }[test.op as 'gt' | 'gte' | 'lt' | 'lte'];
  if (typeof wanted === 'number') return `toFloat64OrNull(${text}) ${sign} ${reader.bind('Float64', wanted)}`;
  return `${text} ${sign} ${reader.bind('String', String(wanted))}`;
};

const isOneOf = (test: FieldTest, text: string, reader: ConditionReader): string => {
  const tests = listOf(test.value).map((wanted) => {
    if (typeof wanted !== 'number' && !reader.isNumber(test.field)) return `lowerUTF8(${text}) = ${reader.bind('String', fold(wanted))}`;
    const number = Number(wanted);
    return Number.isNaN(number) ? 'false' : `ifNull(toFloat64OrNull(${text}) = ${reader.bind('Float64', number)}, false)`;
  });
  return tests.length === 0 ? 'false' : `(${tests.join(' or ')})`;
};

// As in `holds`: a date without a time counts from its own midnight UTC.
const daysSql = ({ op, value, field }: FieldTest, text: string, { bind, now }: ConditionReader): string => {
  const days = Number(listOf(value)[0]);
  if (Number.isNaN(days)) throw new AppError('invalid', MEASURE_SAYS.days_not_number({ field }));
  const at = `toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(${text}, 3, 'UTC'))`;
  const instant = (ms: number): string => bind('Int64', Math.round(ms));
  if (op === 'within_days') return `${at} <= ${instant(now)} and ${at} >= ${instant(now - days * DAY)}`;
  if (op === 'older_than_days') return `${at} < ${instant(now - days * DAY)}`;
  return `${at} >= ${instant(now - DAY)} and ${at} <= ${instant(now + days * DAY)}`;
};

const listOf = (value: FieldTest['value']): readonly Scalar[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as Scalar];
const fold = (value: Scalar): string => String(value).toLowerCase();
