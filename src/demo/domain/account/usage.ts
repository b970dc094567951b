import { EARLY_HABIT, LATE_SHARE } from '../company/effects.ts';
import { type CustomerRole, FEATURES, type FeatureKey, PLANS, type PlanKey } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import type { Person } from './people.ts';
import type { Telling } from './telling.ts';

/** A stretch with one strength of use. */
interface Stretch {
  readonly fromDay: number;
  readonly toDay: number;
  readonly plan: PlanKey;
  readonly intensity: number;
  /** The first fortnight of a customer, in which exports are the decoy's and not everybody's. */
  readonly exportsFrom: number;
}

/** Everything that the account's people did in the product, from the trial on. Returns the instants of use, in no order. */
export const tellUsage = (telling: Telling): readonly number[] => {
  const { pipeline, lives, people, world } = telling;
  const used: number[] = [];
  const stretches = [...trialStretch(telling), ...lives.flatMap((life) => stretchesOf(life))];
  for (const person of people) {
    if (person.joinDay === null) continue;
    const random = telling.random.of('usage', person.number);
    for (const stretch of stretches) tellStretch(telling, { person, stretch, random, used });
  }
  for (const life of lives) if (life.onboarding.hasHabit && life.number === 1) tellHabit(telling, life, used);
  return pipeline.trial === null && lives.length === 0 ? [] : used.filter((at) => at < world.days.endsAt);
};

const trialStretch = ({ pipeline: { trial, customerDay } }: Telling): readonly Stretch[] =>
  trial === null
    ? []
    : [{ fromDay: trial.fromDay, toDay: Math.min(trial.toDay, customerDay ?? trial.toDay), plan: 'team', intensity: 0.7, exportsFrom: 0 }];

const stretchesOf = ({ months, startDay, onboarding }: Life): readonly Stretch[] =>
  months.map(({ fromDay, toDay, terms, intensity }) => ({
    ...{ fromDay, toDay, intensity, plan: terms.plan },
    exportsFrom: onboarding.exportedEarly ? 0 : startDay + EARLY_HABIT.days,
  }));

interface Use {
  readonly person: Person;
  readonly stretch: Stretch;
  readonly random: Random;
  readonly used: number[];
}

const WORKDAYS_A_MONTH = 21;

const tellStretch = (telling: Telling, { person, stretch, random, used }: Use): void => {
  const { world, profile } = telling;
  const { days, plan } = world;
  const from = Math.max(stretch.fromDay, person.joinDay!);
  const to = Math.min(stretch.toDay, person.leaveDay ?? days.count, days.count);
  if (from >= to) return;
  const taste = tasteOf(person.role, stretch, world.featureSince);
  const shares = world.workShares(profile.country.code);
  const perDay = Math.min(0.6, 0.3 + plan.usesPerPersonMonth / 80, plan.usesPerPersonMonth / WORKDAYS_A_MONTH);
  const perActiveDay = plan.usesPerPersonMonth / (WORKDAYS_A_MONTH * perDay) - 1;
  const daily = perDay * person.rate * stretch.intensity;
  for (let day = from; day < to; day++) {
    const weekday = days.weekdayOf(day) < 5 ? 1 : person.weekendShare;
    if (!random.chance(Math.min(0.97, daily * weekday * shares[day]!))) continue;
    const uses = 1 + (perActiveDay > 0 ? random.count(perActiveDay) : 0);
    const isLate = random.chance(LATE_SHARE);
    const receivedDays = isLate ? 1 + random.int(5) : 0;
    const isDown = stretch.plan === world.incident.plan && day >= world.incident.fromDay && day <= world.incident.toDay;
    for (let use = 0; use < uses; use++) {
      const at = days.startOf(day, profile.country.zone) + Math.floor((person.startMinute + random.next() * person.workMinutes) * 60_000);
      const feature = featureOf(taste, day < stretch.exportsFrom, random);
      sayUse(telling, person, { at, feature, isDown, receivedAt: at + receivedDays * 86_400_000 }, random);
      used.push(at);
    }
  }
};

