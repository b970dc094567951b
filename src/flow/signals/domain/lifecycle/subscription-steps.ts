import { startOfDate } from '#kernel/calendar.ts';
import { type TermLength, termEndOn } from '#kernel/term.ts';
import { believedSteps, type Step } from './believed-steps.ts';
import type { MrrStep, TermStep } from './input.ts';

/** A stretch of a subscription; local dates, `to` exclusive. */
export interface PaidPhase {
  readonly from: string;
  readonly to: string | null;
  readonly mrrMinor: number;
  readonly trial: boolean;
}

/** What a fact says about a subscription: its whole life as believed from `known` (UTC ms) on. Without phases it never existed, or not here. */
export interface SubscriptionBelief {
  readonly subject: string;
  readonly known: number;
  /** Order among facts known at one instant. */
  readonly version: number;
  readonly currency: string;
  readonly interval: TermLength;
  readonly phases: readonly PaidPhase[];
}

/**
 * What did ONE account pay from when on, as one could know? Each fact replaces what was believed of its subscription, so that a step is
 * repeated, or becomes none, when a later fact says otherwise. `worth` gives an amount in the currency that is counted in, null to leave it out.
 */
export const mrrStepsOf = (
  beliefs: readonly SubscriptionBelief[],
  zone: string,
  worth: (mrrMinor: number, currency: string) => number | null,
): readonly MrrStep[] => {
  const held = new Map<string, SubscriptionBelief>();
  const turns = [...Map.groupBy(inOrderOfKnowing(beliefs), (belief) => belief.known)].map(([known, news]) => {
    for (const belief of news) held.set(belief.subject, belief);
    return { known, steps: stepsOf([...held.values()], zone, worth) };
  });
  return believedSteps(turns, (a, b) => a.mrrMinor === b.mrrMinor, { mrrMinor: 0, subject: null }).map(({ at, known, value }) => ({
    at,
    known,
    ...value,
  }));
};

/**
 * Which terms followed each other in ONE account's subscriptions, up to `now`? A term that ran out while the subscription goes on was renewed that
 * day. Of terms shorter than `leastDays` only the present one is told: they are too many to matter one by one.
 */
export const termStepsOf = (
  beliefs: readonly SubscriptionBelief[],
  { zone, now, leastDays }: { readonly zone: string; readonly now: number; readonly leastDays: number },
): readonly (TermStep & { readonly length: TermLength })[] =>
  [...Map.groupBy(inOrderOfKnowing(beliefs), (belief) => belief.subject)].flatMap(([subject, ofOne]) => {
    const turns = ofOne.map((belief, index) => {
      const until = Math.min(ofOne[index + 1]?.known ?? now, now);
      return { known: belief.known, steps: termsOf(belief, zone, { until, all: LENGTH_DAYS[belief.interval] >= leastDays }) };
    });
    const nothing = { startsOn: null, endsOn: null, length: ofOne[0]!.interval };
    return believedSteps(turns, (a, b) => a.endsOn === b.endsOn && a.startsOn === b.startsOn, nothing).map(({ at, known, value }) => ({
      subject,
      at,
      known,
      ...value,
    }));
  });

const LENGTH_DAYS: Readonly<Record<TermLength, number>> = { month: 28, quarter: 90, year: 365 };

const inOrderOfKnowing = (beliefs: readonly SubscriptionBelief[]): readonly SubscriptionBelief[] =>
  [...beliefs].sort((a, b) => a.known - b.known || a.version - b.version);

interface Paid {
  readonly mrrMinor: number;
  readonly subject: string | null;
}

const stepsOf = (
  held: readonly SubscriptionBelief[],
  zone: string,
  worth: (mrrMinor: number, currency: string) => number | null,
): readonly Step<Paid>[] => {
  const changes = new Map<string, { by: number; subject: string }>();
  const add = (date: string, by: number, subject: string): void => {
    const before = changes.get(date);
    changes.set(date, { by: (before?.by ?? 0) + by, subject: before?.subject ?? subject });
  };
  for (const { subject, currency, phases } of held) {
    for (const { from, to, mrrMinor, trial } of phases) {
      const amount = trial || mrrMinor <= 0 || (to !== null && to <= from) ? null : worth(mrrMinor, currency);
      if (amount === null) continue;
      add(from, amount, subject);
      if (to !== null) add(to, -amount, subject);
    }
  }
  let mrrMinor = 0;
  return [...changes]
    .filter(([, { by }]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { by, subject }]) => {
      mrrMinor += by;
      return { at: startOfDate(date, zone), value: { mrrMinor, subject } };
    });
};

interface Term {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly length: TermLength;
}

const termsOf = (
  { phases, interval, known }: SubscriptionBelief,
  zone: string,
  { until, all }: { readonly until: number; readonly all: boolean },
): readonly Step<Term>[] => {
  const startedOn = phases[0]?.from;
  if (startedOn === undefined) return [];
  const end = phases.at(-1)?.to ?? null;
  const terms: Step<Term>[] = [];
  let startsOn = startedOn;
  for (let at = startOfDate(startsOn, zone); at <= until || terms.length === 0; at = startOfDate(startsOn, zone)) {
    if (end !== null && startsOn >= end) break;
    const endsOn = termEndOn(startedOn, interval, startsOn);
    if (!all) terms.length = 0;
    terms.push({ at, value: { startsOn, endsOn, length: interval } });
    startsOn = endsOn;
  }
  if (end === null) return terms;
  // An end is agreed when it becomes known, at the latest when it comes: from then on no term is to be renewed.
  const agreedAt = Math.min(known, startOfDate(end, zone));
  const dropped = { at: agreedAt, value: { startsOn: null, endsOn: null, length: interval } };
  return [...terms.filter((term) => term.at < agreedAt), dropped];
};
