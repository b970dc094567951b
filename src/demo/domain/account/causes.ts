import { HAZARD, MONTHS_OF, RESCUE_PLAY, SLOW_ANSWER_HOURS } from '../company/effects.ts';
import type { Course } from './course.ts';
import { type Causes, hazardOf } from './hazard.ts';
import { armOf } from './onboarding.ts';

/** Was this customer of the segment that the incident hit, on that day? */
export const isHit = ({ world: { incident }, months }: Course): boolean =>
  months.some(({ fromDay, toDay, terms }) => fromDay <= incident.fromDay && incident.fromDay < toDay && terms.plan === incident.plan);

/** What moves the hazard in the month that begins on this day, the `number`-th of the life (from 0), in logits? */
export const causesIn = (course: Course, fromDay: number, number: number): Causes => {
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

const DAY_MS = 86_400_000;
