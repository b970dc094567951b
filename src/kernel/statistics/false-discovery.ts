/**
 * Which p-values remain when so many hypotheses were tried at once? Each is raised to the smallest rate of false discoveries at which it would be
 * called one (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 1995), in the order given; `tried` counts also those whose p-value is not here (taken as 1).
 */
export const falseDiscoveryRates = (pValues: readonly number[], tried = pValues.length): readonly number[] => {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!);
  const rates = new Array<number>(pValues.length);
  let lowest = 1;
  order.forEach((index, above) => {
    lowest = Math.min(lowest, (pValues[index]! * Math.max(tried, pValues.length)) / (pValues.length - above));
    rates[index] = lowest;
  });
  return rates;
};
