import type { Condition } from '#kernel/condition.ts';
import { RECORD_FACT_PREFIXES } from '#kernel/record-facts.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import { type MergedNames, NONE_MERGED, withMerged } from '../../domain/tracking-plan/merged-names.ts';
import type { EventMatch, QuestionUnit } from '../../question-contracts.ts';
import { BELONGING_PERSON, belongingPart, STANDING_ACCOUNT, standingPart } from '../account-scope.ts';
import { type Bind, bindings, withParts } from '../statement.ts';
import { type DayPiece, dayPieces } from './day-cuts.ts';
import { type FieldReader, fieldReader } from './fields.ts';
import { cutsByHours, dayRows, daysAsked, type HourNeeds } from './hours.ts';

/** Whose facts a question reads, and how it looks at them. */
export interface FactScope {
  readonly ws: number;
  /** UTC ms: only what was known, and dated, by then. */
  readonly asOf: number;
  readonly unit: QuestionUnit;
  readonly filter: Condition | null;
  readonly outside: ReadonlyMap<string, OutsideValues>;
  /** Names of events that count as another: those merged in the tracking plan. */
  readonly merged?: MergedNames;
  /** All facts that it reads are known by then: reading when each was known, a fifth of the work of a long question, is spared. */
  readonly isAllKnown?: boolean;
  /** No other account or person stands for any of the workspace: nothing is looked up. */
  readonly isNobodyMerged?: boolean;
  /** Facts of nobody are read too. */
  readonly keepsNobody?: boolean;
  /** Only these accounts or people, by dense number: whichever of the two the unit is. */
  readonly only?: readonly number[];
  /** The tables of hours are whole, and have nothing that is dated after `asOf` in an hour before it: what needs no more may be read from them. */
  readonly byHours?: boolean;
}

/** A statement over the facts of units in the making. */
export interface UnitFacts {
  readonly bind: Bind;
  readonly fields: FieldReader;
  readonly params: Readonly<Record<string, unknown>>;
  /** Names that count as another, and are read as it. */
  readonly merged: MergedNames;
  /** The SQL that a row is meant by `match`; for the first fact of a unit it looks at all rows of `select`. */
  matches(match: EventMatch): string;
  /** Where days are read, these themselves: for what asks no more than when units were active. */
  readonly days: FactDays | null;
  /** Rows are pieces of days with `told` facts and a `last` one (ms), not facts. */
  readonly isByHours: boolean;
  /** How many facts a group of rows stands for, and the instant (ms) of the last. */
  readonly count: string;
  readonly latest: string;
  /** What these two need of a row, to be handed on by a statement that selects from `select`: '' or columns after a comma. */
  readonly handed: string;
  /**
   * The rows of facts that a question sees, with `unit` (0 or '' are left out), `t` (ms), `id` and `columns`. Only facts of these matches (null: any)
   * from `since` on are read, unless a match needs the whole history. Where hours are read, a row is what a unit did in a piece of a day: `t` is its
   * beginning, and there is no `id`.
   */
  select(
    columns: readonly string[],
    read: { readonly matches: readonly EventMatch[] | null; readonly since: number; readonly until: number },
  ): string;
  /** The named parts that go before a statement, asked last; ends with a line break. */
  head(more?: readonly string[]): string;
}

/** Days of UTC with what units did in them. */
export interface FactDays {
  readonly pieces: readonly DayPiece[];
  /** The rows of `person_days` between two instants (UTC ms, the end exclusive) that a question sees, with `unit` (0 is left out) and `columns` in their words. */
  select(columns: readonly string[], since: number, until: number): string;
}

