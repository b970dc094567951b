const NONE = 'toInt64(-9223372036854775807)';

/**
 * At which instants does a unit do something that ends a strict attempt? Facts of a line with the bit `bit`, aggregated over all rows of the unit, which have `t`,
 * `steps` and `struck`. An attempt ends at the first instant after its last step in which anything happens; so of all instants only those right before the
 * instants of steps and exclusions tell: what came earlier would end it no sooner for any of them. Everything is sorted as bare numbers, and a few become facts.
 */
export const strictBreaks = (bit: number): string => {
  const told = 'arraySort(groupArray(bitShiftLeft(t, 1) + (steps != 0 or struck != 0)))';
  const instants = `arrayMap(x -> bitShiftRight(x, 1), ${told})`;
  // Nothing comes before the first instant: the millisecond before it ends nothing.
  const earlier = `arrayPushFront(arrayPopBack(${instants}), ${instants}[1] - 1)`;
  const before = `arrayFill(x -> x != ${NONE}, arrayMap((now, last) -> if(now = last, ${NONE}, last), ${instants}, ${earlier}))`;
  const kept = `arrayDistinct(arrayFilter((last, x) -> bitTest(x, 0), ${before}, ${told}))`;
  return `arrayMap(last -> (last, toUInt8(1), toUInt32(0), toUInt32(bitShiftLeft(toUInt32(1), ${bit})), toUInt64(0), ''), ${kept})`;
};
