import type { Condition } from '#kernel/condition.ts';
import { metAt } from './attributes-at.ts';
import { type CustomerLife, customerLives, type PaidLife, paidLives } from './customer-lives.ts';
import { dealLostMoments } from './deal-moments.ts';
import { countedMoments, type KeyedFactTrigger, momentsInLives } from './fact-moments.ts';
import type { LifecycleInput, Moment } from './input.ts';
import { aboveStart, duringLives, edgeMoments, type Holding, mrrEdge, scoreReached, termEnding } from './state-moments.ts';
import { visibleAt } from './steps.ts';
import { type KeyedTrigger, keyedTriggers } from './triggers.ts';

/**
 * When was each trigger of the rules met, from what had happened and was known by `now`? In order of time. The reference from raw facts: a
 * store may hand in fewer facts (`KeyedTrigger.keep`) and must get the same.
 */
export const momentsOf = (input: LifecycleInput): readonly Moment[] => {
  const seen = seenBy(input);
  const triggers = keyedTriggers(input.rules);
  const paid = paidLives(seen.mrrSteps);
  const edges = triggers.filter((keyed) => !needsLife(keyed)).flatMap((keyed) => momentsOfTrigger(keyed, seen, paid, null));
  const allowed = edges.filter((moment) => metAt(conditionOf(moment, triggers), seen.attributes, moment.at) !== null);
  const lives = customerLives(paid, allowed, triggers);
  const lived = triggers.filter(needsLife).flatMap((keyed) => momentsOfTrigger(keyed, seen, paid, lives));
  return [...edges, ...lived, ...dealLostMoments(seen.facts)].filter((moment) => moment.at <= input.now).sort((a, b) => a.at - b.at);
};

const seenBy = (input: LifecycleInput): LifecycleInput => ({
  ...input,
  facts: visibleAt(input.facts, input.now),
  mrrSteps: visibleAt(input.mrrSteps, input.now),
  termEnds: visibleAt(input.termEnds, input.now),
  scores: visibleAt(input.scores, input.now),
  attributes: visibleAt(input.attributes, input.now),
});

const conditionOf = (moment: Moment, triggers: readonly KeyedTrigger[]): Condition | null =>
  triggers.find((keyed) => keyed.key === moment.trigger)!.onlyIf;

// Active, Expanded and Renewing are stages of a customer: their facts and scores count within a life only.
const needsLife = ({ keep }: KeyedTrigger): boolean => keep === 'life';

const momentsOfTrigger = (
  keyed: KeyedTrigger,
  seen: LifecycleInput,
  paid: readonly PaidLife[],
  lives: readonly CustomerLife[] | null,
): readonly Moment[] => {
  const { key, trigger } = keyed;
  if (trigger.kind === 'fact') {
    const counted = { ...keyed, trigger } satisfies KeyedFactTrigger;
    return lives === null ? countedMoments(counted, seen.facts, seen.zone) : momentsInLives(counted, seen.facts, lives, seen.zone);
  }
  if (trigger.kind === 'mrr_started' || trigger.kind === 'mrr_ended') {
    const steps = paid.flatMap((life) => (trigger.kind === 'mrr_started' ? life.steps.slice(0, 1) : (life.end ?? [])));
    return steps.map(mrrEdge).map(({ at, known, evidence }) => ({ trigger: key, edge: 'met' as const, at, known, evidence: [evidence] }));
  }
  const held = heldBy(trigger, seen, paid);
  return edgeMoments(key, lives === null ? held : duringLives(held, lives));
};

const heldBy = (
  trigger: Exclude<KeyedTrigger['trigger'], { kind: 'fact' | 'mrr_started' | 'mrr_ended' }>,
  seen: LifecycleInput,
  paid: readonly PaidLife[],
): readonly Holding[] => {
  if (trigger.kind === 'mrr_above_start') return aboveStart(trigger, paid);
  if (trigger.kind === 'term_ends_within') return termEnding(trigger, seen.termEnds, paid, seen.zone);
  return scoreReached(trigger, seen.scores);
};
