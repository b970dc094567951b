export type Brackets = readonly (readonly [number, number])[];

/** Brackets as they are written: `1-3, 4-7`. */
export const bracketsText = (brackets: Brackets): string =>
  brackets.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');

/** The brackets that a text writes; null when it writes none that can be asked. */
export const bracketsFrom = (text: string): [number, number][] | null => {
  const parts = text.split(/[,;]/).map((part) => /^\s*(\d{1,3})\s*(?:[-–]\s*(\d{1,3}))?\s*$/.exec(part));
  if (parts.length > 50 || parts.some((part) => part === null)) return null;
  const pairs = parts.map((part): [number, number] => [Number(part?.[1]), Number(part?.[2] ?? part?.[1])]);
  return pairs.every(([first, last]) => first <= last) ? pairs : null;
};
