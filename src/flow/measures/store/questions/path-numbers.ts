import { groupedName } from '../../domain/questions/paths/name-groups.ts';
import type { PathEdge } from '../../domain/questions/paths/paths-reference.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import type { Statement } from '../statement.ts';
import { shownPart } from './paths.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

const MOST_NAMES = 4_000;
const DICTIONARIES = ['event.name', 'event.feature', 'event.path', 'event.channel', 'event.source'];

/** Are the names of this question kept as numbers with a dictionary, so that asking for the few of them is cheap? */
export const hasNumbers = ({ name }: PathsQuestion): boolean => DICTIONARIES.includes(name);

/** Which names do the facts of a question have? One row with `names`, cut off where there are too many to number. */
export const pathNames = (scope: FactScope, question: PathsQuestion, frame: QuestionFrame): Statement => {
  // A name that only facts of nobody have does no harm, and whose they are need not be read.
  const facts = unitFacts({ ...scope, keepsNobody: true });
  const rows = meantRows(facts, question, frame, [`${facts.fields.text(question.name)} as name`]);
  // Grouping looks at the numbers of a dictionary, gathering them at each text: half the time.
  const sql = `select groupArray(name) as names from (select name from (${rows}) as seen where is_meant group by name limit ${MOST_NAMES + 1}) as found`;
  return { sql: `${facts.head()}${sql}`, params: facts.params };
};

/** How names become numbers: of which range, by which names, found earlier or just now, and beside the whole id of a fact or what there is room for. */
export interface Numbering {
  readonly frame: QuestionFrame;
  readonly names: readonly string[];
  readonly isOld: boolean;
  readonly isWide: boolean;
}

/** May these names be numbered? */
export const areAll = (names: readonly string[]): boolean => names.length <= MOST_NAMES;

/**
 * The same rows as `pathCounts`, for names that are known beforehand. A fact is one number (when, which, name), and a way is one (step, from, to): a third of the time
 * of sorting and grouping texts. A fifth less where the number has 64 bits, for which ids are cut off; `isVague` tells when these were too short. `isWide` keeps them whole.
 * Names that were found earlier are old: a line with one that is not among them is vague too; else such a name is news, and left out.
 */
export const numberedPathCounts = (scope: FactScope, question: PathsQuestion, { frame, names, isWide, isOld }: Numbering): Statement => {
  const facts = unitFacts(scope);
  const { bind } = facts;
  const labels = [...new Set(names.map((name) => shown(name, question)))].filter((name) => name !== '');
  const numberOf = (name: string): number => labels.indexOf(name) + 1;
  const numbers = bind(
    'Array(UInt16)',
    [...names, ''].map((name) => numberOf(shown(name, question))),
  );
  const news = labels.length + 1;
  const number = `transform(${facts.fields.text(question.name)}, ${bind('Array(String)', [...names, ''])}, ${numbers}, toUInt16(${isOld ? news : 0}))`;
  const rows = meantRows(facts, question, frame, [`${number} as number`]);
  const packed = isWide ? WIDE : narrow(frame, news);
  const parts = [
    `${bind('Array(String)', labels)} as labels`,
    `lines as (select unit, arraySort(groupArray(${packed.sql})) as whole
      from (${rows}) as seen where is_meant and t >= ${bind('Int64', frame.start)} and number != 0 group by unit)`,
    `instants as (select unit, (${packed.isVague}${isOld ? ` or has(numbers, toUInt16(${news}))` : ''}) as is_vague, arrayMap(x -> toUInt16(bitAnd(x, ${packed.names})), whole) as numbers,
        arrayMap(x -> toInt64(bitShiftRight(x, ${packed.timeAt})), whole) as times from lines)`,
    `visits as (select unit, is_vague, arrayJoin(arraySplit((name, pause) -> pause > ${bind('Int64', question.gapMinutes * 60_000)},
        numbers, arrayDifference(times))) as named from instants)`,
    ...cutParts(question, numberOf),
    // The visits of a unit come one after the other, so that most of its repeats are left out where this is cheap.
    `edges as (select toUInt8(bitShiftRight(way, 24)) as step, labels[bitAnd(bitShiftRight(way, 12), 4095)] as came, labels[bitAnd(way, 4095)] as went,
      count() as transitions, arrayCompact(groupArray(unit)) as who from ways where way != ${NOWHERE} group by way)`,
    shownPart(question, bind),
  ];
  const sql = `${facts.head(parts)}select step, shown_from as \`from\`, shown_to as \`to\`, sum(transitions) as transitions, arrayUniq(groupArrayArray(who)) as units
  from shown group by step, shown_from, shown_to order by step, transitions desc, shown_from, shown_to`;
  return { sql, params: facts.params };
};

