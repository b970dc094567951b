import type { Condition } from '#kernel/condition.ts';
import { RECORD_FACT_PREFIXES } from '#kernel/record-facts.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import { type MergedNames, NONE_MERGED, withMerged } from '../../domain/tracking-plan/merged-names.ts';
import type { EventMatch, QuestionUnit } from '../../question-contracts.ts';
import { AS_STANDING, AS_STORED, belongingPart, standingPart } from '../account-scope.ts';
import { type Bind, bindings, withParts } from '../statement.ts';
import { type DayPiece, dayPieces } from './day-cuts.ts';
import { type FieldReader, fieldReader } from './fields.ts';
import { cutsByHours, dayRows, daysAsked, type HourNeeds, type Rows } from './hours.ts';

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
  /** At most how many facts of the names that it asks about there are, where that is known. */
  readonly facts?: number;
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
    const all = match.where === null ? `(${named(match)})` : `(${named(match)} and ${where})`;
    if (match.occurrence === 'every') return all;
    const first = match.occurrence === 'first_ever' ? named(match) : all;
    // The whole history of the unit decides; rows of nobody are one unit here, and are left out later.
    return `(${where} and ${first} and (t, id) = min(if(${first}, (t, id), (toInt64(9223372036854775807), toUInt64(0)))) over (partition by unit))`;
  };
  const unit = unitSql(scope.unit, fields);
  const who = scope.isNobodyMerged ? AS_STORED : AS_STANDING;
  const tests = [
    ...(scope.keepsNobody ? [] : [`unit != ${typeof scope.unit === 'object' ? "''" : '0'}`]),
    ...(scope.filter === null ? [] : [fields.condition(scope.filter)]),
  ];
  // One level less where nothing is joined: each takes the engine 2 to 5 ms to understand.
  const told = (columns: readonly string[], rows: Rows): string => {
    const joins = fields.joins();
    const all = [...rows.tests, ...tests].join(' and ');
    if (joins === '') return `with ${rows.named} select ${columns.join(', ')} from ${rows.from} as facts where ${all}`;
    return `select ${columns.join(', ')} from (select *, ${rows.named} from ${rows.from} where ${rows.tests.join(' and ')}) as facts ${joins} where ${tests.join(' and ') || 'true'}`;
  };
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
            select: (columns, since, until) => told([`${unit} as unit`, ...columns], daysAsked(cuts, [since, until], { bind, who })),
          },
    isByHours: cuts !== null,
    ...(cuts !== null ? HOURS_HOLD : FACTS_HOLD),
    matches: cuts !== null ? () => 'true' : matches,
    select: (columns, read) => {
      if (cuts !== null) {
        const hours = dayRows(cuts, [read.since, Math.min(read.until, scope.asOf + 1)], { bind, who });
        return `select ${[`${unit} as unit`, 't', 'told', 'last', ...columns].join(', ')} from (${hours}) as facts ${fields.joins()} where ${tests.join(' and ') || 'true'}`;
      }
      const isSomeFirst = read.matches?.some(({ occurrence }) => occurrence !== 'every') === true;
      return told([`${unit} as unit`, 't', 'id', ...columns], {
        named: `toUnixTimestamp64Milli(at) as t, ${who.account} as account_of, ${who.person} as person_of`,
        from: 'events',
        tests: [
          'ws = {ws:UInt32}',
          namesRead(read.matches, merged, bind),
          ...(scope.isAllKnown ? [] : ['known <= {asOf:DateTime64(3)}']),
          ...(isSomeFirst ? [] : [`at >= ${bind('DateTime64(3)', new Date(read.since))}`]),
          `at < ${bind('DateTime64(3)', new Date(Math.min(read.until, scope.asOf + 1)))}`,
          ...onlyTests(scope, bind),
        ],
      });
    },
    head: (more = []) =>
      withParts([...(isLookedUp(scope, fields) ? PAIRS[scope.isNobodyMerged ? 'nobody' : 'somebody'] : []), ...fields.parts(), ...more]),
  };
};

// Of nobody the pair that is always there, without asking: two questions in one less take a quarter of a short statement.
const PAIRS = {
  nobody: ['standing', 'belonging'].map((name) => `([toUInt32(4294967295)], [toUInt32(0)]) as ${name}`),
  somebody: [standingPart(), belongingPart()],
};

const isLookedUp = ({ isNobodyMerged, only }: FactScope, fields: FieldReader): boolean =>
  isNobodyMerged !== true || only !== undefined || fields.parts().length > 0;

const FACTS_HOLD = { count: 'count()', latest: 'max(t)', handed: '' };
const HOURS_HOLD = { count: 'sum(told)', latest: 'max(last)', handed: ', told, last' };

/** Record changes are told about a unit; they are nothing that it does. */
export const NOT_OF_RECORDS = `not match(event, '^(${RECORD_FACT_PREFIXES.join('|')})')`;

// The numbers under which facts were stored are narrowed first, as the notes beside the rows know them; then who they stand for now.
const onlyTests = ({ only, unit }: FactScope, bind: Bind): readonly string[] => {
  if (only === undefined) return [];
  const nums = bind('Array(UInt32)', only, 'only');
  if (unit === 'account')
    return [
      `account in (select arrayJoin(arrayConcat(${nums}, arrayFilter((from, to) -> has(${nums}, to), standing.1, standing.2))))`,
      `has(${nums}, account_of)`,
    ];
  const aliases = `arrayFilter((from, to) -> has(${nums}, to), belonging.1, belonging.2)`;
  return [`(person in (select arrayJoin(${nums})) or alias in (select arrayJoin(${aliases})))`, `has(${nums}, person_of)`];
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
