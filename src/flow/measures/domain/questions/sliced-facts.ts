import type { Question } from '../../question-contracts.ts';
import type { Occurrence } from './question-world.ts';
import { largestSlices, type Sliced } from './slices.ts';

/** A fact of a unit under the slice that it counts for. */
export interface SlicedFact extends Sliced {
  readonly one: Occurrence;
}

/** The facts with the value of the breakdown that each of them has; all but the largest values are one. A unit can stand under several. */
export function slicedFacts(facts: Iterable<Occurrence>, breakdown: Question['breakdown']): readonly SlicedFact[] {
  const rows = [...facts].map((one) => ({ one, unit: one.unit, slice: breakdown === null ? '' : one.read(breakdown.field) }));
  return largestSlices(rows, breakdown?.top ?? null);
}

/** Rows by unit and slice: what each unit did under each slice. */
export function byUnitAndSlice<Row extends Sliced>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...Map.groupBy(rows, ({ unit, slice }) => JSON.stringify([unit, slice])).values()];
}
