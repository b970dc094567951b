import type { OwnTraits } from './person-record.ts';
import { cleanText, cleanValue, type TraitChange } from './traits.ts';

/** What else is known of a person: what its other rows say, and the place of the last merge that holds; a lone row has neither. */
export type Kin = { readonly others: readonly OwnTraits[]; readonly lastMerge: number };

export const NO_KIN: Kin = { others: [], lastMerge: 0 };

/**
 * Does this change say anything that does not hold already by what was said under a row's own ids? A repetition is news where another row of
 * the person says otherwise, unless ours was said last, after they were joined.
 */
export function saysNew(own: OwnTraits, { others, lastMerge }: Kin, change: TraitChange): boolean {
  const holds = (key: string, value: unknown): boolean => {
    const kept = Object.hasOwn(own, key) ? own[key] : undefined;
    if (!kept || kept.once || !sameValue(kept.v, cleanValue(value))) return false;
    const against = others
      .flatMap((other) => (Object.hasOwn(other, key) ? (other[key] ?? []) : []))
      .filter(({ v }) => !sameValue(v, kept.v));
    return against.length === 0 || (kept.n >= lastMerge && against.every(({ n }) => n < kept.n));
  };
  const filled = Object.keys(change.setOnce ?? {}).every((key) => Object.hasOwn(own, cleanText(key)));
  return !filled || !Object.entries(change.set ?? {}).every(([key, value]) => holds(cleanText(key), value));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
