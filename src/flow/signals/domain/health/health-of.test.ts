import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_DIMENSIONS } from '#kernel/signal.ts';
import { defaultHealthDefinition } from './default-health.ts';
import { HealthDefinition } from './health-definition.ts';
import { HEALTH_INPUT_KEYS, HEALTH_INPUTS, type HealthInput, type HealthInputKey } from './health-inputs.ts';
import { bandOf, type HealthInputs, healthOf } from './health-of.ts';

const NOW = Date.UTC(2026, 5, 30, 12);
const DAY = 86_400_000;
const DEFAULT = defaultHealthDefinition();
const at = (value: number | null, baseline?: number): HealthInput => ({ value, baseline, asOf: NOW - DAY });

/** A customer of whom everything is known, worked by hand below. */
const known: Record<HealthInputKey, HealthInput> = {
  active_days_28: at(6, 12), // half of usual: 0.4 × 20 = 8
  feature_uses_28: at(75, 100), // 0.75 of usual: 0.65 × 15 = 9.75
  distinct_features_28: at(3), // between 1 (0.4) and 5 (1): 0.7 × 10 = 7
  error_rate_28: at(0.06), // between 0.02 (1) and 0.1 (0.5): 0.75 × 5 = 3.75
  open_tickets: at(1), // 0.8 × 8 = 6.4
  urgent_tickets_90: at(1), // 0.5 × 7 = 3.5
  satisfaction_180: at(4), // 0.8 × 10 = 8
  days_since_contact: at(14), // 1 × 8 = 8
  mrr_change_90: at(-0.15), // 0.4 × 9 = 3.6
  payment_failures_60: at(0), // 5
  downgrades_90: at(1), // 0
};

describe('the default formula of health', () => {
  it('weighs a hundred, covers every dimension, and names each input once', () => {
    expect(DEFAULT.factors.reduce((sum, factor) => sum + factor.weight, 0)).toBe(100);
    expect(new Set(DEFAULT.factors.map((factor) => factor.dimension))).toEqual(new Set(HEALTH_DIMENSIONS));
    expect(DEFAULT.factors.map((factor) => factor.input).sort()).toEqual([...HEALTH_INPUT_KEYS].sort());
    expect(DEFAULT.factors.filter((factor) => factor.score.by === 'baseline' && HEALTH_INPUTS[factor.input].baseline === null)).toEqual([]);
  });

  it('gives the customer worked by hand 63 points, each with its reason', () => {
    const health = healthOf(DEFAULT, known, NOW);
    expect(health.score).toBeCloseTo(63, 10);
    expect(health).toMatchObject({ band: 'watch', confidence: 1, version: 1 });
    expect(health.reasons.map((reason) => Number(reason.points.toFixed(6)))).toEqual([8, 9.75, 7, 3.75, 6.4, 3.5, 8, 8, 3.6, 5, 0]);
    expect(health.reasons[0]).toMatchObject({
      factor: 'active_days_28',
      dimension: 'usage',
      possible: 20,
      value: 6,
      baseline: 12,
      fresh: true,
    });
    expect(health.reasons[2]!.baseline).toBe(5);
    expect(health.dimensions.map(({ dimension, points, possible }) => [dimension, Number(points.toFixed(6)), possible])).toEqual([
      ['usage', 17.75, 35],
      ['adoption', 10.75, 15],
      ['support', 9.9, 15],
      ['sentiment', 8, 10],
      ['relationship', 8, 8],
      ['money', 8.6, 17],
    ]);
  });

  it('spreads the weight of what is missing over what is known, and says how sure it is', () => {
    const { satisfaction_180: _, ...rest } = known;
    const health = healthOf(DEFAULT, { ...rest, payment_failures_60: { value: 0, asOf: null } }, NOW);
    expect(health.confidence).toBeCloseTo(0.85, 10);
    expect(health.score).toBeCloseTo((63 - 8 - 5) / 0.85, 10);
    expect(health.reasons.find((reason) => reason.factor === 'satisfaction_180')).toMatchObject({
      points: 0,
      possible: 0,
      value: null,
      fresh: false,
    });
  });

  it('has not enough to say without product use, however well all else looks', () => {
    const use: readonly HealthInputKey[] = ['active_days_28', 'feature_uses_28', 'distinct_features_28', 'error_rate_28'];
    const silent = Object.fromEntries(use.map((key) => [key, { ...known[key], asOf: NOW - 15 * DAY }]));
    expect(healthOf(DEFAULT, { ...known, ...silent }, NOW)).toMatchObject({ score: null, band: 'unknown', confidence: 0.5 });
    expect(healthOf(DEFAULT, {}, NOW)).toMatchObject({ score: null, band: 'unknown', confidence: 0 });
  });

  it('calls a customer who stopped long ago bad, not unknown, and a young one unknown, not bad', () => {
    const gone = { ...known, active_days_28: at(0, 0), feature_uses_28: at(0, 0), distinct_features_28: at(0), error_rate_28: at(null) };
    expect(healthOf(DEFAULT, gone, NOW).band).toBe('bad');
    const young = healthOf(DEFAULT, { ...known, active_days_28: at(20), feature_uses_28: at(200) }, NOW);
    expect(young.reasons[0]).toMatchObject({ fresh: false, baseline: null });
    const first = healthOf(DEFAULT, { ...known, active_days_28: at(2, 0), feature_uses_28: at(5, 0) }, NOW);
    expect(first.reasons[0]!.points).toBe(20);
  });

  it('believes data up to its limit and no older', () => {
    const aged = (asOf: number) => healthOf(DEFAULT, { ...known, satisfaction_180: { value: 4, asOf } }, NOW).confidence;
    expect(aged(NOW - 180 * DAY)).toBe(1);
    expect(aged(NOW - 180 * DAY - 1)).toBe(0.9);
  });
});

