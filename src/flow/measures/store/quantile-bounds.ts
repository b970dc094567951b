/**
 * Which two of the values `ordered` bound a quantile with 95 % confidence? By ranks, with the normal approximation of the binomial (Conover,
 * Practical Nonparametric Statistics, 3rd ed., 3.2). 0 without values: the engine answers that beyond an array's end.
 */
export const quantileBounds = (count: string, level: number): { readonly low: string; readonly high: string } => {
  const n = `toFloat64(${count})`;
  const spread = `${1.96 * Math.sqrt(level * (1 - level))} * sqrt(${n})`;
  return {
    low: `ordered[toUInt32(greatest(1., floor(${n} * ${level} - ${spread})))]`,
    high: `ordered[toUInt32(least(${n}, ceil(${n} * ${level} + ${spread}) + 1))]`,
  };
};
