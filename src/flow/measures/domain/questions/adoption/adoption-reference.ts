import type { AdoptionQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, meets, type Occurrence, occurrencesOf, type QuestionWorld } from '../question-world.ts';

/** Of a feature (from 0): how many units may use it, how many of them did in the range, and how often? */
export interface AdoptionCount {
  readonly feature: number;
  readonly eligible: number;
  readonly using: number;
  readonly facts: number;
}

/** The facts that tell of accounts and people: who is told of exists, whatever he does. */
export const TOLD_OF: readonly string[] = ['account_created', 'account_changed', 'person_created', 'person_changed'];

/**
 * The reference of adoption: units using a feature ÷ units eligible for it. DEFINITIONS, Adoption. Units are those that were told of before the end of the
 * range, and those that used one of the features; a unit is eligible where the attributes of one of these facts say so, and only such facts are use.
 */
export function adoptionReference(world: QuestionWorld, question: AdoptionQuestion, frame: QuestionFrame): readonly AdoptionCount[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const used = question.features.map((feature) =>
    [...matching(all, feature, frame.asOf)].filter(({ fact }) => fact.at >= frame.start && fact.at < frame.end),
  );
  const told = all.filter(({ fact }) => TOLD_OF.includes(fact.event) && fact.at < frame.end);
  const universe = [...told, ...used.flat()];
  return question.features.map(({ eligible }, index) => {
    const may = ({ read }: Occurrence): boolean => eligible === null || meets(eligible, read, frame.asOf);
    const own = used[index]!.filter(may);
    return { feature: index, eligible: unitsOf(universe.filter(may)), using: unitsOf(own), facts: own.length };
  });
}

const unitsOf = (facts: readonly Occurrence[]): number => new Set(facts.map(({ unit }) => unit)).size;
