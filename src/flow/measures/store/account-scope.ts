import { standingAccountPairs, standingPersonPairs, standsFor } from '#flow/identity/index.ts';
import { AppError } from '#kernel/app-error.ts';
import { type Condition, fieldsOf } from '#kernel/condition.ts';
import type { Breakdown } from '../contracts.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';
import type { OutsideValues } from '../domain/questions/question-world.ts';
import { conditionSql } from './condition-sql.ts';
import { outsideSql } from './outside-sql.ts';
import type { Bind } from './statement.ts';

/** Whose facts a statement reads, and what of the accounts it looks at. */
export interface Scope {
  readonly ws: number;
  /** Only what was known by this instant (UTC ms). */
  readonly asOf: number;
  readonly breakdown: Breakdown | null;
  readonly filter: Condition | null;
  /** The values of fields of accounts that other rooms answer; none without it. */
  readonly outside?: ReadonlyMap<string, OutsideValues>;
}

/** The pieces by which a statement follows merges, filters accounts and divides by their attributes. */
export interface AccountScope {
  /** Named parts that go first: `standing`, and `accounts` where attributes are read. */
  readonly parts: readonly string[];
  /** Joins `accounts` to rows that have a column `account`. */
  readonly join: string;
  readonly where: string;
  /** The slice of a row as text, '' for none. */
  readonly slice: string;
}

/** The facts from which accounts' attributes are read. */
export const ACCOUNT_EVENTS = ['account_created', 'account_changed'] as const;

const FIELDS = ['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats', 'owner'] as const;

/** The account that stands for the one a fact was told about: a merge moves all its facts, a split moves them back. Needs `standing`. */
export const STANDING_ACCOUNT = standsFor('account', 'account', 'standing');

/** The person that the raw id of a fact belongs to now. Needs `belonging`. */
export const BELONGING_PERSON = standsFor('alias', 'person', 'belonging');

/** Whom a fact was told about, where nobody was ever merged: nothing is looked up, and nothing more has to be understood. */
export const AS_STORED = { account: 'account', person: 'person' } as const;

/** Who stands for whom a fact was told about now. Needs `standing` and `belonging`. */
export const AS_STANDING = { account: STANDING_ACCOUNT, person: BELONGING_PERSON } as const;

/** The SQL of the account and the person that a fact belongs to. */
export type WhoSql = typeof AS_STORED | typeof AS_STANDING;

/** Whom raw ids belong to, where that differs from the person their facts were stored under. */
export const belongingPart = (): string => `${standingPersonPairs} as belonging`;

/** The accounts for which another stands. */
export const standingPart = (): string => `${standingAccountPairs} as standing`;

/**
 * What does a statement need to filter by, and divide by, accounts' attributes as of then? `ownChannel` is the column with a fact's own
 * channel, which speaks for facts of nobody's account.
 */
export const accountScope = (scope: Scope, bind: Bind, ownChannel = "''"): AccountScope => {
  bind('UInt32', scope.ws, 'ws');
  bind('DateTime64(3)', new Date(scope.asOf), 'asOf');
  const outsideOf = (name: string): OutsideValues | undefined => {
    const values = scope.outside?.get(name);
    return values?.of === 'account' ? values : undefined;
  };
  const read = [...(scope.filter === null ? [] : fieldsOf(scope.filter)), ...(scope.breakdown === null ? [] : [scope.breakdown])];
  const fields = [...new Set(read.filter((name) => outsideOf(name) === undefined).map(attributeName))];
  if (read.length === 0) return { parts: [standingPart()], join: '', where: 'true', slice: "''" };
  const column = (name: string): string => `accounts.a${fields.indexOf(attributeName(name))}`;
  const own = (name: string): string => {
    const outside = outsideOf(name);
    if (outside) return outsideSql(outside, 'account', bind);
    return attributeName(name) === 'channel' ? `if(account = 0, ${ownChannel}, ${column(name)})` : column(name);
  };
  return {
    parts: fields.length === 0 ? [standingPart()] : [standingPart(), attributesPart(fields, bind)],
    // An account without a snapshot by then has no attributes: the join fills in '' (join_use_nulls is off).
    join: fields.length === 0 ? '' : 'left join accounts on accounts.snapshot_of = account',
    where:
      scope.filter === null
        ? 'true'
        : conditionSql(scope.filter, { field: own, isNumber: (name) => name.replace(/^account\./, '') === 'seats', bind, now: scope.asOf }),
    slice: scope.breakdown === null ? "''" : own(scope.breakdown),
  };
};

// A snapshot is whole, so the newest known one says all; of two known at once the later counts.
const attributesPart = (fields: readonly string[], bind: Bind): string => {
  const columns = fields.map(
    (field, index) => `${field === 'channel' ? 'toString(channel)' : `props[${bind('String', field)}]`} as a${index}`,
  );
  return `accounts as (select account as snapshot_of, ${columns.join(', ')}
    from events where ws = {ws:UInt32} and event in ${bind('Array(String)', ACCOUNT_EVENTS)} and known <= {asOf:DateTime64(3)}
    order by known desc, at desc, event = 'account_changed' desc limit 1 by account)`;
};

const attributeName = (field: string): string => {
  const name = field.replace(/^account\./, '');
  if (name.startsWith('x.') || (FIELDS as readonly string[]).includes(name)) return name;
  const said = MEASURE_SAYS.measure_field_unknown({ field, fields: FIELDS });
  throw new AppError('invalid', said, { fields: [{ field: 'filter', code: 'unknown_field', said }] });
};