/**
 * Did two facts of a unit fall into one millisecond, so that what is kept of their ids does not tell which came first? Or has one a name that old ones do not tell of? The rows are no
 * answer then.
 */
export const isVague = (rows: readonly Pick<PathEdge, 'step'>[]): boolean => rows.some(({ step }) => step === VAGUE);

// As steps: that a unit's facts are not in order, and that a visit gives no way.
const VAGUE = 255;
const NOWHERE = 2 ** 32 - 1;

/** A fact as one number: its instant in the uppermost bits, then its id or the beginning of it, then its name. */
interface Packed {
  readonly sql: string;
  readonly timeAt: number;
  /** The bits of the name, all set. */
  readonly names: number;
  readonly isVague: string;
}

const WIDE: Packed = {
  sql: 'bitShiftLeft(toUInt128(t), 80) + bitShiftLeft(toUInt128(id), 16) + number',
  timeAt: 80,
  names: 65_535,
  isVague: 'toUInt8(0)',
};

// Of an id there is what instants within the range and names leave: 4 bits at least, 22 over half a year with some hundred names.
const narrow = ({ start, end }: QuestionFrame, count: number): Packed => {
  const nameBits = bitsOf(count);
  const timeAt = 64 - bitsOf(end - start);
  const names = 2 ** nameBits - 1;
  return {
    sql: `bitShiftLeft(toUInt64(t - ${start}), ${timeAt}) + bitShiftLeft(bitShiftRight(id, ${64 - timeAt + nameBits}), ${nameBits}) + number`,
    timeAt,
    names,
    // Differs in nothing but the name; a few that differ in the last bit of the id as well do no harm.
    isVague: `arrayExists(x -> x > 0 and x <= ${names}, arrayDifference(whole))`,
  };
};

const bitsOf = (value: number): number => Math.max(1, Math.floor(Math.log2(Math.max(1, value))) + 1);

const shown = (name: string, { groups }: PathsQuestion): string => (name === '' ? '' : groupedName(name, groups));

const meantRows = (facts: UnitFacts, { match }: PathsQuestion, { start, end }: QuestionFrame, columns: readonly string[]): string =>
  facts.select([`${facts.matches(match)} as is_meant`, ...columns], { matches: [match], since: start, until: end });

// From visits to ways. A visit that does not have the first or last name gives none; no filter, which would be moved down to where it is worked out twice.
const cutParts = ({ startsAt, endsAt, steps, collapse }: PathsQuestion, numberOf: (name: string) => number): readonly string[] => {
  const [start, end] = [startsAt, endsAt].map((name) => (name === null ? null : `toUInt16(${numberOf(name)})`));
  const begun = start ? `if(has(whole_path, ${start}), arraySlice(whole_path, indexOf(whole_path, ${start})), [])` : 'whole_path';
  // Told backwards from the first such name; one that begins the visit because it must is not its end.
  const last = start ? `if(has(arrayPopFront(begun), ${end}), indexOf(arrayPopFront(begun), ${end}) + 1, 0)` : `indexOf(begun, ${end})`;
  const names = end ? `arrayReverse(arraySlice(begun, 1, ${last}))` : 'begun';
  const places = Array.from({ length: steps }, (_, index) => index + 1);
  const columns = places.map((place) => `names[${place}] as n${place}`);
  const givers = places
    .slice(0, -1)
    .map((step) => `if(n${step} = 0, ${NOWHERE}, ${step * 2 ** 24} + bitShiftLeft(toUInt32(n${step}), 12) + n${step + 1})`);
  const ways = [`multiIf(is_vague, ${VAGUE * 2 ** 24}, n1 = 0, ${NOWHERE}, 0)`, ...givers].map((way) => `toUInt32(${way})`);
  return [
    `begun_visits as (select unit, is_vague, ${begun} as begun from (select unit, is_vague, ${collapse ? 'arrayCompact(named)' : 'named'} as whole_path from visits))`,
    `sequences as (select unit, is_vague, ${columns.join(', ')} from (select unit, is_vague, ${names} as names from begun_visits))`,
    `ways as (select unit, arrayJoin([${ways.join(', ')}]) as way from sequences)`,
  ];
};
