import type { LeadScore } from '../../contracts.ts';
import type { ScoreStep } from '../lifecycle/input.ts';
import { countsFrom } from '../lifecycle/steps.ts';
import type { LeadDefinition } from './lead-definition.ts';
import type { LeadRecord } from './lead-fields.ts';
import { type LeadFact, leadScorer, scored } from './lead-score-of.ts';

/** A person of an account through time: what was recorded from when on, and what the person did. */
export interface LeadPerson {
  readonly records: readonly { readonly at: number; readonly known: number; readonly record: LeadRecord }[];
  readonly facts: readonly LeadFact[];
}

export type AccountLeadScore = Pick<LeadScore, 'fit' | 'engagement' | 'grade' | 'band' | 'score'>;

/**
 * How good is an account as a lead, given its people? Fit is that of the best fitting person; engagement adds the people's engagement from
 * the strongest down with diminishing weight, so that it lies between the strongest person's and a little more, and a long list of faint
 * people does not make a hot account. Without people: unknown fit, no engagement.
 */
export const accountLeadScore = (
  definition: LeadDefinition,
  people: readonly Pick<LeadScore, 'fit' | 'engagement'>[],
): AccountLeadScore => {
  const fits = people.flatMap((person) => person.fit ?? []);
  const strongest = people.map((person) => person.engagement).sort((a, b) => b - a);
  const engagement = definition.people.reduce((total, weight, index) => total + weight * (strongest[index] ?? 0), 0);
  return scored(definition, fits.length === 0 ? null : Math.max(...fits), engagement);
};

/**
 * What was the account's score from when on, up to `now`? One step for each instant at which something counted for the first time: the score
 * as it could be known then, which is what moves a lead to Qualified. Between steps a score only decays, but for refusals, which fade without a step.
 * Of an account that had more than 300 such instants it is one step a day (UTC), at the day's last.
 */
export const leadScoreSteps = (definition: LeadDefinition, people: readonly LeadPerson[], now: number): readonly ScoreStep[] => {
  const scoreAt = accountScorer(definition, people);
  return instantsOf(people)
    .filter((at) => at <= now)
    .map((at) => {
      const { score, grade } = scoreAt(at);
      return { at, known: at, score, grade };
    });
};

/** How good was the account as a lead at this instant, by what had happened and was known then? */
export const accountScoreAt = (definition: LeadDefinition, people: readonly LeadPerson[], at: number): AccountLeadScore =>
  accountScorer(definition, people)(at);

const accountScorer = (definition: LeadDefinition, people: readonly LeadPerson[]): ((at: number) => AccountLeadScore) => {
  const scorers = people.map((person) => ({
    person,
    firstFactAt: person.facts.reduce((first, fact) => Math.min(first, countsFrom(fact)), Number.POSITIVE_INFINITY),
    scoreOf: leadScorer(definition, person.facts),
  }));
  return (at) =>
    accountLeadScore(
      definition,
      scorers.flatMap(({ person, firstFactAt, scoreOf }) => {
        const record = recordAt(person, at);
        return record === null && firstFactAt > at ? [] : [scoreOf(record ?? NOTHING_KNOWN, at)];
      }),
    );
};

/** What was recorded of the person at this instant, as known then? Null before anything was. */
export const recordAt = ({ records }: LeadPerson, at: number): LeadRecord | null =>
  records
    .filter((one) => countsFrom(one) <= at)
    .reduce<LeadPerson['records'][number] | null>((last, one) => (last === null || one.at >= last.at ? one : last), null)?.record ?? null;

/** A person of whom nothing was recorded. */
export const NOTHING_KNOWN: LeadRecord = { person: {}, account: {}, emailKind: null };

const MOST_STEPS = 300;
const DAY_MS = 86_400_000;

const instantsOf = (people: readonly LeadPerson[]): readonly number[] => {
  const instants = [...new Set(people.flatMap((person) => [...person.records, ...person.facts].map(countsFrom)))].sort((a, b) => a - b);
  if (instants.length <= MOST_STEPS) return instants;
  return instants.filter((at, index) => Math.floor(at / DAY_MS) !== Math.floor((instants[index + 1] ?? Number.POSITIVE_INFINITY) / DAY_MS));
};
