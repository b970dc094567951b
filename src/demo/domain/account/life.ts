import { CHAMPION_LEAVES, HAZARD, MONTHS_OF, RESCUE_PLAY, SLOW_ANSWER_HOURS, WRONG_SHARE } from '../company/effects.ts';
import { planFor } from '../company/prices.ts';
import type { World } from '../company/world.ts';
import type { ChurnReason, PlanKey } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import { churnReason } from './churn-reason.ts';
import { type Causes, hazardOf, intensityAt, yearEndChance } from './hazard.ts';
import { type Invoice, invoiceOf } from './invoices.ts';
import { armOf, type Onboarding, onboardingOf } from './onboarding.ts';
import type { Profile } from './profile.ts';
import { type Contract, contractOf, dearer, monthlyPrice, type Terms } from './terms.ts';
import { type Ticket, ticketsOfMonth } from './tickets.ts';

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
  readonly rescue: { readonly day: number; readonly arm: 'act' | 'hold' } | null;
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

interface Course {
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
  rescue: Life['rescue'];
  /** Seats that it would fill. */
  needed: number;
  /** The new price holds for it. */
  isRaised: boolean;
  endDay: number | null;
}

const firstTerms = (world: World, profile: Profile, contract: Contract, day: number): Terms => {
  const plan = planFor(profile.seats);
  const isRaised = day >= world.priceChange.day;
  return { day, plan, seats: profile.seats, mrrMinor: monthlyPrice(world, contract, { plan, seats: profile.seats, isRaised }) };
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

/** Was this customer of the segment that the incident hit, on that day? */
const isHit = ({ world: { incident }, months }: Course): boolean =>
  months.some(({ fromDay, toDay, terms }) => fromDay <= incident.fromDay && incident.fromDay < toDay && terms.plan === incident.plan);

const causesIn = (course: Course, fromDay: number, number: number): Causes => {
  const { world, profile, onboarding, months, invoices, tickets, championLeftDay, terms } = course;
  const within = (day: number | null, forMonths: number): boolean => day !== null && day < fromDay && fromDay - day < forMonths * 30.5;
  const invoice = invoices.at(-1)!;
  const slowSince = fromDay - MONTHS_OF.slowSupport * 30.5;
  const isSlowed = tickets.some(
    (ticket) =>
      ticket.waitedHours > SLOW_ANSWER_HOURS &&
      ticket.openedAt >= world.days.startOf(0) + slowSince * DAY_MS &&
      ticket.openedAt < world.days.startOf(fromDay),
  );
  const wasStarter = months[0]?.terms.plan === world.priceChange.plan && months[0].fromDay < world.priceChange.day;
  const causes: Record<string, number> = {
    base: HAZARD.base,
    size: HAZARD.size * Math.log10(profile.employees / 50),
    fit: HAZARD.fit * (profile.fit - 0.5),
    age: (HAZARD.perYear * number) / 12,
  };
  if (profile.channel.hazardLogit !== 0) causes.channel = profile.channel.hazardLogit;
  if (onboarding.hasHabit) causes.early_habit = HAZARD.earlyHabit;
  if (isHit(course) && within(world.incident.fromDay, MONTHS_OF.incident)) causes.incident = HAZARD.incident;
  if (within(championLeftDay, MONTHS_OF.championLeft)) causes.champion_left = HAZARD.championLeft;
  if (wasStarter && terms.at(-1)!.plan === world.priceChange.plan && within(world.priceChange.day - 1, MONTHS_OF.priceChange))
    causes.price_change = HAZARD.priceChange;
  if (isSlowed) causes.slow_support = HAZARD.slowSupport;
  if (invoice.failedDay !== null && within(invoice.day - 1, MONTHS_OF.paymentFailed)) causes.payment_failed = HAZARD.paymentFailed;
  return rescued(course, fromDay, causes);
};

// The play watches what the product can see as well: a customer in danger is called, or held out by the hash.
const rescued = (course: Course, fromDay: number, causes: Causes): Causes => {
  const { world, profile, rescue } = course;
  const inDanger = hazardOf(causes) >= RESCUE_PLAY.atHazard;
  if (rescue === null && inDanger && fromDay >= world.rescueDay && course.months.length > 0)
    course.rescue = { day: fromDay, arm: armOf(RESCUE_PLAY.key, profile, RESCUE_PLAY.holdOut) };
  const isActed = course.rescue?.arm === 'act' && fromDay - course.rescue.day < MONTHS_OF.rescuePlay * 30.5;
  return isActed ? { ...causes, rescue_play: HAZARD.rescuePlay } : causes;
};

const changeTerms = (course: Course, day: number, number: number): void => {
  const { world, profile, contract, draws, months } = course;
  const last = course.terms.at(-1)!;
  const before = months.at(-1)!;
  const isRenewal = contract.term === 'month' || number % 12 === 0;
  const growth = 0.003 + 0.04 * profile.need * profile.fit;
  course.needed *= 1 + growth * before.intensity * draws.seats.between(0, 2);
  const seats = seatsAfter(course, last.seats, { isRenewal, hazard: before.hazard });
  const climbs = draws.seats.chance(before.hazard < 0.05 ? 0.012 : 0);
  const plan: PlanKey = climbs ? nextPlan(last.plan) : seats > last.seats ? dearer(last.plan, planFor(seats)) : last.plan;
  course.isRaised ||= isRenewal && day >= world.priceChange.day;
  const mrrMinor = monthlyPrice(world, contract, { plan, seats, isRaised: course.isRaised });
  if (seats !== last.seats || plan !== last.plan || mrrMinor !== last.mrrMinor) course.terms.push({ day, plan, seats, mrrMinor });
};

const nextPlan = (plan: PlanKey): PlanKey => (plan === 'starter' ? 'team' : plan === 'team' ? 'business' : 'enterprise');

/** Seats that are nearly full are followed by more; a customer in doubt gives some back when its term allows. */
const seatsAfter = (course: Course, seats: number, { isRenewal, hazard }: { isRenewal: boolean; hazard: number }): number => {
  const { seats: random } = course.draws;
  const [buys, returns] = [random.chance(0.5), random.chance(hazard > 0.1 ? 0.12 : 0.01)];
  if (course.needed >= seats * 1.08 && buys) return Math.ceil(course.needed * 1.12);
  if (!isRenewal || !returns || seats < 4) return seats;
  course.needed *= 0.75;
  return Math.max(2, Math.floor(seats * 0.75));
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

const DAY_MS = 86_400_000;
