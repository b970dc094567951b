import { groupedName } from '../../domain/questions/paths/name-groups.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import type { Bind, Statement } from '../statement.ts';
import { shownPart } from './paths.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

const MOST_NAMES = 4_000;
const DICTIONARIES = ['event.name', 'event.feature', 'event.path', 'event.channel', 'event.source'];

/** Are the names of this question kept as numbers with a dictionary, so that asking for the few of them is cheap? */
export const hasNumbers = ({ name }: PathsQuestion): boolean => DICTIONARIES.includes(name);

/** Which names do the facts of a question have? One row with `names`, cut off where there are too many to number. */
export const pathNames = (scope: FactScope, question: PathsQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const rows = meantRows(facts, question, frame, [`${facts.fields.text(question.name)} as name`]);
  // Grouping looks at the numbers of a dictionary, gathering them at each text: half the time.
  const sql = `select groupArray(name) as names from (select name from (${rows}) as seen where is_meant group by name limit ${MOST_NAMES + 1}) as found`;
  return { sql: `${facts.head()}${sql}`, params: facts.params };
};

/** May these names be numbered? */
export const areAll = (names: readonly string[]): boolean => names.length <= MOST_NAMES;

/**
 * The same rows as `pathCounts`, for names that are known beforehand. A fact is one number (when, which, name), and a way is one (step, from, to): a third of the time
 * of sorting and grouping texts.
 */
export const numberedPathCounts = (
  scope: FactScope,
  question: PathsQuestion,
  { frame, names }: { readonly frame: QuestionFrame; readonly names: readonly string[] },
): Statement => {
  const facts = unitFacts(scope);
  const { bind } = facts;
  const labels = [...new Set(names.map((name) => shown(name, question)))].filter((name) => name !== '');
  const numberOf = (name: string): number => labels.indexOf(name) + 1;
  const numbers = bind(
    'Array(UInt16)',
    names.map((name) => numberOf(shown(name, question))),
  );
  const number = `transform(${facts.fields.text(question.name)}, ${bind('Array(String)', names)}, ${numbers}, toUInt16(0))`;
  const rows = meantRows(facts, question, frame, [`${number} as number`]);
  const edges = `edges as (select toUInt8(bitShiftRight(way, 32)) as step, labels[bitAnd(bitShiftRight(way, 16), 65535)] as came, labels[bitAnd(way, 65535)] as went,
      count() as transitions, groupArray(unit) as who from ways group by way)`;
  const parts = [
    `${bind('Array(String)', labels)} as labels`,
    `lines as (select unit, arraySort(groupArray(bitShiftLeft(toUInt128(t), 80) + bitShiftLeft(toUInt128(id), 16) + number)) as whole
      from (${rows}) as seen where is_meant and t >= ${bind('Int64', frame.start)} and number != 0 group by unit)`,
    `visits as (select unit, arrayJoin(arraySplit((name, pause) -> pause > ${bind('Int64', question.gapMinutes * 60_000)},
        arrayMap(x -> toUInt16(bitAnd(x, 65535)), whole), arrayDifference(arrayMap(x -> toInt64(bitShiftRight(x, 80)), whole)))) as named from lines)`,
    ...cutParts(question, numberOf, bind),
    edges,
    shownPart(question, bind),
  ];
  const sql = `${facts.head(parts)}select step, shown_from as \`from\`, shown_to as \`to\`, sum(transitions) as transitions, uniqExactArray(who) as units
  from shown group by step, shown_from, shown_to order by step, transitions desc, shown_from, shown_to`;
  return { sql, params: facts.params };
};

const shown = (name: string, { groups }: PathsQuestion): string => (name === '' ? '' : groupedName(name, groups));

const meantRows = (facts: UnitFacts, { match }: PathsQuestion, { start, end }: QuestionFrame, columns: readonly string[]): string =>
  facts.select([`${facts.matches(match)} as is_meant`, ...columns], { matches: [match], since: start, until: end });

// From visits to ways. A visit that does not have the first or last name gives none; no filter, which would be moved down to where it is worked out twice.
const cutParts = (
  { startsAt, endsAt, steps, collapse }: PathsQuestion,
  numberOf: (name: string) => number,
  bind: Bind,
): readonly string[] => {
  const [start, end] = [startsAt, endsAt].map((name) => (name === null ? null : `toUInt16(${numberOf(name)})`));
  const begun = start ? `if(has(whole_path, ${start}), arraySlice(whole_path, indexOf(whole_path, ${start})), [])` : 'whole_path';
  // Told backwards from the first such name; one that begins the visit because it must is not its end.
  const last = start ? `if(has(arrayPopFront(begun), ${end}), indexOf(arrayPopFront(begun), ${end}) + 1, 0)` : `indexOf(begun, ${end})`;
  const names = end ? `arrayReverse(arraySlice(begun, 1, ${last}))` : 'begun';
  const [size, before] = [bind('UInt8', steps), bind('UInt8', steps - 1)];
  return [
    `begun_visits as (select unit, ${begun} as begun from (select unit, ${collapse ? 'arrayCompact(named)' : 'named'} as whole_path from visits))`,
    `sequences as (select unit, arraySlice(${names}, 1, ${size}) as names, arraySlice(names, 1, ${before}) as givers from begun_visits)`,
    `ways as (select unit, arrayJoin(if(empty(names), [], arrayPushFront(arrayMap((name, next, step) -> bitShiftLeft(toUInt64(step), 32) + bitShiftLeft(toUInt64(name), 16) + next,
        givers, arraySlice(arrayPushBack(names, toUInt16(0)), 2, ${before}), arrayEnumerate(givers)), toUInt64(0)))) as way from sequences)`,
  ];
};
