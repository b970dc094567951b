import { type Rep, SMALL_DEAL_SEATS } from '../company/reps.ts';
import type { World } from '../company/world.ts';
import { LOST_REASONS, type LostReason } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { Profile } from './profile.ts';

/** An attempt to sell. Days may lie beyond the end: then they have not come yet. */
export interface Deal {
  readonly id: string;
  readonly rep: Rep;
  readonly openedDay: number;
  /** Days on which it moved to demo, proposal and negotiation. */
  readonly moves: readonly number[];
  readonly closedDay: number;
  readonly isWon: boolean;
  readonly lostReason: LostReason | null;
}

export type Interest = 'pricing_viewed' | 'demo_requested' | 'trial_started' | 'question_asked';

/** The way of a prospect. Null is what never happens. */
export interface Pipeline {
  readonly firstVisitDay: number;
  /** Minutes of their days, in the zone of the prospect. */
  readonly captureMinute: number;
  readonly interest: { readonly day: number; readonly minute: number; readonly sign: Interest } | null;
  readonly qualified: { readonly day: number; readonly minute: number } | null;
  readonly deals: readonly Deal[];
  readonly trial: { readonly fromDay: number; readonly toDay: number } | null;
  /** First paid day. */
  readonly customerDay: number | null;
}

/** How does this company become a customer, if it does? Need, budget, the champion and the rep decide. */
export const pipelineOf = (world: World, profile: Profile, random: Random): Pipeline => {
  const captureMinute = random.between(540, 1020);
  const begun = {
    firstVisitDay: Math.max(0, profile.captureDay - Math.floor(random.exponential(9))),
    captureMinute,
    interest: null,
    qualified: null,
    deals: [],
    trial: null,
    customerDay: null,
  } satisfies Pipeline;
  if (!random.chance(logistic(2.5 + 2.6 * (profile.need - 0.5)))) return begun;
  const sign = SIGNS[random.weighted([40, 28, 20, 12])]!;
  // A trial is a record that begins with its day: it must not seem older than the lead.
  const isAtOnce = random.chance(0.35) && sign !== 'trial_started';
  const interest = {
    day: profile.captureDay + (isAtOnce ? 0 : 2 + Math.floor(random.exponential(10))),
    minute: isAtOnce ? captureMinute + random.between(2, 40) : random.between(540, 1050),
    sign,
  };
  const trial = sign === 'trial_started' ? { fromDay: interest.day, toDay: interest.day + TRIAL_DAYS } : null;
  const interested = { ...begun, interest, trial };
  if (!random.chance(logistic(2.3 + 2.2 * (profile.budget - 0.5)))) return interested;
  const qualified = { day: interest.day + 1 + Math.floor(random.exponential(6)), minute: random.between(560, 1020) };
  const isSelfServed = interest.sign === 'trial_started' && profile.seats <= 9;
  const known = { ...interested, qualified };
  return isSelfServed ? selfServed(profile, known, random) : sold(world, profile, { known, random: random.of('deals') });
};

const SIGNS: readonly Interest[] = ['pricing_viewed', 'demo_requested', 'trial_started', 'question_asked'];

type Known = Pipeline & { readonly interest: NonNullable<Pipeline['interest']>; readonly qualified: NonNullable<Pipeline['qualified']> };

const TRIAL_DAYS = 14;

const selfServed = (profile: Profile, known: Known, random: Random): Pipeline => {
  const buys = random.chance(logistic(0.6 + 2.4 * (profile.need - 0.5) + 2 * (profile.fit - 0.5)));
  return { ...known, customerDay: buys ? Math.max(known.interest.day + TRIAL_DAYS, known.qualified.day + 2) : null };
};

const sold = (world: World, profile: Profile, { known, random }: { readonly known: Known; readonly random: Random }): Pipeline => {
  const deals: Deal[] = [];
  let day = known.qualified.day + 2 + Math.floor(random.exponential(5));
  if (!random.chance(0.95)) return known;
  for (let attempt = 1; attempt <= 2; attempt++) {
    const deal = dealOf(world, profile, { day, attempt, random });
    deals.push(deal);
    if (deal.isWon) return { ...known, deals, customerDay: deal.closedDay + random.int(10) };
    day = deal.closedDay + 60 + Math.floor(random.exponential(60));
    if (!random.chance(0.4)) break;
  }
  return { ...known, deals };
};

/** The deal that opens on this day, with somebody of the team. */
const dealOf = (
  world: World,
  profile: Profile,
  { day, attempt, random }: { readonly day: number; readonly attempt: number; readonly random: Random },
): Deal => {
  const rep = random.pick(world.reps);
  const usual = (10 + 7 * Math.log2(profile.seats)) * rep.patience;
  const length = Math.max(4, Math.round(usual * Math.exp(0.4 * random.normal())));
  const isTooLarge = rep.smallDealsOnly && profile.seats > SMALL_DEAL_SEATS;
  const pull = 2.2 * (profile.need - 0.5) + 1.6 * (profile.champion - 0.5) + 1.2 * (profile.budget - 0.5);
  const isWon = random.chance(isTooLarge ? 0.03 : logistic(1.15 + pull + rep.skill));
  return {
    id: `D-${profile.accountId.slice(2)}-${attempt}`,
    rep,
    openedDay: day,
    moves: [0.25, 0.5, 0.8].map((share) => day + Math.max(1, Math.round(length * share * random.between(0.85, 1.15)))),
    closedDay: day + length,
    isWon,
    lostReason: isWon ? null : lostReason(profile, random),
  };
};

const lostReason = ({ need, budget }: Profile, random: Random): LostReason =>
  LOST_REASONS[
    random.weighted(
      LOST_REASONS.map((reason) => {
        if (reason === 'price' || reason === 'no_budget') return 1.6 - budget;
        return reason === 'no_decision' || reason === 'timing' ? 1.4 - need : 0.5;
      }),
    )
  ]!;

/** The chance that belongs to these logits. */
export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
