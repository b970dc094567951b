import type { HealthDefinition } from './health-definition.ts';
import { type Heard, healthInputsAt } from './health-inputs-at.ts';
import { isFresh } from './health-of.ts';
import { payingOf } from './paying.ts';

/** By local day: for which factors of the formula, in its order, had the workspace fresh data at its close ('1'), and for which not ('0')? */
export type HeardNote = Readonly<Record<string, string>>;

/** For which factors was there fresh data at the close of a day, as far as that holds for all accounts alike? */
export const freshFactors = (
  definition: HealthDefinition,
  heard: Heard,
  close: { readonly day: string; readonly instant: number },
): string => {
  const nobody = { ...close, zone: 'UTC', facts: {}, heard, firstSeenAt: close.instant, paying: NOTHING_PAID };
  const inputs = healthInputsAt(nobody) ?? {};
  return definition.factors.map((factor) => (isFresh(factor, inputs[factor.input]?.asOf, close.instant) ? '1' : '0')).join('');
};

const NOTHING_PAID = payingOf([], 'UTC')(0);

/** From which day on do two notes differ? Undefined when they agree. Days that were not noted before differ, but for those that have just gone by. */
export const firstDifference = (before: HeardNote, now: HeardNote, { isNewDay }: { readonly isNewDay: boolean }): string | undefined => {
  const noted = Object.keys(before).sort().at(-1) ?? '';
  return Object.keys(now)
    .sort()
    .find((day) => now[day] !== before[day] && !(isNewDay && day > noted));
};
