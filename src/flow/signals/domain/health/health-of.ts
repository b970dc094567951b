import { HEALTH_DIMENSIONS, type HealthBand, type Reason } from '#kernel/signal.ts';
import type { Health } from '../../contracts.ts';
import { fullScoreAt, scoreOn } from './curve.ts';
import type { HealthDefinition, HealthFactor } from './health-definition.ts';
import type { HealthInput, HealthInputKey } from './health-inputs.ts';

/** What is known of an account; an input that is left out was never heard of. */
export type HealthInputs = Readonly<Partial<Record<HealthInputKey, HealthInput>>>;

/** The health of an account at an instant. `score` is null when there is not enough data. */
export type HealthResult = Pick<Health, 'score' | 'band' | 'confidence' | 'reasons' | 'dimensions' | 'version'>;

/**
 * How healthy is the account at `now` (UTC ms), and why? H = 100 · Σ w s m ÷ Σ w m over the factors, where s is the score of the value and
 * m is 1 if the factor has a value that is fresh enough; confidence = Σ w m ÷ Σ w. Below the least confidence the band is `unknown`, never
 * good. The points of the reasons add up to H, the possible ones to 100; bands look at the score as it is shown, in whole points.
 */
export const healthOf = (definition: HealthDefinition, inputs: HealthInputs, now: number): HealthResult => {
  const judged = definition.factors.map((factor) => judge(factor, inputs[factor.input], now));
  const all = sum(definition.factors.map((factor) => factor.weight));
  const measured = sum(judged.map(({ factor, score }) => (score === null ? 0 : factor.weight)));
  const reasons = judged.map((one) => reasonOf(one, measured));
  const confidence = measured / all;
  const enough = measured > 0 && confidence >= definition.leastConfidence;
  const score = enough ? sum(reasons.map((reason) => reason.points)) : null;
  return { score, band: bandOf(definition, score), confidence, reasons, dimensions: dimensionsOf(reasons), version: definition.version };
};

/** In which band is this score? Unknown without one. */
export const bandOf = ({ bands }: HealthDefinition, score: number | null): HealthBand => {
  if (score === null) return 'unknown';
  const shown = Math.round(score);
  if (shown >= bands.good) return 'good';
  return shown >= bands.watch ? 'watch' : 'bad';
};

/** A factor with its score 0..1; null when it has no value, nothing to compare it with, or no fresh one. */
interface Judged {
  readonly factor: HealthFactor;
  readonly input: HealthInput | undefined;
  readonly score: number | null;
}

const DAY_MS = 86_400_000;

const judge = (factor: HealthFactor, input: HealthInput | undefined, now: number): Judged => {
  const fresh = input?.asOf != null && (factor.freshDays === null || now - input.asOf <= factor.freshDays * DAY_MS);
  return { factor, input, score: fresh ? scoreOf(factor, input) : null };
};

const scoreOf = ({ score }: HealthFactor, { value, baseline = null, percentile = null }: HealthInput): number | null => {
  if (score.by === 'percentile') return percentile === null ? null : scoreOn(score.curve, percentile);
  if (value === null) return null;
  if (score.by === 'thresholds') return scoreOn(score.curve, value);
  return baseline === null ? null : scoreOn(score.curve, value / Math.max(baseline, score.least));
};

const reasonOf = ({ factor, input, score }: Judged, measured: number): Reason => {
  const possible = score === null ? 0 : (100 * factor.weight) / measured;
  return {
    factor: factor.key,
    dimension: factor.dimension,
    points: score === null ? 0 : possible * score,
    possible,
    value: input?.value ?? null,
    baseline: factor.score.by === 'baseline' ? (input?.baseline ?? null) : fullScoreAt(factor.score.curve),
    against: factor.score.by === 'baseline' ? 'usual' : 'full',
    fresh: score !== null,
  };
};

const dimensionsOf = (reasons: readonly Reason[]): HealthResult['dimensions'] =>
  HEALTH_DIMENSIONS.flatMap((dimension) => {
    const own = reasons.filter((reason) => reason.dimension === dimension);
    if (own.length === 0) return [];
    const total = (pick: (reason: Reason) => number): number => sum(own.map(pick));
    return [{ dimension, points: total((one) => one.points), possible: total((one) => one.possible), fresh: own.some((one) => one.fresh) }];
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
