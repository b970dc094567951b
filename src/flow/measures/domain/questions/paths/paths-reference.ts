import type { PathsQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, type Occurrence, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { sessionLines } from '../sessions/session-lines.ts';
import { OTHERS } from '../slices.ts';
import { groupedName } from './name-groups.ts';

/** A way from one name to the next, '' where the sequence ends. Step 0 is the row of all sequences. */
export interface PathEdge {
  readonly step: number;
  readonly from: string;
  readonly to: string;
  readonly transitions: number;
  readonly units: number;
}

/** What a unit went through in a session, cut to the beginning, end and number of steps of the question. */
export interface PathSequence {
  readonly unit: string;
  readonly names: readonly string[];
}

/** The reference of paths: which sequences are there? DEFINITIONS, Paths. Sessions are made of the named facts in the range. */
export function pathSequences(world: QuestionWorld, question: PathsQuestion, frame: QuestionFrame): readonly PathSequence[] {
  const found = [...matching(occurrencesOf(world, { ...question, asOf: frame.asOf }), question.match, frame.asOf)];
  const named = found.filter(({ fact, read }) => fact.at >= frame.start && fact.at < frame.end && read(question.name) !== '');
  return sessionLines(named, question.gapMinutes).flatMap(({ unit, facts }) => {
    const names = cut(collapsed(namesOf(facts, question), question), question);
    return names.length === 0 ? [] : [{ unit, names: names.slice(0, question.steps) }];
  });
}

/** The reference of a path's edges: names of a step that are not among its largest (by sequences, then by name) are one; each step gives what it took. */
export function pathEdges(sequences: readonly PathSequence[], { steps, names: top }: PathsQuestion): readonly PathEdge[] {
  const shown = Array.from({ length: steps }, (_, step) =>
    largestNames(
      sequences.flatMap(({ names }) => names.slice(step, step + 1)),
      top,
    ),
  );
  const nameAt = ({ names }: PathSequence, step: number): string => {
    const name = names[step];
    if (name === undefined) return '';
    return shown[step]!.has(name) ? name : OTHERS;
  };
  const taken = sequences.flatMap((sequence) => [
    { unit: sequence.unit, step: 0, from: '', to: '' },
    ...sequence.names
      .slice(0, steps - 1)
      .map((_, step) => ({ unit: sequence.unit, step: step + 1, from: nameAt(sequence, step), to: nameAt(sequence, step + 1) })),
  ]);
  return [...Map.groupBy(taken, ({ step, from, to }) => JSON.stringify([step, from, to])).values()].map((own) => ({
    ...{ step: own[0]!.step, from: own[0]!.from, to: own[0]!.to },
    transitions: own.length,
    units: new Set(own.map(({ unit }) => unit)).size,
  }));
}

/** How many sequences and units come as far as a name of `follow` (from 1)? */
export interface PathFollowed {
  readonly step: number;
  readonly sequences: number;
  readonly units: number;
}

/** The reference of a path turned into a funnel: who goes along these names from the beginning on? As many units as the path itself shows there. */
export function pathFollowed(sequences: readonly PathSequence[], { follow }: PathsQuestion): readonly PathFollowed[] {
  return follow.map((_, index) => {
    const along = sequences.filter(({ names }) => follow.slice(0, index + 1).every((name, step) => names[step] === name));
    return { step: index + 1, sequences: along.length, units: new Set(along.map(({ unit }) => unit)).size };
  });
}

const namesOf = (facts: readonly Occurrence[], { name, groups }: PathsQuestion): readonly string[] =>
  facts.map(({ read }) => groupedName(read(name), groups));

const collapsed = (names: readonly string[], { collapse }: PathsQuestion): readonly string[] =>
  collapse ? names.filter((name, index) => index === 0 || name !== names[index - 1]) : names;

const cut = (names: readonly string[], { startsAt, endsAt }: PathsQuestion): readonly string[] => {
  const first = startsAt === null ? 0 : names.indexOf(startsAt);
  if (first < 0) return [];
  const begun = names.slice(first);
  if (endsAt === null) return begun;
  const last = begun.indexOf(endsAt, startsAt === null ? 0 : 1);
  return last < 0 ? [] : begun.slice(0, last + 1).reverse();
};

const largestNames = (names: readonly string[], top: number): ReadonlySet<string> => {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, own]) => ({ name, count: own.length }));
  const byText = (a: string, b: string): number => (a < b ? -1 : 1);
  return new Set(
    counts
      .sort((a, b) => b.count - a.count || byText(a.name, b.name))
      .slice(0, top)
      .map(({ name }) => name),
  );
};
