import type { LifeStage } from '#kernel/stage-of-life.ts';

/** A stretch in one stage of the lifecycle. */
export interface StageTruth {
  readonly stage: LifeStage;
  /** When it was entered (UTC ms) and on which date of the company's zone. */
  readonly at: number;
  readonly on: string;
}

/** A movement of an account's MRR on a local date, in minor units of the home currency; `byMinor` is negative for contraction and churn. */
export interface MovementTruth {
  readonly on: string;
  readonly kind: 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation';
  readonly byMinor: number;
  readonly toMinor: number;
}

/** The chance to leave in one month of a customer's life. */
export interface HazardTruth {
  /** First day of the month of its life. */
  readonly from: string;
  readonly life: number;
  /** Of wanting to leave in this month: the logistic of the sum of its causes. */
  readonly hazard: number;
  /** Of really leaving at the end of this month: 0 in the middle of a yearly term, at its end what has gathered in its twelve months. */
  readonly leaveChance: number;
  /** What moved the hazard, in logits, by cause. */
  readonly causes: Readonly<Partial<Record<HazardCause, number>>>;
}

export type HazardCause =
  | 'base'
  | 'size'
  | 'fit'
  | 'channel'
  | 'early_habit'
  | 'age'
  | 'incident'
  | 'champion_left'
  | 'price_change'
  | 'slow_support'
  | 'payment_failed'
  | 'rescue_play';

/** One life as a customer: from the first paid day to the first day on which nothing was paid. */
export interface LifeTruth {
  readonly from: string;
  readonly to: string | null;
  readonly plan: string;
  readonly term: 'month' | 'year';
  readonly currency: string;
  readonly churnReason: string | null;
  /** Date of the fifth use within 30 days of the first paid day; null when that did not happen. */
  readonly activatedOn: string | null;
  /** Did it do in its first 14 days what keeps customers: three colleagues invited, and the key feature used in both weeks? */
  readonly earlyHabit: boolean;
  /** Decoys that cause nothing: exported a report, switched to the dark theme in the first 14 days. */
  readonly decoys: { readonly exportedEarly: boolean; readonly darkTheme: boolean };
}

/** A subscription row that was wrong until it was corrected: before `knownOn` the product can only believe `wrongMinor`. */
export interface CorrectionTruth {
  readonly subscription: string;
  readonly from: string;
  readonly knownOn: string;
  readonly currency: string;
  readonly wrongMinor: number;
  readonly rightMinor: number;
}

/** What really happened with one company. Never read by the product. */
export interface AccountTruth {
  readonly index: number;
  readonly accountId: string;
  readonly name: string;
  readonly industry: string;
  readonly country: string;
  readonly employees: number;
  /** Key of the channel that really brought it. */
  readonly channel: string;
  /** Its name as the files and the spend lines say it. */
  readonly channelName: string;
  readonly rep: string | null;
  /**
   * Every move through the lifecycle as the default rules make it of facts, believed at the end, in order of time. Qualified is the fact
   * `lead_qualified`: the product's own lead score may qualify earlier. Reached is left out where the first visits were anonymous (see `reached`).
   */
  readonly stages: readonly StageTruth[];
  /** The first visit; `isAnonymous` when nothing in it names the account, so that the product may or may not count it to the account. */
  readonly reached: { readonly at: number; readonly on: string; readonly isAnonymous: boolean };
  /** First dates of the milestones of the way, null for what did not happen. */
  readonly capturedOn: string;
  readonly interestedOn: string | null;
  readonly qualifiedOn: string | null;
  readonly opportunityOn: string | null;
  readonly customerOn: string | null;
  readonly deals: readonly DealTruth[];
  readonly lives: readonly LifeTruth[];
  readonly movements: readonly MovementTruth[];
  readonly hazard: readonly HazardTruth[];
  readonly corrections: readonly CorrectionTruth[];
  /** An industry that was recorded wrongly until it was put right; as the file says it. */
  readonly industryCorrection: { readonly wrong: string; readonly right: string; readonly knownOn: string } | null;
  /** Arm and date of entry by experiment or play; those that it never entered are left out. */
  readonly arms: Readonly<Record<string, { readonly arm: string; readonly on: string }>>;
  /** Did it finish the onboarding within 14 days: the outcome of the experiment; null when it never began. */
  readonly onboarded: boolean | null;
  readonly hitByIncident: boolean;
  /** Date on which the champion left; null when it stayed. */
  readonly championLeftOn: string | null;
  readonly hitByPriceChange: boolean;
  readonly people: number;
}

export interface DealTruth {
  readonly dealId: string;
  readonly rep: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly amountMinor: number;
  readonly lostReason: string | null;
}

/** What really happened with a company that never came as far as being sold to. */
export interface OnlookerTruth {
  readonly accountId: string;
  readonly name: string;
  readonly stages: readonly StageTruth[];
}

/** What was planted, with dates, sizes and ids. Effects on leaving are in logits of the monthly hazard. */
export interface CompanyTruth {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly channels: readonly { readonly key: string; readonly name: string; readonly quality: number; readonly hazardLogit: number }[];
  /** The channel whose customers leave. */
  readonly leakyChannel: { readonly key: string; readonly name: string; readonly hazardLogit: number };
  readonly earlyHabit: {
    readonly rule: string;
    readonly invites: number;
    readonly feature: string;
    readonly days: number;
    readonly hazardLogit: number;
  };
  readonly decoys: readonly { readonly event: string; readonly correlatesWith: string }[];
  readonly incident: {
    readonly from: string;
    readonly to: string;
    readonly segment: { readonly plan: string };
    readonly hazardLogit: number;
    readonly months: number;
  };
  readonly championDeparture: { readonly monthlyChance: number; readonly hazardLogit: number; readonly months: number };
  readonly priceChange: {
    readonly on: string;
    readonly plan: string;
    readonly byRatio: number;
    readonly hazardLogit: number;
    readonly months: number;
  };
  readonly slowSupport: { readonly overHours: number; readonly hazardLogit: number; readonly months: number };
  readonly paymentFailure: { readonly hazardLogit: number };
  readonly reps: readonly { readonly name: string; readonly skill: number; readonly patience: number; readonly smallDealsOnly: boolean }[];
  readonly smallDealRep: { readonly name: string; readonly overSeats: number };
  readonly experiment: {
    readonly key: string;
    readonly from: string;
    readonly salt: string;
    readonly outcome: string;
    readonly controlRate: number;
    readonly treatmentRate: number;
  };
  readonly effectivePlay: { readonly key: string; readonly holdOut: number; readonly hazardLogit: number; readonly months: number };
  readonly idlePlay: { readonly key: string; readonly holdOut: number; readonly hazardLogit: 0 };
  readonly releases: readonly { readonly version: string; readonly name: string; readonly on: string; readonly feature: string | null }[];
  /** Share of messages of use that arrive days late. */
  readonly lateShare: number;
  /** Companies that came no further than a look, a form or a question. */
  readonly onlookers: readonly OnlookerTruth[];
  readonly strangers: { readonly visitors: number; readonly bots: number; readonly junkLeads: number };
}
