import type { StickinessQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { byUnitAndSlice, slicedFacts } from '../sliced-facts.ts';

/** How many units of a slice were active in exactly so many intervals? */
export interface StickinessCount {
  readonly slice: string;
  readonly intervals: number;
  readonly units: number;
}

/**
 * The reference of the distribution of stickiness: in how many intervals of the range was each unit active? DEFINITIONS, Stickiness. An interval in which
 * nothing happened is never active, whatever the criterion says.
 */
export function stickinessReference(world: QuestionWorld, question: StickinessQuestion, frame: QuestionFrame): readonly StickinessCount[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const found = [...matching(all, question.match, frame.asOf)].filter(({ fact }) => fact.at >= frame.start && fact.at < frame.end);
  const counted = byUnitAndSlice(slicedFacts(found, question.breakdown)).map((facts) => {
    const perInterval = Map.groupBy(facts, ({ one }) => intervalOf(one.fact.at, question, frame));
    const active = [...perInterval.values()].filter((own) => meetsCriterion(own.length, question.criterion));
    return { slice: facts[0]!.slice, intervals: active.length };
  });
  return [...Map.groupBy(counted, ({ slice, intervals }) => JSON.stringify([slice, intervals])).values()]
    .map((same) => ({ ...same[0]!, units: same.length }))
    .filter(({ intervals }) => intervals > 0);
}

const intervalOf = (at: number, { intervalCount }: StickinessQuestion, { periods }: QuestionFrame): number =>
  Math.floor(periods.findIndex(({ start, end }) => at >= start && at < end) / intervalCount);

const meetsCriterion = (facts: number, { op, count }: StickinessQuestion['criterion']): boolean =>
  ({ gte: facts >= count, lte: facts <= count, is: facts === count })[op];
