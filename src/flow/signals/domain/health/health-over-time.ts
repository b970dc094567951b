import type { z } from 'zod';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { HealthBand } from '#kernel/signal.ts';
import type { Health, HealthDay } from '../../contracts.ts';

export type HealthHistoryDay = z.infer<typeof HealthDay>;
export type HealthOverride = NonNullable<Health['override']>;

/**
 * By how many points did health change over 28 days, up to the local date `day`? Against the latest of the seven days that end 28 days before, so that
 * a day without a record costs nothing; null when one of the two is unknown, or made by another version of the formula.
 */
export const healthChange28 = (history: readonly HealthHistoryDay[], day: string): number | null => {
  const latest = (from: string, to: string) =>
    history
      .filter((one) => one.day >= from && one.day <= to)
      .reduce<HealthHistoryDay | null>((a, b) => (a !== null && a.day > b.day ? a : b), null);
  const now = latest(day, day);
  const then = latest(addDays(day, -34), addDays(day, -28));
  if (now?.score == null || then?.score == null || now.version !== then.version) return null;
  return now.score - then.score;
};

/** Which band counts at `now`: the one that a person set, through the whole local day on which it expires, or the computed one? */
export const bandWithOverride = (
  computed: HealthBand,
  override: HealthOverride | null,
  now: number,
  zone: string,
): { readonly band: HealthBand; readonly override: HealthOverride | null } =>
  override !== null && dateOf(now, zone) <= override.expiresOn ? { band: override.band, override } : { band: computed, override: null };
