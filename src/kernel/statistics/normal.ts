/** The two-sided quantile of the normal distribution for 95 %. */
export const Z95 = 1.959963984540054;

/**
 * How likely is a standard normal value at least as far from 0 as `z`? Two-sided; keeps its relative precision (1e-13) far into the tail. Inside 3 by
 * the series of Abramowitz and Stegun 26.2.11, beyond by the continued fraction 26.2.14.
 */
export const twoSidedP = (z: number): number => {
  const size = Math.abs(z);
  if (Number.isNaN(size)) return Number.NaN;
  return size < 3 ? 1 - 2 * density(size) * bodySeries(size) : 2 * density(size) * tailFraction(size);
};

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const bodySeries = (z: number): number => {
  let [term, sum] = [z, z];
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
};

const tailFraction = (z: number): number => {
  let below = z;
  for (let n = 120; n >= 1; n--) below = z + n / below;
  return 1 / below;
};
