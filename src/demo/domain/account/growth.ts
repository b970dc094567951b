import { planFor } from '../company/prices.ts';
import type { World } from '../company/world.ts';
import type { PlanKey } from '../lexicon/keys.ts';
import type { Course } from './course.ts';
import type { Profile } from './profile.ts';
import { type Contract, dearer, monthlyPrice, type Terms } from './terms.ts';

/** With what does a life begin on this day? */
export const firstTerms = (world: World, profile: Profile, contract: Contract, day: number): Terms => {
  const plan = planFor(profile.seats);
  const isRaised = day >= world.priceChange.day;
  return { day, plan, seats: profile.seats, mrrMinor: monthlyPrice(world, contract, { plan, seats: profile.seats, isRaised }) };
};

/** What changes as the `number`-th month begins: seats as they are needed, a higher plan, the new price where a term allows it. */
export const changeTerms = (course: Course, day: number, number: number): void => {
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
