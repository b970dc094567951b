import { AppError } from '#kernel/app-error.ts';
import { type Condition, fieldsOf } from '#kernel/condition.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { isNumberField, type OutsideValues } from '../../domain/questions/question-world.ts';
import type { MergedNames } from '../../domain/tracking-plan/merged-names.ts';
import { ACCOUNT_EVENTS } from '../account-scope.ts';
import { conditionSql } from '../condition-sql.ts';
import { outsideSql } from '../outside-sql.ts';
import type { Bind } from '../statement.ts';

/** The facts from which people's attributes are read. */
export const PERSON_EVENTS = ['person_created', 'person_changed'] as const;

/** Where values of fields come from: as of when (UTC ms), what other rooms know, which names of events count as another. */
export interface FieldSource {
  readonly asOf: number;
  readonly outside: ReadonlyMap<string, OutsideValues>;
  readonly merged: MergedNames;
}

/** What a statement reads of facts, their accounts and their people. */
export interface FieldReader {
  /** The SQL of a field's text, '' where it is missing; notes what must be joined. */
  text(field: string): string;
  condition(condition: Condition): string;
  /** Named parts and joins that the fields read so far need; asked last. */
  parts(): readonly string[];
  joins(): string;
}

const COLUMNS = ['feature', 'path', 'channel', 'subject', 'source'];
const NUMBERS = ['amount', 'alias', 'session'];
const ACCOUNT_FIELDS = ['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats', 'owner'];
const PERSON_FIELDS = ['title', 'channel'];

/**
 * Reads fields of rows that have the columns of a fact, `account_of` and `person_of` (who stands for whom is settled). `outside` holds the values of
 * fields that other rooms answer, by dense number.
 */
export const fieldReader = (bind: Bind, { asOf, outside, merged }: FieldSource): FieldReader => {
  const accountFields: string[] = [];
  const personFields: string[] = [];
  const column = (fields: string[], name: string, prefix: string): string => {
    if (!fields.includes(name)) fields.push(name);
    return `${prefix}${fields.indexOf(name)}`;
  };
  const text = (field: string): string => {
    const values = outside.get(field);
    if (values) return outsideSql(values, `${values.of}_of`, bind);
    const [, prefix = 'account', name = field] = /^(event|account|person)\.(.+)$/.exec(field) ?? [];
    if (prefix === 'event') return name === 'name' ? eventName(merged, bind) : eventText(name, bind);
    if (prefix === 'person' && PERSON_FIELDS.includes(name)) return column(personFields, name, 'person_');
    if (prefix !== 'account' || !(name.startsWith('x.') || ACCOUNT_FIELDS.includes(name))) throw unknownField(field);
    const read = column(accountFields, name, 'account_');
    // A fact of nobody's account speaks for itself.
    return name === 'channel' ? `if(account_of = 0, toString(channel), ${read})` : read;
  };
  return {
    text,
    condition: (condition) => conditionSql(condition, { field: text, isNumber: isNumberField, bind, now: asOf }),
    parts: () => [
      ...(accountFields.length === 0 ? [] : [accountsPart(accountFields, bind)]),
      ...(personFields.length === 0 ? [] : [peoplePart(personFields, bind)]),
    ],
    joins: () =>
      [
        ...(accountFields.length === 0 ? [] : ['left join accounts_as_of on snapshot_of_account = account_of']),
        ...(personFields.length === 0 ? [] : ['left join people_as_of on snapshot_of_person = person_of']),
      ].join(' '),
  };
};

/** The fields of a question that neither facts nor snapshots hold: another room must answer them. */
export const isOutsideField = (field: string): boolean => {
  if (field.startsWith('event.')) return false;
  if (field.startsWith('person.')) return !PERSON_FIELDS.includes(field.slice(7));
  const name = field.replace(/^account\./, '');
  return !name.startsWith('x.') && !ACCOUNT_FIELDS.includes(name);
};

/** The fields that conditions read, once each. */
export const fieldsRead = (conditions: readonly (Condition | null)[]): readonly string[] => [
  ...new Set(conditions.flatMap((condition) => (condition === null ? [] : fieldsOf(condition)))),
];

// What is merged goes by the name of what it counts as.
const eventName = (merged: MergedNames, bind: Bind): string =>
  merged.size === 0
    ? 'toString(event)'
    : `transform(toString(event), ${bind('Array(String)', [...merged.keys()])}, ${bind('Array(String)', [...merged.values()])})`;

const eventText = (name: string, bind: Bind): string => {
  if (COLUMNS.includes(name)) return `toString(${name})`;
  if (NUMBERS.includes(name)) return `toString(${name})`;
  return `props[${bind('String', name)}]`;
};

// A snapshot is whole, so the newest known one says all; of two known at once the later dated counts, then the change. Those without one have no
// attributes: the join fills in '' (join_use_nulls is off).
const accountsPart = (fields: readonly string[], bind: Bind): string =>
  `accounts_as_of as (select account as snapshot_of_account, ${columnsOf(fields, 'account_', bind)}
    from events where ws = {ws:UInt32} and event in ${bind('Array(String)', ACCOUNT_EVENTS)} and known <= {asOf:DateTime64(3)}
    order by known desc, at desc, event = 'account_changed' desc, id desc limit 1 by account)`;

const peoplePart = (fields: readonly string[], bind: Bind): string =>
  `people_as_of as (select if(empty(belonging.1), person, transform(alias, belonging.1, belonging.2, person)) as snapshot_of_person, ${columnsOf(fields, 'person_', bind)}
    from events where ws = {ws:UInt32} and event in ${bind('Array(String)', PERSON_EVENTS)} and known <= {asOf:DateTime64(3)}
    order by known desc, at desc, event = 'person_changed' desc, id desc limit 1 by snapshot_of_person)`;

const columnsOf = (fields: readonly string[], prefix: string, bind: Bind): string =>
  fields
    .map((field, index) => `${field === 'channel' ? 'toString(channel)' : `props[${bind('String', field)}]`} as ${prefix}${index}`)
    .join(', ');

const unknownField = (field: string): AppError => {
  const said = MEASURE_SAYS.fact_field_unknown({ field, example: ACCOUNT_FIELDS[2] ?? '' });
  return new AppError('invalid', said, { fields: [{ field: 'filter', code: 'unknown_field', said }] });
};
