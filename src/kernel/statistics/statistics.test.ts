import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseDiscoveryRates } from './false-discovery.ts';
import { fitLogistic } from './logistic.ts';
import { twoSidedP } from './normal.ts';
import { scoreTest } from './score-test.ts';
import { inverseOf } from './symmetric.ts';

describe('the two-sided p-value', () => {
  // scipy 1.17: 2 * stats.norm.sf(z)
  it.each([
    [0, 1.0],
    [0.1, 0.920344325445942],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.9, 0.003731626600768075],
    [3.1, 0.0019352064264367126],
    [5, 5.733031437583866e-7],
    [8, 1.244192114854348e-15],
    [12, 3.552964224155306e-33],
  ] as const)('of %d', (z, p) => {
    expect(twoSidedP(z) / p).toBeCloseTo(1, 11);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  });
});

describe('rates of false discoveries', () => {
  it('are those of scipy.stats.false_discovery_control', () => {
    const rates = falseDiscoveryRates([0.01, 0.04, 0.03, 0.005, 0.5, 0.8]);
    const expected = [0.03, 0.06, 0.06, 0.03, 0.6, 0.8];
    for (const [index, rate] of expected.entries()) expect(rates[index]).toBeCloseTo(rate, 12);
  });

  it('keep the order of the p-values and are never below them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (pValues) => {
        const rates = falseDiscoveryRates(pValues);
        for (const [index, rate] of rates.entries()) {
          expect(rate).toBeGreaterThanOrEqual(pValues[index]! * (1 - 1e-12));
          for (const [other, its] of rates.entries()) if (pValues[index]! < pValues[other]!) expect(rate).toBeLessThanOrEqual(its);
        }
      }),
    );
  });
});

// Admissions to Berkeley in 1973 by department and sex: [men admitted, men refused, women admitted, women refused] (Bickel et al., Science 187, 1975).
const BERKELEY = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
] as const;

const people = BERKELEY.flatMap(([menIn, menOut, womenIn, womenOut], department) =>
  (
    [
      [menIn, 0, 1],
      [menOut, 0, 0],
      [womenIn, 1, 1],
      [womenOut, 1, 0],
    ] as const
  ).flatMap(([n, woman, admitted]) => Array.from({ length: n }, () => ({ department, woman, admitted }))),
);
const ones = people.map(() => 1);
const departments = [1, 2, 3, 4, 5].map((one) => people.map(({ department }) => (department === one ? 1 : 0)));
const woman = people.map((one) => one.woman);
const outcomes = people.map(({ admitted }) => admitted);

describe('a logistic regression', () => {
  it('says of Berkeley what R says: glm(cbind(Admitted, Rejected) ~ Gender + Dept, binomial)', () => {
    const fit = fitLogistic({ columns: [ones, woman, ...departments], outcomes, method: 'plain' })!;
    expect(fit.coefficients[1]).toBeCloseTo(0.09987, 5);
    expect(Math.sqrt(fit.covariance[1]![1]!)).toBeCloseTo(0.08085, 5);
  });

  it('with Firth’s penalty is the table with a half added to each cell, also where the outcomes are separated', () => {
    const cells = { withIn: 7, withOut: 0, otherIn: 4, otherOut: 9 };
    const shown = [...Array(7).fill(1), ...Array(13).fill(0)] as number[];
    const those = [...Array(7).fill(1), ...Array(4).fill(1), ...Array(9).fill(0)] as number[];
    const fit = fitLogistic({ columns: [shown.map(() => 1), shown], outcomes: those, method: 'firth' })!;
    const logOdds = Math.log(((cells.withIn + 0.5) * (cells.otherOut + 0.5)) / ((cells.withOut + 0.5) * (cells.otherIn + 0.5)));
    expect(fit.coefficients[1]).toBeCloseTo(logOdds, 7);
    expect(fitLogistic({ columns: [shown.map(() => 1), shown], outcomes: those, method: 'plain' })).toBeNull();
  });

  it('has no answer when a column repeats another', () => {
    expect(fitLogistic({ columns: [ones, woman, woman], outcomes, method: 'plain' })).toBeNull();
    expect(inverseOf([new Float64Array([1, 2]), new Float64Array([2, 4])])).toBeNull();
  });
});

describe('the score test of one more column', () => {
  it('is Cochran’s over strata (Biometrics 10, 1954)', () => {
    const columns = [ones, ...departments];
    const fit = fitLogistic({ columns, outcomes, method: 'plain' })!;
    let [difference, variance] = [0, 0];
    for (const [menIn, menOut, womenIn, womenOut] of BERKELEY) {
      const [women, men, admitted, refused] = [womenIn + womenOut, menIn + menOut, menIn + womenIn, menOut + womenOut];
      const n = women + men;
      difference += womenIn - (women * admitted) / n;
      variance += (women * men * admitted * refused) / n ** 3;
    }
    const test = scoreTest({ columns, outcomes, fit });
    expect(test(woman)).toBeCloseTo(difference / Math.sqrt(variance), 8);
    expect(test(departments[0]!)).toBe(0);
  });
});
