import type { Condition, FieldTest, Operator } from '#kernel/condition.ts';

export type FieldType = 'text' | 'number' | 'money' | 'percent' | 'date' | 'choice' | 'boolean' | 'membership';

/** A field that a list can be narrowed by. */
export interface FieldDefinition {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  /** The values of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
  /** Values that are offered while one is typed. */
  readonly suggestions?: readonly string[];
  /** Said beside its name where fields are chosen: how often it is there, or examples. */
  readonly detail?: string;
  /** ISO 4217, for money. */
  readonly currency?: string;
  /** Fields of one group stand together in the list. */
  readonly group?: string;
}

const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['is', 'is_not', 'contains', 'starts_with', 'exists', 'missing'],
  number: ['is', 'gt', 'gte', 'lt', 'lte', 'exists', 'missing'],
  money: ['gt', 'gte', 'lt', 'lte', 'exists', 'missing'],
  percent: ['gt', 'gte', 'lt', 'lte', 'exists', 'missing'],
  date: ['within_days', 'older_than_days', 'in_next_days', 'gte', 'lte', 'exists', 'missing'],
  choice: ['in', 'not_in', 'exists', 'missing'],
  boolean: ['is'],
  membership: ['is'],
};

/** How can a field of this type be compared, most useful first? */
export const operatorsOf = (type: FieldType): readonly Operator[] => OPERATORS_OF[type];

/** Does the operator stand alone, without a value? */
export const needsNoValue = (op: Operator): boolean => op === 'exists' || op === 'missing';

/** The test with which a newly picked field starts. */
export const firstTest = (field: FieldDefinition): FieldTest => {
  const op = operatorsOf(field.type)[0] ?? 'is';
  const isYes = field.type === 'boolean' || field.type === 'membership';
  return { field: field.key, op, value: field.type === 'choice' ? [] : isYes ? true : field.type === 'date' ? 30 : '' };
};

/** Is the test filled in far enough to narrow anything? */
export const isComplete = (test: FieldTest): boolean =>
  needsNoValue(test.op) || (Array.isArray(test.value) ? test.value.length > 0 : test.value !== undefined && test.value !== '');

/** The parts of a condition as the bar shows them, and how they are joined. */
export interface Clause {
  readonly join: 'all' | 'any';
  readonly parts: readonly Condition[];
}

/** A condition as one row of parts; anything that is not a list of its own is a list of one. */
export const clauseOf = (condition: Condition): Clause => {
  if ('all' in condition) return { join: 'all', parts: condition.all };
  if ('any' in condition) return { join: 'any', parts: condition.any };
  return { join: 'all', parts: [condition] };
};

/** The condition that a row of parts stands for. */
export const conditionOf = ({ join, parts }: Clause): Condition => (join === 'any' && parts.length > 1 ? { any: parts } : { all: parts });

/** Is this field the membership of a segment: `segment.sgm_1`, of a person's account `account.segment.sgm_1`? */
export const isMembership = (key: string): boolean => /^(account\.)?segment\../.test(key);

/** Is this part a plain test of a field, which can be edited in place? */
export const isTest = (condition: Condition): condition is FieldTest => 'field' in condition;
