import type { Condition } from './condition.ts';

/**
 * When has a customer reached the point where the product helps? Did one of `events` (that meets `where`) `times` times, by `people` different people,
 * within `withinDays` local days of the customer life's first paid day, that day included. It counts where it is reached within [`from`, `until`) (UTC
 * ms; null: no bound), since a milestone may hold from its saving on only.
 */
export interface Milestone {
  readonly events: readonly string[];
  readonly where: Condition | null;
  readonly times: number;
  readonly people: number;
  /** Null: whenever. */
  readonly withinDays: number | null;
  readonly from: number | null;
  readonly until: number | null;
}

/** The milestone with which a workspace begins, until its lifecycle's rule for Active says otherwise. */
export const ACTIVATION_MILESTONE = { events: ['feature_used'], times: 5, withinDays: 30 } as const;
