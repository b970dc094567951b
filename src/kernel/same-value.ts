/** Do these two values hold the same? Plain data, compared all the way down; the order of an object's keys does not matter, undefined counts as absent. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [present(a), present(b)];
  return left.length === right.length && left.every(([key, value]) => sameValue(value, (b as Readonly<Record<string, unknown>>)[key]));
};

const present = (value: object): readonly (readonly [string, unknown])[] => Object.entries(value).filter(([, part]) => part !== undefined);
