import type { World } from '../company/world.ts';
import type { BuyingRole, CustomerRole, Level } from '../lexicon/keys.ts';
import type { PersonName } from '../lexicon/lexicon.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import type { Pipeline } from './pipeline.ts';
import type { Profile } from './profile.ts';

/** Somebody of the account. Days are those of the plan; null for what never happens. */
export interface Person {
  readonly number: number;
  readonly externalId: string;
  readonly name: PersonName;
  readonly email: string;
  readonly title: string;
  readonly buyingRole: BuyingRole | null;
  /** The day on which the company learns of this person. */
  readonly foundDay: number;
  readonly role: CustomerRole;
  /** The first day in the product, and the day from which on the person is gone. */
  readonly joinDay: number | null;
  readonly leaveDay: number | null;
  readonly userId: string | null;
  /** The browser in which the person was met before signing in. */
  readonly anonymousId: string;
  /** Minute of the day at which work begins, and how long it lasts. */
  readonly startMinute: number;
  readonly workMinutes: number;
  /** How eagerly the person uses the product: 1 is usual. */
  readonly rate: number;
  /** Share of a working day that is worked at weekends. */
  readonly weekendShare: number;
}

/** More people than these are not simulated one by one. */
const MOST_PEOPLE = 45;

/** Who belongs to this account: who asked first, who turned up while it bought, who uses the product since when and until when? */
export const peopleOf = (
  world: World,
  profile: Profile,
  { pipeline, lives, random }: { readonly pipeline: Pipeline; readonly lives: readonly Life[]; readonly random: Random },
): readonly Person[] => {
  const found = [...buyersOf(profile, pipeline, random.of('buyers')), ...usersOf(world, profile, lives, random.of('users'))];
  const trialDay = pipeline.trial?.fromDay ?? null;
  const goneDay = lives.find(({ championLeftDay }) => championLeftDay !== null)?.championLeftDay ?? null;
  const taken = new Set<string>();
  return found
    .filter(({ foundDay }) => foundDay < world.days.count)
    .slice(0, MOST_PEOPLE)
    .map((seed, number) => {
      // The one who asked first is the champion.
      const person = number === 0 ? { ...seed, joinDay: trialDay ?? seed.joinDay, leaveDay: goneDay } : seed;
      return made(profile, { ...person, number }, { random: random.of('person', number), taken });
    });
};

interface Seed {
  readonly foundDay: number;
  readonly joinDay: number | null;
  readonly leaveDay: number | null;
  readonly buyingRole: BuyingRole | null;
  readonly role: CustomerRole;
  readonly level: Level;
}

const buyersOf = (profile: Profile, { deals, customerDay }: Pipeline, random: Random): readonly Seed[] => {
  const first = random.pick(['decider', 'decider', 'influencer', 'influencer', 'user'] as const);
  const contact: Seed = {
    foundDay: profile.captureDay,
    joinDay: customerDay,
    leaveDay: null,
    buyingRole: first,
    role: 'admin',
    level: levelOf(profile, first, random),
  };
  const others = deals.slice(0, 1).flatMap((deal) =>
    Array.from({ length: random.int(profile.seats > 9 ? 4 : 2) }, (_, index): Seed => {
      const buyingRole = (['decider', 'payer', 'blocker', 'influencer'] as const)[index]!;
      return {
        foundDay: deal.openedDay + 1 + random.int(Math.max(1, deal.closedDay - deal.openedDay - 1)),
        joinDay: null,
        leaveDay: null,
        buyingRole,
        role: 'viewer',
        level: levelOf(profile, buyingRole, random),
      };
    }),
  );
  return [contact, ...others];
};

const levelOf = ({ employees }: Profile, role: BuyingRole, random: Random): Level => {
  if (role === 'user') return random.pick(['manager', 'staff'] as const);
  if (role === 'decider') return employees < 60 || random.chance(0.3) ? 'executive' : 'director';
  return random.pick(['director', 'manager', 'manager'] as const);
};

const ROLES: readonly CustomerRole[] = ['admin', 'planner', 'analyst', 'operator', 'viewer'];

/** Everybody but the first admin: invited ones of the first weeks, then more until the seats are filled, then as many as are bought. */
const usersOf = (world: World, profile: Profile, lives: readonly Life[], random: Random): readonly Seed[] => {
  const life = lives[0];
  if (life === undefined) return [];
  const fill = random.between(0.65, 1);
  // An invitation brings somebody while there are seats.
  const joins = life.onboarding.inviteDays.map((day) => day + random.int(3)).slice(0, profile.seats - 1);
  for (const [month, { fromDay, needed, terms }] of life.months.entries()) {
    const wanted = Math.min(MOST_PEOPLE, terms.seats, Math.max(1, Math.round(needed * fill))) - 1;
    while (joins.length < wanted) joins.push(fromDay + (month === 0 ? 15 : 1) + Math.floor(random.exponential(month === 0 ? 22 : 10)));
  }
  return joins
    .filter((day) => day < (life.endDay ?? world.days.count) && day < world.days.count)
    .sort((a, b) => a - b)
    .map((joinDay): Seed => {
      const stays = Math.floor(random.exponential(1100));
      return {
        foundDay: joinDay,
        joinDay,
        leaveDay: joinDay + 30 + stays,
        buyingRole: null,
        role: ROLES[random.weighted([6, 22, 14, 43, 15])]!,
        level: random.chance(0.25) ? 'manager' : 'staff',
      };
    });
};

const RATES: Readonly<Record<CustomerRole, number>> = { admin: 1.1, planner: 1.4, analyst: 1, operator: 1, viewer: 0.4 };

const made = (
  profile: Profile,
  seed: Seed & { readonly number: number },
  { random, taken }: { readonly random: Random; readonly taken: Set<string> },
): Person => {
  const { number, level, ...person } = seed;
  const words = random.of('words');
  const name = profile.lexicon.personName(words);
  const mailbox = taken.has(name.latin) ? `${name.latin}${number}` : name.latin;
  taken.add(mailbox);
  const isPrivate = number === 0 && random.chance(0.05);
  const startMinute = Math.round(450 + random.int(7) * 15);
  return {
    ...person,
    number,
    externalId: `P-${profile.accountId.slice(2)}-${number}`,
    name,
    // With the number, as private mailboxes are shared by everybody in the world.
    email: isPrivate ? `${mailbox}${profile.index}@${random.pick(PRIVATE_MAIL[profile.country.language])}` : `${mailbox}@${profile.domain}`,
    title: profile.lexicon.jobTitle(words, seed.buyingRole ?? seed.role, level, name),
    userId: person.joinDay === null ? null : `u-${profile.index}-${number}`,
    anonymousId: `b-${profile.index}-${number}`,
    startMinute,
    workMinutes: 480 + random.int(60),
    rate: RATES[seed.role] * random.between(0.5, 1.5),
    weekendShare: profile.opensAtWeekends ? 0.45 : 0.04,
  };
};

const PRIVATE_MAIL = {
  en: ['gmail.com', 'outlook.com', 'yahoo.com'],
  'zh-CN': ['163.com', 'qq.com', '126.com'],
  es: ['gmail.com', 'hotmail.com', 'outlook.es'],
} as const;