/** Starts a statement over the facts of units; by hours where `needs` says that these are enough (`cutsByHours`). */
export const unitFacts = (scope: FactScope, needs?: HourNeeds): UnitFacts => {
  const cuts = needs === undefined ? null : cutsByHours(scope, needs);
  const { bind, params } = bindings();
  bind('UInt32', scope.ws, 'ws');
  bind('DateTime64(3)', new Date(scope.asOf), 'asOf');
  const merged = scope.merged ?? NONE_MERGED;
  const fields = fieldReader(bind, { asOf: scope.asOf, outside: scope.outside, merged });
  const named = (match: EventMatch): string => {
    const names = withMerged(match.events, merged);
    if (names.length === 0) return NOT_OF_RECORDS;
    return names.length === 1 ? `event = ${bind('String', names[0])}` : `event in ${bind('Array(String)', names)}`;
  };
  const matches = (match: EventMatch): string => {
    const where = match.where === null ? 'true' : fields.condition(match.where);
    const all = `(${named(match)} and ${where})`;
    if (match.occurrence === 'every') return all;
    const first = match.occurrence === 'first_ever' ? named(match) : all;
    // The whole history of the unit decides; rows of nobody are one unit here, and are left out later.
    return `(${where} and ${first} and (t, id) = min(if(${first}, (t, id), (toInt64(9223372036854775807), toUInt64(0)))) over (partition by unit))`;
  };
  const unit = unitSql(scope.unit, fields);
  const somebody = scope.keepsNobody ? 'true' : `unit != ${typeof scope.unit === 'object' ? "''" : '0'}`;
  const known = scope.isAllKnown ? 'true' : 'known <= {asOf:DateTime64(3)}';
  const filter = scope.filter === null ? 'true' : fields.condition(scope.filter);
  return {
    bind,
    fields,
    params,
    merged,
    days:
      cuts === null
        ? null
        : {
            pieces: dayPieces(cuts),
            select: (columns, since, until) =>
              `select ${[`${unit} as unit`, ...columns].join(', ')} from (${daysAsked(cuts, [since, until], bind)}) as facts ${fields.joins()} where ${somebody} and ${filter}`,
          },
    isByHours: cuts !== null,
    ...(cuts !== null ? HOURS_HOLD : FACTS_HOLD),
    matches: cuts !== null ? () => 'true' : matches,
    select: (columns, read) => {
      if (cuts !== null) {
        const hours = dayRows(cuts, [read.since, Math.min(read.until, scope.asOf + 1)], bind);
        return `select ${[`${unit} as unit`, 't', 'told', 'last', ...columns].join(', ')} from (${hours}) as facts ${fields.joins()} where ${somebody} and ${filter}`;
      }
      const since = read.matches?.some(({ occurrence }) => occurrence !== 'every')
        ? 'true'
        : `at >= ${bind('DateTime64(3)', new Date(read.since))}`;
      const until = `at < ${bind('DateTime64(3)', new Date(Math.min(read.until, scope.asOf + 1)))}`;
      return `select ${[`${unit} as unit`, 't', 'id', ...columns].join(', ')} from (
      select *, toUnixTimestamp64Milli(at) as t, ${STANDING_ACCOUNT} as account_of, ${BELONGING_PERSON} as person_of
      from events where ws = {ws:UInt32} and ${namesRead(read.matches, merged, bind)} and ${known} and ${since} and ${until}${onlySql(scope, bind)}
    ) as facts ${fields.joins()} where ${somebody} and ${filter}`;
    },
    head: (more = []) =>
      withParts([...(scope.isNobodyMerged ? NOBODY_STANDS : [standingPart(), belongingPart()]), ...fields.parts(), ...more]),
  };
};

// The pair that is always there, without asking: two questions in one less take a quarter of a short statement.
const NOBODY_STANDS = ['standing', 'belonging'].map((name) => `([toUInt32(4294967295)], [toUInt32(0)]) as ${name}`);

const FACTS_HOLD = { count: 'count()', latest: 'max(t)', handed: '' };
const HOURS_HOLD = { count: 'sum(told)', latest: 'max(last)', handed: ', told, last' };

/** Record changes are told about a unit; they are nothing that it does. */
export const NOT_OF_RECORDS = `not match(event, '^(${RECORD_FACT_PREFIXES.join('|')})')`;

// The numbers under which facts were stored are narrowed first, as the notes beside the rows know them; then who they stand for now.
const onlySql = ({ only, unit }: FactScope, bind: Bind): string => {
  if (only === undefined) return '';
  const nums = bind('Array(UInt32)', only, 'only');
  if (unit === 'account')
    return ` and account in (select arrayJoin(arrayConcat(${nums}, arrayFilter((from, to) -> has(${nums}, to), standing.1, standing.2)))) and has(${nums}, account_of)`;
  const aliases = `arrayFilter((from, to) -> has(${nums}, to), belonging.1, belonging.2)`;
  return ` and (person in (select arrayJoin(${nums})) or alias in (select arrayJoin(${aliases}))) and has(${nums}, person_of)`;
};

const namesRead = (matches: readonly EventMatch[] | null, merged: MergedNames, bind: Bind): string => {
  const named = withMerged(matches?.flatMap(({ events }) => events) ?? [], merged);
  if (matches === null || matches.some(({ events }) => events.length === 0))
    return named.length === 0 ? NOT_OF_RECORDS : `(${NOT_OF_RECORDS} or event in ${bind('Array(String)', named)})`;
  return `event in ${bind('Array(String)', named)}`;
};

const unitSql = (unit: QuestionUnit, fields: FieldReader): string => {
  if (typeof unit === 'object') return fields.text(unit.field);
  return { person: 'person_of', account: 'account_of', session: 'session', alias: 'alias' }[unit];
};
