import type { PersonalData, PropertyType } from '../../plan-contracts.ts';
import { masked, personalDataOf } from './personal-data.ts';

/** What the event store counted of one property of one event, over the events looked at. */
export interface PropertyCounts {
  readonly event: string;
  readonly property: string;
  readonly count: number;
  readonly numbers: number;
  readonly booleans: number;
  readonly dates: number;
  readonly distinct: number;
  /** The commonest values. */
  readonly values: readonly string[];
  /** Some values that may be personal. */
  readonly suspects: readonly string[];
}

/** Of which type are the values of a property? The one that all have; a few oddities of other kinds make it text. */
export const typeOfProperty = ({ count, numbers, booleans, dates }: PropertyCounts): PropertyType => {
  if (count === 0) return 'any';
  if (booleans === count) return 'boolean';
  if (numbers === count) return 'number';
  return dates === count ? 'date' : 'text';
};

/** How many of a property's values are not of the type that is planned? */
export const ofOtherType = (counts: PropertyCounts, type: PropertyType): number => {
  const fitting = { any: counts.count, text: counts.count, number: counts.numbers, boolean: counts.booleans, date: counts.dates }[type];
  return counts.count - fitting;
};

/** Which personal data stand in a property, judged by the suspects among its values? Dates, and amounts that the plan knows as such, are none. */
export const personalDataIn = (counts: PropertyCounts): PersonalData | null => {
  for (const value of counts.suspects) {
    const kind = personalDataOf(value);
    if (kind !== null) return kind;
  }
  return null;
};

/** A property's commonest values as they may be shown: whatever looks personal is masked. */
export const shownValues = (counts: PropertyCounts): readonly string[] =>
  counts.values.map((value) => (personalDataOf(value) === null ? value : masked(value)));
