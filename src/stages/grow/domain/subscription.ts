import { termEndOn } from '#kernel/term.ts';
import type { Phase, Subscription } from '../contracts.ts';

export type BillingLength = Subscription['interval'];

/** A subscription as it is kept: its whole life as believed now, and what its source says beside. Instants are UTC ms, dates local. */
export type SubscriptionRecord = {
  readonly id: string;
  readonly accountId: string;
  readonly accountNum: number;
  readonly source: string;
  readonly externalId: string | null;
  readonly plan: string;
  readonly seats: number | null;
  readonly currency: string;
  readonly interval: BillingLength;
  readonly phases: readonly Phase[];
  readonly autoRenew: boolean | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Number of the newest fact about it: each of its facts has the next one. */
  readonly version: number;
  /** When the newest of its facts was known. */
  readonly knownAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** Which phase holds on this date? The first before it begins, the last after it ended. */
export const phaseOn = (phases: readonly Phase[], date: string): Phase | undefined =>
  phases.findLast((phase) => phase.from <= date) ?? phases[0];

/** What is it worth a month on this date, in minor units? 0 during a trial, before its start and from its end on. */
export const mrrOn = (phases: readonly Phase[], date: string): number => {
  const phase = phases.find(({ from, to }) => from <= date && (to === null || date < to));
  return phase === undefined || phase.trial ? 0 : phase.mrrMinor;
};

/** When does its running term end, as seen on this date? Null once its end is known. */
export const termEndOf = (
  { startedOn, endedOn, interval }: Pick<SubscriptionRecord, 'startedOn' | 'endedOn' | 'interval'>,
  date: string,
): string | null => (endedOn === null ? termEndOn(startedOn, interval, date) : null);

/** The same life with its end on this date: what would have come after falls away. Null takes the end back. */
export const endPhases = (phases: readonly Phase[], endsOn: string | null): readonly Phase[] => {
  const kept = phases.filter((phase, index) => index === 0 || endsOn === null || phase.from < endsOn);
  return kept.map((phase, index) => (index === kept.length - 1 ? { ...phase, to: endsOn } : phase));
};

/** The same life with other terms from this date on; on the start of the last phase, it is replaced. */
export const changePhases = (phases: readonly Phase[], next: Phase): readonly Phase[] => {
  const before = phases.filter((phase) => phase.from < next.from);
  return [...before.map((phase, index) => (index === before.length - 1 ? { ...phase, to: next.from } : phase)), next];
};
