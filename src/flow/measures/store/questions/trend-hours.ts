import { isRecordFact } from '#kernel/record-facts.ts';
import { areApart, NONE_MERGED, withMerged } from '../../domain/tracking-plan/merged-names.ts';
import { BELONGING_PERSON, STANDING_ACCOUNT } from '../account-scope.ts';
import type { WindowSql } from '../windows.ts';
import { areWholeHours, HOUR_BEGINS, hoursBetween } from './hours.ts';
import { boundsOfTrend, type TrendCut } from './trend-cut.ts';
import type { FactScope, UnitFacts } from './unit-facts.ts';

/** Is a series only about how often named events happened, or who did them, in whole hours? Then the table of events by hours answers it. */
export const isOfEventHours = (scope: FactScope, { match, count, breakdown, windows }: TrendCut): boolean =>
  scope.byHours === true &&
  scope.filter === null &&
  breakdown === null &&
  match.where === null &&
  match.occurrence === 'every' &&
  match.events.length > 0 &&
  !namesOf(scope, match.events).some(isRecordFact) &&
  (count.of === 'events' || (count.of === 'units' && (scope.unit === 'person' || scope.unit === 'account'))) &&
  areWholeHours(boundsOfTrend(windows, scope.asOf));

/** Do several such series count units by names of their own, of whom nobody was merged? Then one look at the hours answers them all. */
export const areTogether = (scope: FactScope, cuts: readonly TrendCut[]): boolean =>
  cuts.length > 1 &&
  scope.isNobodyMerged === true &&
  cuts.every((cut) => cut.count.of === 'units' && isOfEventHours(scope, cut)) &&
  areApart(
    cuts.map(({ match }) => match),
    scope.merged ?? NONE_MERGED,
  );

/** The named part `pieces` of such series (numbered from 0), which all have the same windows. */
export const piecesTogether = (
  { bind }: UnitFacts,
  scope: FactScope,
  { cuts, windows }: { readonly cuts: readonly TrendCut[]; readonly windows: WindowSql },
): string => {
  const names = cuts.map(({ match }) => namesOf(scope, match.events));
  const all = bind('Array(String)', names.flat());
  const numbers = bind(
    'Array(UInt16)',
    names.flatMap((own, series) => own.map(() => series)),
  );
  const of = scope.unit === 'person' ? PEOPLE : ACCOUNTS;
  return `pieces as (select series, piece, ${somebodyOf(of.column)} as held from (select transform(toString(event), ${all}, ${numbers}, toUInt16(0)) as series, ${windows.pieceOf(HOUR_BEGINS)} as piece, ${of.column}
      from event_hours where ws = {ws:UInt32} and event in ${all} and ${hoursBetween(...spanOf(cuts[0]!), bind)}) as counted group by series, piece having bitmapCardinality(held) > 0)`;
};

const somebodyOf = (column: string): string => `bitmapAndnot(groupBitmapMergeState(${column}), bitmapBuild([toUInt32(0)]))`;

/** The named parts `touched` and `pieces` of such a series: like those of its facts. */
export const piecesOfHours = (
  facts: UnitFacts,
  scope: FactScope,
  { cut, windows }: { readonly cut: TrendCut; readonly windows: WindowSql },
): readonly string[] => {
  const { bind } = facts;
  const [since, until] = spanOf(cut);
  const named = `ws = {ws:UInt32} and event in ${bind('Array(String)', namesOf(scope, cut.match.events))}`;
  const hours = `from event_hours where ${named} and ${hoursBetween(since, until, bind)}`;
  const piece = windows.pieceOf(HOUR_BEGINS);
  if (cut.count.of === 'events')
    return [
      `pieces as (select '' as slice, ${piece} as piece, sum(told) as n, sum(told) as held from (select hour, n as told ${hours}) as counted group by piece)`,
    ];
  const of = scope.unit === 'person' ? PEOPLE : ACCOUNTS;
  const pieces = (own: string): string => `select '' as slice, piece, 0 as n, ${own} group by piece having bitmapCardinality(held) > 0`;
  if (scope.isNobodyMerged)
    return [`pieces as (${pieces(`${somebodyOf(of.column)} as held from (select ${piece} as piece, ${of.column} ${hours}) as counted`)})`];
  const told = `from events where ${named} and at >= ${bind('DateTime64(3)', new Date(since))} and at < ${bind('DateTime64(3)', new Date(until))} and ${of.touched}`;
  return [
    ...of.parts,
    `pieces as (${pieces(`groupBitmapMergeState(own) as held from (
      select ${piece} as piece, bitmapAndnot(groupBitmapMergeState(${of.column}), bitmapBuild(touched)) as own ${hours} group by piece
      union all select piece, groupBitmapState(toUInt32(unit)) as own from (select ${of.unit} as unit, ${windows.pieceOf('toUnixTimestamp64Milli(at)')} as piece ${told}) as moved where unit != 0 group by piece
    ) as both`)})`,
  ];
};

const namesOf = ({ merged = NONE_MERGED }: FactScope, events: readonly string[]): readonly string[] => withMerged(events, merged);

const spanOf = ({ windows }: TrendCut): readonly [number, number] => [
  Math.min(...windows.map(({ start }) => start)),
  Math.max(...windows.map(({ end }) => end)),
];

// A set holds those whom facts were told about. Whoever is touched by a merge (and nobody, 0) is taken out of it, and counted from the facts: of people,
// those under whose number facts of a moved raw id lie, and those who have it now.
const PEOPLE = {
  column: 'people',
  unit: BELONGING_PERSON,
  parts: [
    `(select groupUniqArray(person) from person_days where ws = {ws:UInt32} and length(belonging.1) > 1 and alias in (select arrayJoin(belonging.1))) as moved_from`,
    'arrayDistinct(arrayConcat(moved_from, belonging.2)) as touched',
  ],
  touched:
    'length(belonging.1) > 1 and person in (select arrayJoin(arrayConcat(moved_from, arrayFilter(person -> person > 0, belonging.2))))',
};
const ACCOUNTS = {
  column: 'accounts',
  unit: STANDING_ACCOUNT,
  parts: ['arrayDistinct(arrayConcat(standing.1, standing.2)) as touched'],
  touched: 'length(standing.1) > 1 and account in (select arrayJoin(arrayFilter(account -> account > 0, touched)))',
};
