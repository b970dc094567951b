import { bucketOf } from '#kernel/hash.ts';
import { EARLY_HABIT, EXPERIMENT, HABIT_CHANCE, IDLE_PLAY } from '../company/effects.ts';
import type { World } from '../company/world.ts';
import type { Random } from '../random.ts';
import type { Profile } from './profile.ts';

/** How a new customer begins: what it was offered, what it did in its first weeks. */
export interface Onboarding {
  /** Arm of the experiment; null before it began. */
  readonly arm: 'control' | 'checklist' | null;
  /** Days on which the five steps were done; a last one within 14 days means that it finished. */
  readonly stepDays: readonly number[];
  readonly isFinished: boolean;
  readonly hasHabit: boolean;
  /** Days on which colleagues were invited within the first 14. */
  readonly inviteDays: readonly number[];
  readonly exportedEarly: boolean;
  readonly darkTheme: boolean;
  /** Hardly anybody comes in the first weeks: too late to count as activated. */
  readonly isSlow: boolean;
  readonly idlePlay: { readonly day: number; readonly arm: 'act' | 'hold' } | null;
}

export const ONBOARDING_STEPS = [
  'profile_completed',
  'data_imported',
  'first_schedule_made',
  'team_invited',
  'mobile_app_installed',
] as const;

/** How does this customer begin, who starts to pay on this day? The habit depends on the finished onboarding, the decoys on size and on who is eager anyway. */
export const onboardingOf = (world: World, profile: Profile, startDay: number, random: Random): Onboarding => {
  const arm = startDay < world.experimentDay ? null : armOf(EXPERIMENT.key, profile, 0.5) === 'hold' ? 'control' : 'checklist';
  const isFinished = random.chance(arm === 'checklist' ? EXPERIMENT.treatmentRate : EXPERIMENT.controlRate);
  const hasHabit = random.chance(isFinished ? HABIT_CHANCE.onboarded : HABIT_CHANCE.other);
  const size = Math.min(1, Math.log10(profile.seats + 1) / 2);
  const finishedIn = isFinished ? 3 + random.int(EXPERIMENT.days - 3) : EXPERIMENT.days + 3 + random.int(60);
  const steps = ONBOARDING_STEPS.length;
  const invites = hasHabit ? EARLY_HABIT.invites + random.int(3) : random.int(EARLY_HABIT.invites);
  const idleDay = startDay + IDLE_PLAY.day;
  return {
    arm,
    stepDays: ONBOARDING_STEPS.map((_, index) => startDay + Math.floor((finishedIn * (index + 1)) / steps)),
    isFinished,
    hasHabit,
    inviteDays: Array.from({ length: invites }, () => startDay + random.int(EARLY_HABIT.days - 3)).sort((a, b) => a - b),
    exportedEarly: random.chance(0.08 + 0.5 * size + (hasHabit ? 0.25 : 0)),
    darkTheme: random.chance(0.1 + 0.5 * size),
    isSlow: !hasHabit && random.chance(0.16),
    idlePlay: idleDay < world.idlePlayDay ? null : { day: idleDay, arm: armOf(IDLE_PLAY.key, profile, IDLE_PLAY.holdOut) },
  };
};

/** In which arm is this account? By the hash that experiments and hold-outs of the product use. */
export const armOf = (salt: string, { accountId }: Profile, holdOut: number): 'act' | 'hold' =>
  bucketOf(salt, accountId) < holdOut * 10_000 ? 'hold' : 'act';
