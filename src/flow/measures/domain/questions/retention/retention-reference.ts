import type { RetentionQuestion } from '../../../question-contracts.ts';
import { boundsOf, type QuestionFrame } from '../question-frame.ts';
import { byUnit, matching, type Occurrence, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { columnsOf, stretchOf } from './retention-columns.ts';

/** A unit in a cohort (its period, from 1), under its slice, with the columns (from 0) in which it was back. */
export interface Retained {
  readonly unit: string;
  readonly slice: string;
  readonly cohort: number;
  readonly back: readonly number[];
}

/** The reference of retention: who is in which cohort, and in which columns was each back? DEFINITIONS, Retention. A fact is never start and return at once. */
export function retentionReference(world: QuestionWorld, question: RetentionQuestion, frame: QuestionFrame): readonly Retained[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const starts = byUnit(inOrder(matching(all, question.start, frame.asOf)));
  const backs = byUnit(inOrder(matching(all, question.back ?? question.start, frame.asOf)));
  return [...starts].flatMap(([unit, own]) =>
    cohortStarts(own, question, frame).map(({ cohort, start }): Retained => {
      const later = (backs.get(unit) ?? []).filter(
        ({ fact }) => fact.at > start.fact.at || (fact.at === start.fact.at && fact.id > start.fact.id),
      );
      const slice = question.breakdown === null ? '' : start.read(question.breakdown.field);
      return { unit, slice, cohort, back: backColumns(later, { cohort, at: start.fact.at }, question, frame) };
    }),
  );
}

const inOrder = (occurrences: Iterable<Occurrence>): readonly Occurrence[] =>
  [...occurrences].sort((a, b) => a.fact.at - b.fact.at || a.fact.id - b.fact.id);

// The start of a unit in each of its cohorts: the first of each period.
const cohortStarts = (starts: readonly Occurrence[], { cohort }: RetentionQuestion, frame: QuestionFrame) => {
  const inRange = ({ fact }: Occurrence): boolean => fact.at >= frame.start && fact.at < frame.end;
  const firstOf = frame.periods.flatMap((period, index) => {
    const start = starts.find((one) => inRange(one) && one.fact.at >= period.start && one.fact.at < period.end);
    return start === undefined ? [] : [{ cohort: index + 1, start }];
  });
  if (cohort === 'every') return firstOf;
  if (cohort === 'first_ever' && starts.some(({ fact }) => fact.at < frame.start)) return [];
  return firstOf.slice(0, 1);
};

const backColumns = (
  later: readonly Occurrence[],
  start: { readonly cohort: number; readonly at: number },
  question: RetentionQuestion,
  frame: QuestionFrame,
): readonly number[] => {
  const stretch = stretchOf(frame.interval);
  const bounds = boundsOf(frame, 2_000);
  const placeOf = ({ fact }: Occurrence): number =>
    question.period === 'rolling'
      ? Math.floor((fact.at - start.at) / stretch)
      : bounds.findLastIndex((bound) => bound <= fact.at) + 1 - start.cohort;
  const counting = later.filter(
    (one) => question.returns !== 'on_or_after' || question.onOrAfterUntil === 'as_of' || one.fact.at < frame.end,
  );
  const places = [...Map.groupBy(counting, placeOf)].filter(([, facts]) => facts.length >= question.minimum).map(([place]) => place);
  return columnsOf(question, frame).flatMap(([first, last], column) =>
    places.some((place) => place >= first && place <= last) ? [column] : [],
  );
};
