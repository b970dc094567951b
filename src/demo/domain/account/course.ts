import type { World } from '../company/world.ts';
import type { Random } from '../random.ts';
import type { Causes } from './hazard.ts';
import type { Invoice } from './invoices.ts';
import type { Onboarding } from './onboarding.ts';
import type { Profile } from './profile.ts';
import type { Contract, Terms } from './terms.ts';
import type { Ticket } from './tickets.ts';

/** A month of a life: from its first day to the day after its last. */
export interface LifeMonth {
  readonly fromDay: number;
  readonly toDay: number;
  readonly causes: Causes;
  readonly hazard: number;
  readonly leaveChance: number;
  /** Share of usual use. */
  readonly intensity: number;
  readonly terms: Terms;
  /** Seats that it would fill: nearly all of the bought ones before it buys more. */
  readonly needed: number;
}

/** When the play that works was entered, and in which arm. */
export interface PlayEntry {
  readonly day: number;
  readonly arm: 'act' | 'hold';
}

/** A life while it is being lived, month by month: what was, and what the next month follows from. */
export interface Course {
  readonly world: World;
  readonly profile: Profile;
  readonly contract: Contract;
  readonly onboarding: Onboarding;
  readonly startDay: number;
  readonly draws: { readonly leave: Random; readonly champion: Random; readonly seats: Random };
  readonly billing: Random;
  readonly asking: Random;
  readonly months: LifeMonth[];
  readonly terms: Terms[];
  readonly tickets: Ticket[];
  readonly invoices: Invoice[];
  championLeftDay: number | null;
  rescue: PlayEntry | null;
  /** Seats that it would fill. */
  needed: number;
  /** The new price holds for it. */
  isRaised: boolean;
  endDay: number | null;
}
