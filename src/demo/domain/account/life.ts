import { CHAMPION_LEAVES, WRONG_SHARE } from '../company/effects.ts';
import type { World } from '../company/world.ts';
import type { ChurnReason } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import { causesIn, isHit } from './causes.ts';
import { churnReason } from './churn-reason.ts';
import type { Course, LifeMonth, PlayEntry } from './course.ts';
import { changeTerms, firstTerms } from './growth.ts';
import { hazardOf, intensityAt, yearEndChance } from './hazard.ts';
import { type Invoice, invoiceOf } from './invoices.ts';
import { type Onboarding, onboardingOf } from './onboarding.ts';
import type { Profile } from './profile.ts';
import { type Contract, contractOf, monthlyPrice, type Terms } from './terms.ts';
import { type Ticket, ticketsOfMonth } from './tickets.ts';

/** One life as a customer, from the first paid day on. */
export interface Life extends Contract {
  readonly number: number;
  readonly startDay: number;
  /** First day on which nothing was paid; null while it lasts. */
  readonly endDay: number | null;
  readonly noticeDay: number | null;
  readonly reason: ChurnReason | null;
  /** What was paid from when on; the first begins the life. */
  readonly terms: readonly Terms[];
  readonly months: readonly LifeMonth[];
  readonly onboarding: Onboarding;
  readonly championLeftDay: number | null;
  readonly isHit: boolean;
  readonly rescue: PlayEntry | null;
  readonly tickets: readonly Ticket[];
  readonly invoices: readonly Invoice[];
  /** Seats as they were typed at first, and when that was noticed. */
  readonly typo: { readonly seats: number; readonly mrrMinor: number; readonly knownDay: number } | null;
}

/** How does the life go that begins on this day? Month by month: causes, their hazard, the draw; a yearly term holds until its end. */
export const lifeOf = (
  world: World,
  profile: Profile,
  { number, startDay }: { number: number; startDay: number },
  random: Random,
): Life => {
  const contract = contractOf(profile, random.of('contract'));
  const begun = onboardingOf(world, profile, startDay, random.of('onboarding'));
  // Who comes back knows the product already: there is nothing to get into the habit of.
  const onboarding = number === 1 ? begun : { ...begun, hasHabit: false, isSlow: false, idlePlay: null };
  const course: Course = {
    ...{ world, profile, contract, onboarding, startDay },
    draws: { leave: random.of('leave'), champion: random.of('champion'), seats: random.of('seats') },
    billing: random.of('invoices'),
    asking: random.of('tickets'),
    months: [],
    terms: [firstTerms(world, profile, contract, startDay)],
    tickets: [],
    invoices: [],
    championLeftDay: null,
    rescue: null,
    needed: profile.seats,
    isRaised: startDay >= world.priceChange.day,
    endDay: null,
  };
  let goesOn = true;
  while (goesOn) goesOn = live(course);
  const fate = random.of('fate');
  const { months, terms, tickets, invoices, championLeftDay, rescue, endDay } = course;
  const noticeDay = endDay === null || !fate.chance(0.7) ? null : Math.max(startDay + 1, endDay - 2 - fate.int(18));
  return {
    ...contract,
    ...{ number, startDay, endDay, noticeDay, terms, tickets, invoices, onboarding, championLeftDay, rescue },
    months: endDay === null || fate.chance(0.25) ? months : faded(months, contract.term),
    reason: endDay === null ? null : churnReason(months.at(-1)!.causes, fate),
    isHit: isHit(course),
    typo: typoOf(world, contract, { terms, endDay }, fate),
  };
};

/** Lives one month; false when it was the last. */
const live = (course: Course): boolean => {
  const { world, contract, startDay, months, draws } = course;
  const number = months.length;
  const fromDay = world.days.monthsAfter(startDay, number);
  if (fromDay >= world.days.count) return false;
  const toDay = world.days.monthsAfter(startDay, number + 1);
  if (number > 0) changeTerms(course, fromDay, number);
  const terms = course.terms.at(-1)!;
  if (contract.term === 'month' || number % 12 === 0)
    course.invoices.push(invoiceOf(fromDay, terms.mrrMinor * (contract.term === 'year' ? 12 : 1), course.billing));
  course.tickets.push(...ticketsIn(course, { fromDay, toDay, isFirst: number === 0 }));
  const causes = causesIn(course, fromDay, number);
  const hazard = hazardOf(causes);
  const hazards = [...months.slice(number - (number % 12)).map((month) => month.hazard), hazard];
  const isYearsEnd = hazards.length === 12;
  const leaveChance = contract.term === 'month' ? hazard : isYearsEnd ? yearEndChance(hazards) : 0;
  const slow = course.onboarding.isSlow && number === 0 ? 0.08 : 1;
  months.push({ fromDay, toDay, causes, hazard, leaveChance, intensity: intensityAt(hazard) * slow, terms, needed: course.needed });
  const leaves = draws.leave.chance(leaveChance);
  if (course.championLeftDay === null && draws.champion.chance(CHAMPION_LEAVES))
    course.championLeftDay = fromDay + draws.champion.int(toDay - fromDay);
  if (leaves && toDay < world.days.count) course.endDay = toDay;
  return course.endDay === null;
};

const ticketsIn = (course: Course, month: { fromDay: number; toDay: number; isFirst: boolean }): readonly Ticket[] => {
  const { incident } = course.world;
  const { plan, seats } = course.terms.at(-1)!;
  const isHitNow = plan === incident.plan && incident.fromDay >= month.fromDay && incident.fromDay < month.toDay;
  return ticketsOfMonth(course.world, course.profile, { ...month, seats, isHit: isHitNow }, course.asking);
};

// Who leaves in silence shows nothing; the others use it less and less, those with a yearly term for longer.
const faded = (months: readonly LifeMonth[], term: Contract['term']): readonly LifeMonth[] => {
  const shares = term === 'year' ? [0.8, 0.6, 0.35] : [0.75, 0.4];
  const from = months.length - shares.length;
  return months.map((month, index) => (index < from ? month : { ...month, intensity: month.intensity * shares[index - from]! }));
};

// Only what nothing else has changed until it is noticed: the correction then says the whole life anew.
const typoOf = (
  world: World,
  contract: Contract,
  { terms, endDay }: { readonly terms: readonly Terms[]; readonly endDay: number | null },
  random: Random,
): Life['typo'] => {
  const first = terms[0]!;
  const isTyped = random.chance(WRONG_SHARE);
  const knownDay = first.day + 18 + random.int(20);
  const seats = first.seats + 1 + random.int(4);
  const isAlone = knownDay < Math.min(terms[1]?.day ?? world.days.count, endDay ?? world.days.count, world.days.count) - 1;
  if (!isTyped || !isAlone) return null;
  const isRaised = first.day >= world.priceChange.day;
  return { seats, mrrMinor: monthlyPrice(world, contract, { plan: first.plan, seats, isRaised }), knownDay };
};
