import type { Condition, FieldTest, Scalar } from '#kernel/condition.ts';
import {
  formatCountry,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  isCountryField,
  minorUnitsOf,
  type Reader,
} from '#web/i18n/format.ts';
import type { Text } from '#web/i18n/i18n.ts';
import type { uiText } from '#web/i18n/ui/text.ts';
import { type FieldDefinition, isMembership } from './fields.ts';
import { groupOf, isGroup, type Tree } from './groups.ts';

/** What it takes to say a condition aloud. */
export interface Speaker {
  readonly fields: readonly FieldDefinition[];
  readonly reader: Reader;
  readonly t: Text<(typeof uiText)['en']>;
}

/** A condition as a person would say it: "Industry is EdTech or Health and (MRR is over $500 or Plan is Pro)". */
export const sayCondition = (condition: Condition, speaker: Speaker): string => sayTree(condition, speaker, () => '');

/** The same of a condition with tests of another kind, which `sayOther` says. */
export const sayTree = <Other extends object = never>(node: Tree<Other>, speaker: Speaker, sayOther: (test: Other) => string): string => {
  const { t } = speaker;
  if (!isGroup(node)) return 'field' in node ? sayTest(node as FieldTest, speaker) : sayOther(node as Other);
  const { join, parts } = groupOf(node);
  const word = join === 'all' ? 'and' : 'or';
  // Groups inside a group stand in brackets: without them "a and b or c" could be read in two ways.
  const said = parts.map((part) => {
    const words = sayTree(part, speaker, sayOther);
    const isBracketed = parts.length > 1 && isGroup(part) && !('not' in part) && groupOf(part).parts.length > 1;
    return isBracketed ? t('filter.brackets', { condition: words }) : words;
  });
  const condition = said.join(` ${t(`filter.${word}`)} `) || t(join === 'all' ? 'filter.everything' : 'filter.nothing');
  return join === 'none' ? t('filter.not', { condition }) : condition;
};

/** Does a test of membership ask for those who are in the segment, rather than for all others? */
export const isInside = ({ op, value }: FieldTest): boolean =>
  (String(Array.isArray(value) ? value[0] : value) === 'true') === (op === 'is' || op === 'in');

const sayTest = (condition: FieldTest, speaker: Speaker): string => {
  const { t } = speaker;
  if (isMembership(condition.field))
    return `${t(isInside(condition) ? 'filter.inside' : 'filter.outside')} ${fieldLabel(condition.field, speaker)}`;
  return [fieldLabel(condition.field, speaker), t(`operator.${condition.op}`), sayValue(condition, speaker)].filter(Boolean).join(' ');
};

/** The name of a field, or its key when no definition is known; a segment that is not there any more is told as that. */
export const fieldLabel = (key: string, { fields, t }: Speaker): string => {
  const known = fields.find((field) => field.key === key);
  if (known) return known.label;
  if (!isMembership(key)) return key;
  return fields.length === 0 ? '…' : t('filter.gone');
};

/** The value of a test in the reader's words; empty when the operator needs none. */
export const sayValue = ({ field: key, op, value }: FieldTest, speaker: Speaker): string => {
  if (op === 'exists' || op === 'missing' || value === undefined) return '';
  if (op.endsWith('_days')) return speaker.t('filter.days', { count: Number(value) });
  const words = (Array.isArray(value) ? value : [value]).map((one) => sayScalar(one, key, speaker));
  return words.length > 3
    ? speaker.t('filter.many', { first: words.slice(0, 2).join(', '), count: words.length - 2 })
    : words.join(` ${speaker.t('filter.or')} `);
};

const sayScalar = (value: Scalar, key: string, { fields, reader, t }: Speaker): string => {
  const field = fields.find((known) => known.key === key);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const option = field?.options?.find((known) => known.value === value);
  if (option) return option.label;
  if (field?.type === 'money' && field.currency) return formatMoney(reader, Number(value), { currency: field.currency });
  if (field?.type === 'percent') return formatPercent(reader, Number(value));
  if (field?.type === 'date') return formatDate(reader, String(value));
  if (typeof value === 'number') return formatNumber(reader, value);
  return isCountryField(key) ? formatCountry(reader, value) : value;
};

/** The number that is typed for a stored value: money in whole units, percentages in hundredths. */
export const typedFrom = (value: FieldTest['value'], field: FieldDefinition): string => {
  const one = Array.isArray(value) ? value[0] : value;
  if (one === undefined || one === '') return '';
  if (field.type === 'money') return String(Number(one) / minorUnitsOf(field.currency ?? 'USD'));
  return field.type === 'percent' ? String(Math.round(Number(one) * 10_000) / 100) : String(one);
};

/** The value to store for what was typed; empty text stays empty, so that the test stays incomplete. */
export const storedFrom = (text: string, field: FieldDefinition, op: FieldTest['op']): Scalar => {
  if (text.trim() === '') return '';
  const number = Number(text);
  if (op.endsWith('_days')) return Math.max(0, Math.round(number));
  if (field.type === 'money') return Math.round(number * minorUnitsOf(field.currency ?? 'USD'));
  if (field.type === 'percent') return number / 100;
  return field.type === 'number' ? number : text;
};
