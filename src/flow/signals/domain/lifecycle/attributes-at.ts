import { type Condition, type FieldValue, fieldsOf, holds } from '#kernel/condition.ts';
import type { AttributeStep } from './input.ts';

/**
 * Did the account meet the condition at this instant, by the attributes that it had then, and when were those known? Null when it did not. A
 * condition on attributes that no step ever set rests on no knowledge and gives the beginning of time.
 */
export const metAt = (condition: Condition | null, steps: readonly AttributeStep[], at: number): { readonly known: number } | null => {
  if (condition === null) return { known: Number.NEGATIVE_INFINITY };
  const past = steps.filter((step) => step.at <= at).sort((a, b) => a.at - b.at || a.known - b.known);
  const setter = (field: string): AttributeStep | undefined => past.findLast((step) => field in step.set);
  const read = (field: string): FieldValue => setter(field)?.set[field];
  if (!holds(condition, read, at)) return null;
  return { known: Math.max(...fieldsOf(condition).map((field) => setter(field)?.known ?? Number.NEGATIVE_INFINITY)) };
};