interface OneUse {
  readonly at: number;
  readonly feature: FeatureKey;
  readonly isDown: boolean;
  readonly receivedAt: number;
}

const sayUse = (telling: Telling, person: Person, { at, feature, isDown, receivedAt }: OneUse, random: Random): void => {
  const who = { userId: person.userId!, groupId: telling.profile.accountId };
  const errors = random.chance(isDown ? 0.6 : 0.012) ? 1 + random.int(isDown ? 6 : 2) : 0;
  const properties = { feature, count: 1 + random.int(4), duration_secs: 20 + Math.floor(random.exponential(200)), errors };
  telling.outbox.say(at, { type: 'track', event: 'feature_used', ...who, properties }, receivedAt);
  const made = MADE_BY[feature];
  if (made !== undefined && random.chance(made.chance))
    telling.outbox.say(at + 30_000, { type: 'track', event: made.event, ...who, properties: { feature } }, receivedAt);
};

/** What comes of using some features. */
const MADE_BY: Readonly<Partial<Record<FeatureKey, { readonly event: string; readonly chance: number }>>> = {
  reports: { event: 'report_created', chance: 0.3 },
  exports: { event: 'report_exported', chance: 1 },
  forms: { event: 'form_filled', chance: 0.25 },
  inventory: { event: 'stock_counted', chance: 0.15 },
};

/** How much of their time do people of a role spend on each feature, in the order of FEATURES? */
const TASTES: Readonly<Record<CustomerRole, readonly number[]>> = {
  admin: [20, 8, 4, 8, 6, 1, 8, 6, 10, 10, 5, 6, 6, 0],
  planner: [34, 22, 14, 6, 3, 1, 6, 4, 5, 3, 3, 6, 2, 0],
  analyst: [10, 2, 3, 1, 2, 1, 6, 8, 26, 24, 12, 3, 6, 0],
  operator: [24, 10, 12, 20, 14, 12, 10, 6, 1, 0, 0, 4, 0, 0],
  viewer: [30, 2, 8, 2, 1, 4, 2, 2, 22, 18, 4, 2, 0, 0],
};

/** From which plan on is a feature there? */
const SINCE_PLAN: Readonly<Partial<Record<FeatureKey, PlanKey>>> = {
  inventory: 'team',
  dashboards: 'team',
  alerts: 'team',
  integrations: 'business',
};

interface Taste {
  readonly weights: readonly number[];
  readonly withoutExports: readonly number[];
}

const tasteOf = (role: CustomerRole, { plan, fromDay }: Stretch, since: Readonly<Record<FeatureKey, number>>): Taste => {
  const weights = FEATURES.map((feature, index) => {
    const isSold = PLANS.indexOf(plan) >= PLANS.indexOf(SINCE_PLAN[feature] ?? 'starter');
    return isSold && since[feature] <= fromDay ? TASTES[role][index]! : 0;
  });
  return { weights, withoutExports: weights.map((weight, index) => (FEATURES[index] === 'exports' ? 0 : weight)) };
};

const featureOf = ({ weights, withoutExports }: Taste, isEarly: boolean, random: Random): FeatureKey =>
  FEATURES[random.weighted(isEarly ? withoutExports : weights)]!;

// The habit's second half for certain: the key feature in the first and in the second week.
const tellHabit = (telling: Telling, life: Life, used: number[]): void => {
  const random = telling.random.of('habit', life.number);
  const person = telling.people[0]!;
  for (const week of [0, 1]) {
    const day = life.startDay + week * 7 + 1 + random.int(5);
    if (person.joinDay === null || (person.leaveDay !== null && day >= person.leaveDay)) continue;
    const at = telling.world.days.instantOf(day, person.startMinute + random.between(10, 400), telling.profile.country.zone);
    sayUse(telling, person, { at, feature: EARLY_HABIT.feature, isDown: false, receivedAt: at }, random);
    used.push(at);
  }
};
