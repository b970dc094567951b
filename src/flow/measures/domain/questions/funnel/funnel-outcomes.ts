import type { EventMatch, FunnelQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { byUnit, matching, type Occurrence, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { type AttemptRules, countedAttempt, type FunnelFact, inFunnelOrder, type Reached } from './attempts.ts';

/** What became of a unit in a funnel: one row per unit, or per unit and slice or period of entry where the question divides so. */
export interface FunnelOutcome {
  readonly unit: string;
  readonly slice: string;
  /** From 1; 0 when entries are not told apart. */
  readonly period: number;
  readonly reached: readonly Reached[];
  /** UTC ms of the first entry in the range (and period). */
  readonly firstEntry: number;
}

/** The reference of funnels: which attempt of each unit counts, and under which slice? DEFINITIONS, Funnel. */
export function funnelReference(
  world: QuestionWorld,
  question: FunnelQuestion,
  frame: QuestionFrame,
  byPeriod = false,
): readonly FunnelOutcome[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const lines = linesOf(all, question, frame);
  const rules = rulesOf(question, frame);
  const found = lines.flatMap(({ unit, held, facts }) =>
    cutsOf(facts, question, rules, byPeriod ? frame : null).flatMap((cut) => outcomeOf(unit, held, cut)),
  );
  const better = (a: Found, b: Found): number =>
    b.reached.length - a.reached.length ||
    a.reached.at(-1)!.at - b.reached.at(-1)!.at ||
    b.reached[0]!.at - a.reached[0]!.at ||
    (a.held < b.held ? -1 : 1);
  return [...Map.groupBy(found, (one) => JSON.stringify([one.unit, one.part, one.period])).values()].map((own) => {
    const { unit, part, period, reached } = [...own].sort(better)[0]!;
    return { unit, period, reached, slice: sliceOf(question, part, reached), firstEntry: Math.min(...own.map((one) => one.firstEntry)) };
  });
}

interface Found {
  readonly unit: string;
  readonly held: string;
  readonly part: string;
  readonly period: number;
  readonly reached: readonly Reached[];
  readonly firstEntry: number;
}

interface Cut {
  readonly part: string;
  readonly period: number;
  readonly facts: readonly FunnelFact[];
  readonly rules: AttemptRules;
}

const outcomeOf = (unit: string, held: string, { part, period, facts, rules }: Cut): readonly Found[] => {
  const reached = countedAttempt(facts, rules);
  if (reached === null) return [];
  return [{ unit, held, part, period, reached, firstEntry: Math.min(...entriesOf(facts, rules).map((fact) => fact.at)) }];
};

const entriesOf = (facts: readonly FunnelFact[], { order, from, to }: AttemptRules): readonly FunnelFact[] =>
  facts.filter(({ at, steps }) => (order === 'any' ? steps !== 0 : (steps & 1) !== 0) && at >= from && at < to);

const rulesOf = (
  { steps, order, windowSeconds, stepWindowSeconds, exclusions, spoilt }: FunnelQuestion,
  { start, end }: QuestionFrame,
): AttemptRules => ({
  ...{
    steps: steps.length,
    order,
    window: windowSeconds * 1_000,
    stepWindow: stepWindowSeconds === null ? null : stepWindowSeconds * 1_000,
  },
  ...{ exclusions, spoilt, from: start, to: end },
});

// What each unit did, by the value held constant, and by the value of the breakdown where each is a funnel of its own.
const linesOf = (all: readonly Occurrence[], question: FunnelQuestion, frame: QuestionFrame) => {
  const until = question.observe === 'range' ? frame.end : frame.end + question.windowSeconds * 1_000;
  const bitsOf = (matches: readonly EventMatch[]): ((one: Occurrence) => number) => {
    const sets = matches.map((match) => matching(all, match, frame.asOf));
    return (one) => sets.reduce((bits, set, bit) => (set.has(one) ? bits | (1 << bit) : bits), 0);
  };
  const [steps, exclusions] = [bitsOf(question.steps), bitsOf(question.exclusions)];
  const anything = matching(all, { events: [], where: null, occurrence: 'every' }, frame.asOf);
  const seen = all
    .filter(({ fact }) => fact.at >= frame.start && fact.at < until)
    .map((one) => ({
      one,
      steps: steps(one),
      exclusions: exclusions(one),
      value: question.breakdown === null ? '' : one.read(question.breakdown.field),
    }))
    .filter((fact) => fact.steps !== 0 || fact.exclusions !== 0 || (question.order === 'strict' && anything.has(fact.one)));
  const held = ({ one }: (typeof seen)[number]): string => (question.holdConstant === null ? '' : one.read(question.holdConstant));
  const kept = question.holdConstant === null ? seen : seen.filter((fact) => held(fact) !== '');
  const own = (value: string): string => (question.breakdown !== null && question.attribution === 'any' ? value : '');
  return [...byUnit(kept.map(({ one }) => one)).keys()].flatMap((unit) =>
    [
      ...Map.groupBy(
        kept.filter(({ one }) => one.unit === unit),
        (fact) => JSON.stringify([held(fact), own(fact.value)]),
      ),
    ].map(([key, facts]) => ({
      unit,
      held: (JSON.parse(key) as string[])[0]!,
      facts: facts.map(
        (fact): FunnelFact => ({
          at: fact.one.fact.at,
          id: fact.one.fact.id,
          steps: fact.steps,
          exclusions: fact.exclusions,
          value: fact.value,
        }),
      ),
    })),
  );
};

const cutsOf = (
  facts: readonly FunnelFact[],
  { breakdown, attribution }: FunnelQuestion,
  rules: AttemptRules,
  frame: QuestionFrame | null,
): readonly Cut[] => {
  const parts = breakdown === null ? [{ part: '', facts }] : partsOf(facts, attribution);
  if (frame === null) return parts.map((part) => ({ ...part, period: 0, rules }));
  return parts.flatMap((part) =>
    frame.periods.map((period, index) => ({ ...part, period: index + 1, rules: { ...rules, from: period.start, to: period.end } })),
  );
};

const partsOf = (
  facts: readonly FunnelFact[],
  attribution: FunnelQuestion['attribution'],
): readonly { readonly part: string; readonly facts: readonly FunnelFact[] }[] => {
  if (attribution === 'any') return [{ part: facts[0]!.value, facts }];
  const touches = inFunnelOrder(facts).filter(({ steps, value }) => steps !== 0 && value !== '');
  if (attribution === 'first_touch') return [{ part: touches[0]?.value ?? '', facts }];
  if (attribution === 'last_touch') return [{ part: touches.at(-1)?.value ?? '', facts }];
  if (typeof attribution !== 'object' || !('eachStep' in attribution)) return [{ part: '', facts }];
  const bit = 1 << attribution.eachStep;
  const values = new Set(facts.filter(({ steps }) => (steps & bit) !== 0).map(({ value }) => value));
  return (values.size === 0 ? [''] : [...values]).map((part) => ({
    part,
    facts: facts.map((fact) => ((fact.steps & bit) !== 0 && fact.value !== part ? { ...fact, steps: fact.steps & ~bit } : fact)),
  }));
};

const sliceOf = ({ breakdown, attribution }: FunnelQuestion, part: string, reached: readonly Reached[]): string => {
  if (breakdown === null) return '';
  if (attribution === 'first') return reached[0]!.value;
  if (attribution === 'last') return reached.at(-1)!.value;
  if (typeof attribution === 'object' && 'step' in attribution) return reached[attribution.step]?.value ?? '';
  return part;
};
