import { HEALTH_DIMENSIONS, type HealthBand, type Reason } from '#kernel/signal.ts';
import type { Health } from '../../contracts.ts';
import { fullScoreAt, scoreOn } from './curve.ts';
import type { HealthDefinition, HealthFactor } from './health-definition.ts';
import type { HealthInput, HealthInputKey } from './health-inputs.ts';

/** What is known of an account; an input that is left out was never heard of. */
export type HealthInputs = Readonly<Partial<Record<HealthInputKey, HealthInput>>>;

/** The health of an account at an instant. `score` is null when there is not enough data. */
export type HealthResult = Pick<Health, 'score' | 'band' | 'confidence' | 'reasons' | 'dimensions' | 'version'>;

/** A day's health as it is kept: without reasons, which follow from what it was judged from. */
export interface Judgement extends Pick<Health, 'score' | 'band' | 'confidence' | 'version'> {
  /** Of the formula's factors in its order; null without a fresh value. */
  readonly points: readonly (number | null)[];
}

/**
 * How healthy is the account at `now` (UTC ms)? H = 100 · Σ w s m ÷ Σ w m over the factors, where s is the score of the value and
 * m is 1 if the factor has a value that is fresh enough; confidence = Σ w m ÷ Σ w. Below the least confidence the band is `unknown`, never
 * good. Bands look at the score as it is shown, in whole points.
 */
export const judgementOf = (definition: HealthDefinition, inputs: HealthInputs, now: number): Judgement => {
  const scores = definition.factors.map((factor) => scoreAt(factor, inputs[factor.input], now));
  let [all, measured] = [0, 0];
  definition.factors.forEach(({ weight }, index) => {
    all += weight;
    if (scores[index] !== null) measured += weight;
  });
  const points = definition.factors.map(({ weight }, index) => {
    const score = scores[index]!;
    return score === null ? null : ((100 * weight) / measured) * score;
  });
  const confidence = measured / all;
  const enough = measured > 0 && confidence >= definition.leastConfidence;
  const score = enough ? sum(points.map((one) => one ?? 0)) : null;
  return { score, band: bandOf(definition, score), confidence, version: definition.version, points };
};

/** The same with why: the points of the reasons add up to H, the possible ones to 100. */
export const healthOf = (definition: HealthDefinition, inputs: HealthInputs, now: number): HealthResult => {
  const { points, ...judgement } = judgementOf(definition, inputs, now);
  const measured = sum(definition.factors.map(({ weight }, index) => (points[index] === null ? 0 : weight)));
  const reasons = definition.factors.map((factor, index) => reasonOf(factor, inputs[factor.input], { points: points[index]!, measured }));
  return { ...judgement, reasons, dimensions: dimensionsOf(reasons) };
};

/** Is what was heard of a source by `asOf` fresh enough for a factor at `now`? */
export const isFresh = ({ freshDays }: HealthFactor, asOf: number | null | undefined, now: number): boolean =>
  asOf != null && (freshDays === null || now - asOf <= freshDays * DAY_MS);

/** In which band is this score? Unknown without one. */
export const bandOf = ({ bands }: HealthDefinition, score: number | null): HealthBand => {
  if (score === null) return 'unknown';
  const shown = Math.round(score);
  if (shown >= bands.good) return 'good';
  return shown >= bands.watch ? 'watch' : 'bad';
};

const DAY_MS = 86_400_000;

/** The score 0..1 of a factor; null when it has no value, nothing to compare it with, or no fresh one. */
const scoreAt = (factor: HealthFactor, input: HealthInput | undefined, now: number): number | null =>
  input !== undefined && isFresh(factor, input.asOf, now) ? scoreOf(factor, input) : null;

const scoreOf = ({ score }: HealthFactor, { value, baseline = null, percentile = null }: HealthInput): number | null => {
  if (score.by === 'percentile') return percentile === null ? null : scoreOn(score.curve, percentile);
  if (value === null) return null;
  if (score.by === 'thresholds') return scoreOn(score.curve, value);
  return baseline === null ? null : scoreOn(score.curve, value / Math.max(baseline, score.least));
};

const reasonOf = (
  factor: HealthFactor,
  input: HealthInput | undefined,
  { points, measured }: { readonly points: number | null; readonly measured: number },
): Reason => ({
  factor: factor.key,
  dimension: factor.dimension,
  points: points ?? 0,
  possible: points === null ? 0 : (100 * factor.weight) / measured,
  value: input?.value ?? null,
  baseline: factor.score.by === 'baseline' ? (input?.baseline ?? null) : fullScoreAt(factor.score.curve),
  against: factor.score.by === 'baseline' ? 'usual' : 'full',
  fresh: points !== null,
});

const dimensionsOf = (reasons: readonly Reason[]): HealthResult['dimensions'] =>
  HEALTH_DIMENSIONS.flatMap((dimension) => {
    const own = reasons.filter((reason) => reason.dimension === dimension);
    if (own.length === 0) return [];
    const total = (pick: (reason: Reason) => number): number => sum(own.map(pick));
    return [{ dimension, points: total((one) => one.points), possible: total((one) => one.possible), fresh: own.some((one) => one.fresh) }];
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