describe('a band', () => {
  it('bands the score as it is shown', () => {
    expect([69.6, 69.4, 39.5, 39.4, null].map((score) => bandOf(DEFAULT, score))).toEqual(['good', 'watch', 'watch', 'bad', 'unknown']);
  });
});

describe('any formula and any data', () => {
  const curve = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 10 })), {
      selector: ([x]) => x,
      minLength: 2,
      maxLength: 5,
    })
    .map((points) => points.sort((a, b) => a[0] - b[0]).map(([x, score]) => ({ at: x, score: score / 10 })));
  const score = fc.oneof(
    curve.map((one) => ({ by: 'thresholds' as const, curve: one })),
    curve.map((one) => ({ by: 'baseline' as const, curve: one, least: 1 })),
    curve.map((one) => ({ by: 'percentile' as const, curve: one })),
  );
  const name = { en: '', 'zh-CN': '', es: '' };
  const definition = fc
    .uniqueArray(
      fc.record({
        input: fc.constantFrom(...HEALTH_INPUT_KEYS),
        dimension: fc.constantFrom(...HEALTH_DIMENSIONS),
        weight: fc.integer({ min: 1, max: 40 }),
        score,
        freshDays: fc.constantFrom(null, 7, 30),
      }),
      { selector: (factor) => factor.input, minLength: 1 },
    )
    .map((factors) =>
      HealthDefinition.parse({
        version: 3,
        factors: factors.map((factor) => ({ ...factor, key: factor.input, name })),
        bands: { good: 70, watch: 40 },
        leastConfidence: 0.6,
      }),
    );
  const input = fc.record({
    value: fc.option(fc.integer({ min: -60, max: 60 })),
    baseline: fc.option(fc.integer({ min: 0, max: 20 })),
    percentile: fc.option(fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10)),
    asOf: fc.option(fc.integer({ min: 0, max: 40 }).map((days) => NOW - days * DAY)),
  });
  const inputs: fc.Arbitrary<HealthInputs> = fc.dictionary(fc.constantFrom(...HEALTH_INPUT_KEYS), input);

  it('give a score between 0 and 100 that its reasons add up to, and never a band without enough data', () => {
    fc.assert(
      fc.property(definition, inputs, (formula, given) => {
        const health = healthOf(formula, given, NOW);
        const points = health.reasons.reduce((sum, reason) => sum + reason.points, 0);
        const possible = health.reasons.reduce((sum, reason) => sum + reason.possible, 0);
        expect(health.band === 'unknown').toBe(health.confidence < 0.6);
        expect(health.score === null).toBe(health.band === 'unknown');
        if (health.score !== null) {
          expect(health.score).toBeGreaterThanOrEqual(0);
          expect(health.score).toBeLessThanOrEqual(100 + 1e-9);
          expect(points).toBeCloseTo(health.score, 8);
        }
        expect(possible).toBeCloseTo(health.confidence > 0 ? 100 : 0, 8);
        expect(health.dimensions.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(points, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('ignore what is not fresh exactly as if the formula did not have it', () => {
    fc.assert(
      fc.property(definition, inputs, (formula, given) => {
        const health = healthOf(formula, given, NOW);
        const kept = formula.factors.filter((_, index) => health.reasons[index]!.fresh);
        fc.pre(kept.length > 0 && health.score !== null);
        expect(healthOf({ ...formula, factors: kept }, given, NOW).score).toBeCloseTo(health.score!, 8);
      }),
      { numRuns: 200 },
    );
  });

  it('do not care for the scale of the weights', () => {
    fc.assert(
      fc.property(definition, inputs, fc.integer({ min: 2, max: 9 }), (formula, given, times) => {
        const scaled = { ...formula, factors: formula.factors.map((factor) => ({ ...factor, weight: factor.weight * times })) };
        const [one, other] = [healthOf(formula, given, NOW), healthOf(scaled, given, NOW)];
        expect(other.confidence).toBeCloseTo(one.confidence, 8);
        if (one.score !== null && other.score !== null) expect(other.score).toBeCloseTo(one.score, 8);
      }),
      { numRuns: 200 },
    );
  });
});
