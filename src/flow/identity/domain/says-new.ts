import type { OwnTraits } from './person-record.ts';
import { cleanValue, type TraitChange } from './traits.ts';

/**
 * Does this change say anything that is not kept already under a row's own ids? A repetition is new again when another row of the same
 * person has said something since (`others`).
 */
export function saysNew(own: OwnTraits, others: readonly OwnTraits[], change: TraitChange): boolean {
  const isKept = (key: string, value: unknown): boolean => {
    const kept = Object.hasOwn(own, key) ? own[key] : undefined;
    if (!kept || kept.once || !sameValue(kept.v, cleanValue(value))) return false;
    return !others.some((other) => Object.hasOwn(other, key) && (other[key]?.n ?? 0) > kept.n);
  };
  const filled = Object.keys(change.setOnce ?? {}).every((key) => Object.hasOwn(own, key));
  return !filled || !Object.entries(change.set ?? {}).every(([key, value]) => isKept(key, value));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
