import type { World } from '../company/world.ts';
import type { TicketTopic } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { Profile } from './profile.ts';

/** A question to the support. Instants are UTC ms; null when it has not happened by the end. */
export interface Ticket {
  readonly openedAt: number;
  readonly topic: TicketTopic;
  readonly priority: 'low' | 'medium' | 'high' | 'urgent';
  readonly answeredAt: number | null;
  readonly closedAt: number | null;
  readonly satisfaction: number | null;
  readonly escalated: boolean;
  /** Business hours until the first answer. */
  readonly waitedHours: number;
}

/** Whose month it is, and what went on in it. */
export interface TicketMonth {
  readonly fromDay: number;
  readonly toDay: number;
  readonly seats: number;
  readonly isFirst: boolean;
  readonly isHit: boolean;
}

/** What does a customer ask in a month? More in the first one, more with many seats, and when an incident hits it. */
export const ticketsOfMonth = (world: World, profile: Profile, month: TicketMonth, random: Random): readonly Ticket[] => {
  const usual = (0.12 + 0.011 * Math.min(month.seats, 150)) * (month.isFirst ? 2.2 : 1);
  const plain = Array.from({ length: random.count(usual) }, () => ({
    day: month.fromDay + random.int(month.toDay - month.fromDay),
    topic: TOPICS[random.weighted(TOPIC_WEIGHTS)]!,
  }));
  const { fromDay, toDay } = world.incident;
  const hurt = Array.from({ length: month.isHit ? 1 + random.count(0.8 + 0.02 * month.seats) : 0 }, () => ({
    day: fromDay + random.int(toDay - fromDay + 1),
    topic: 'outage' as const,
  }));
  return [...plain, ...hurt]
    .map((asked) => ticketOf(world, profile, asked, random))
    .filter(({ openedAt }) => openedAt < world.days.endsAt)
    .sort((a, b) => a.openedAt - b.openedAt);
};

const TOPICS: readonly TicketTopic[] = [
  'how_to',
  'login',
  'import',
  'report_numbers',
  'slow',
  'billing',
  'integration',
  'mobile',
  'permissions',
  'feature_request',
];
const TOPIC_WEIGHTS = [22, 14, 12, 12, 9, 8, 8, 9, 8, 9];
const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
/** Usual business hours until the first answer, by priority. */
const ANSWER_HOURS = { low: 9, medium: 5, high: 2.5, urgent: 0.8 } as const;

const ticketOf = (
  world: World,
  profile: Profile,
  { day, topic }: { readonly day: number; readonly topic: TicketTopic },
  random: Random,
): Ticket => {
  const priority = topic === 'outage' ? random.pick(['high', 'urgent'] as const) : PRIORITIES[random.weighted([28, 48, 19, 5])]!;
  const openedAt = world.days.instantOf(workingDay(world, day), random.between(500, 1110), profile.country.zone);
  // A weak quarter: people had left the support and answers took three times as long.
  const share = day / world.days.count;
  const strain = share > 0.7 && share < 0.84 ? 3 : 1;
  const waitedHours = ANSWER_HOURS[priority] * strain * Math.exp(0.7 * random.normal());
  const answered = afterBusinessHours(world, openedAt, waitedHours);
  const closed = afterBusinessHours(world, answered, 3 * Math.exp(0.9 * random.normal()) * (topic === 'feature_request' ? 8 : 1));
  const happened = (at: number): number | null => (at < world.days.endsAt ? Math.round(at) : null);
  const score = Math.round(5 - waitedHours / 7 - (topic === 'outage' ? 1 : 0) + 0.7 * random.normal());
  const isRated = random.chance(0.55);
  return {
    openedAt,
    topic,
    priority,
    answeredAt: happened(answered),
    closedAt: happened(closed),
    satisfaction: isRated && happened(closed) !== null ? Math.min(5, Math.max(1, score)) : null,
    escalated: waitedHours > 20 || (priority === 'urgent' && random.chance(0.3)),
    waitedHours,
  };
};

// What is asked at a weekend waits for Monday.
const workingDay = (world: World, day: number): number => {
  const weekday = world.days.weekdayOf(day);
  return weekday > 4 ? day + 7 - weekday : day;
};

const OPENS = 9;
const CLOSES = 18;
const HOUR = 3_600_000;

/** At which instant have so many business hours of the company (9 to 18, Monday to Friday) passed since this one? */
const afterBusinessHours = ({ days }: World, from: number, hours: number): number => {
  let left = hours * HOUR;
  let day = Math.floor((from - days.startOf(0)) / (24 * HOUR));
  while (days.startOf(day + 1) <= from) day += 1;
  for (; ; day++) {
    if (days.weekdayOf(day) > 4) continue;
    const opens = Math.max(from, days.startOf(day) + OPENS * HOUR);
    const open = days.startOf(day) + CLOSES * HOUR - opens;
    if (open <= 0) continue;
    if (open >= left) return opens + left;
    left -= open;
  }
};
