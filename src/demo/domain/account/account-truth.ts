import { ACTIVATION_MILESTONE } from '#kernel/activation.ts';
import { dateOf } from '#kernel/calendar.ts';
import { EXPERIMENT, IDLE_PLAY, RESCUE_PLAY } from '../company/effects.ts';
import { atHome } from '../company/prices.ts';
import type { AccountTruth, CorrectionTruth, DealTruth, HazardTruth, LifeTruth, MovementTruth } from '../truth.ts';
import type { Arrival } from './arriving.ts';
import { subscriptionId } from './contracts-told.ts';
import type { Life } from './life.ts';
import { type Moment, stagesFrom } from './lifecycle-truth.ts';
import { industryCorrectionOf } from './records.ts';
import { instantThere, type Telling } from './telling.ts';

/** What was observed while telling. `used` are the instants of product use, in order. */
export interface Observed {
  readonly arrival: Arrival;
  readonly deals: readonly DealTruth[];
  readonly used: readonly number[];
}

/** What is true of this account? */
export const truthOf = (telling: Telling, observed: Observed): AccountTruth => {
  const { world, profile, pipeline, lives, people } = telling;
  const { arrival, deals } = observed;
  const { plan, days } = world;
  const onDate = (at: number): string => dateOf(at, plan.timeZone);
  const qualifiedAt = pipeline.qualified === null ? null : instantThere(telling, pipeline.qualified.day, pipeline.qualified.minute);
  const activations = lives.map((life) => activatedAt(telling, life, observed.used));
  const moments = momentsOf(telling, { ...observed, qualifiedAt, activations });
  const first = lives[0];
  return {
    index: profile.index,
    accountId: profile.accountId,
    name: profile.name,
    industry: profile.industry,
    country: profile.country.code,
    employees: profile.employees,
    channel: profile.channel.key,
    channelName: profile.channel.name[plan.language],
    rep: deals.at(-1)?.rep ?? null,
    stages: stagesFrom(moments.filter(({ at }) => at < days.endsAt)).map((entered) => ({ ...entered, on: onDate(entered.at) })),
    reached: { at: arrival.reachedAt, on: onDate(arrival.reachedAt), isAnonymous: arrival.isAnonymous },
    capturedOn: onDate(arrival.capturedAt),
    interestedOn: arrival.interestedAt === null ? null : onDate(arrival.interestedAt),
    qualifiedOn: qualifiedAt === null || qualifiedAt >= days.endsAt ? null : onDate(qualifiedAt),
    opportunityOn: deals[0]?.openedOn ?? null,
    customerOn: first === undefined ? null : days.dateOf(first.startDay),
    deals,
    lives: lives.map((life, index) => lifeTruth(telling, life, activations[index]!)),
    movements: lives.flatMap((life) => movementsOf(telling, life)),
    hazard: lives.flatMap((life) => hazardTruth(telling, life)),
    corrections: lives.flatMap((life) => correctionsOf(telling, life)),
    industryCorrection: industryCorrectionOf(telling),
    arms: armsOf(telling),
    onboarded: first === undefined ? null : first.onboarding.isFinished,
    hitByIncident: lives.some(({ isHit }) => isHit),
    championLeftOn: dayText(telling, lives.find(({ championLeftDay }) => championLeftDay !== null)?.championLeftDay ?? null),
    hitByPriceChange: lives.some(({ months }) => months.some(({ causes }) => causes.price_change !== undefined)),
    people: people.length,
  };
};

const dayText = ({ world }: Telling, day: number | null): string | null =>
  day === null || day >= world.days.count ? null : world.days.dateOf(day);

interface Dated extends Observed {
  readonly qualifiedAt: number | null;
  readonly activations: readonly (number | null)[];
}

const momentsOf = (telling: Telling, { arrival, deals, qualifiedAt, activations }: Dated): readonly Moment[] => {
  const { days } = telling.world;
  const prospect = (at: number | null, stage: Extract<Moment, { kind: 'prospect' }>['stage']): readonly Moment[] =>
    at === null ? [] : [{ at, kind: 'prospect', stage }];
  const starts = (date: string): number => days.startOf(days.dayOf(date));
  return [
    ...prospect(arrival.isAnonymous ? null : arrival.reachedAt, 'reached'),
    ...prospect(arrival.capturedAt, 'captured'),
    ...prospect(arrival.interestedAt, 'interested'),
    ...prospect(qualifiedAt, 'qualified'),
    ...deals.flatMap(({ openedOn }) => prospect(starts(openedOn), 'opportunity')),
    // Deals follow each other, so that each lost one was the last one alive.
    ...deals.flatMap(({ status, closedOn }): readonly Moment[] =>
      status === 'lost' ? [{ at: starts(closedOn!), kind: 'deals_lost' }] : [],
    ),
    ...telling.lives.flatMap((life) => lifeMoments(telling, life)),
    ...activations.flatMap((at): readonly Moment[] => (at === null ? [] : [{ at, kind: 'activated' }])),
  ];
};

/** How long before its end does a term count as ending, in the default rules? */
const RENEWAL_DAYS = 90;

const lifeMoments = (telling: Telling, life: Life): readonly Moment[] => {
  const { days, plan } = telling.world;
  const paid = life.terms.map(
    ({ day, mrrMinor }): Moment => ({ at: days.startOf(day), kind: 'pays', mrrMinor: atHome(plan, mrrMinor, life.currency) }),
  );
  const ended: readonly Moment[] = life.endDay === null ? [] : [{ at: days.startOf(life.endDay), kind: 'pays', mrrMinor: 0 }];
  const windows =
    life.term === 'month'
      ? []
      : [1, 2, 3, 4, 5].flatMap((year): readonly Moment[] => {
          const termEnd = days.monthsAfter(life.startDay, 12 * year);
          if (termEnd - RENEWAL_DAYS >= (life.endDay ?? days.count)) return [];
          const soon: Moment = { at: days.startOf(termEnd - RENEWAL_DAYS), kind: 'term_ends_soon', isSoon: true };
          return termEnd >= (life.endDay ?? days.count)
            ? [soon]
            : [soon, { at: days.startOf(termEnd), kind: 'term_ends_soon', isSoon: false }];
        });
  return [...paid, ...ended, ...windows];
};

const activatedAt = ({ world: { days } }: Telling, { startDay, endDay }: Life, used: readonly number[]): number | null => {
  const from = days.startOf(startDay);
  const to = days.startOf(Math.min(startDay + ACTIVATION_MILESTONE.withinDays, endDay ?? days.count, days.count));
  return used.filter((at) => at >= from && at < to)[ACTIVATION_MILESTONE.times - 1] ?? null;
};

const lifeTruth = (telling: Telling, life: Life, activated: number | null): LifeTruth => ({
  from: telling.world.days.dateOf(life.startDay),
  to: dayText(telling, life.endDay),
  plan: life.terms[0]!.plan,
  term: life.term,
  currency: life.currency,
  churnReason: life.reason,
  activatedOn: activated === null ? null : dateOf(activated, telling.world.plan.timeZone),
  earlyHabit: life.onboarding.hasHabit,
  decoys: { exportedEarly: life.onboarding.exportedEarly, darkTheme: life.onboarding.darkTheme },
});

const movementsOf = ({ world: { plan, days } }: Telling, life: Life): readonly MovementTruth[] => {
  const steps = [...life.terms.map(({ day, mrrMinor }) => ({ day, toMinor: atHome(plan, mrrMinor, life.currency) }))];
  if (life.endDay !== null) steps.push({ day: life.endDay, toMinor: 0 });
  return steps.flatMap(({ day, toMinor }, index): readonly MovementTruth[] => {
    const byMinor = toMinor - (steps[index - 1]?.toMinor ?? 0);
    if (byMinor === 0) return [];
    const kind =
      index === 0 ? (life.number === 1 ? 'new' : 'reactivation') : toMinor === 0 ? 'churn' : byMinor > 0 ? 'expansion' : 'contraction';
    return [{ on: days.dateOf(day), kind, byMinor, toMinor }];
  });
};

const hazardTruth = ({ world: { days } }: Telling, life: Life): readonly HazardTruth[] =>
  life.months.map(({ fromDay, hazard, leaveChance, causes }) => ({
    from: days.dateOf(fromDay),
    life: life.number,
    hazard,
    leaveChance,
    causes,
  }));

const correctionsOf = ({ world: { days }, profile }: Telling, life: Life): readonly CorrectionTruth[] =>
  life.typo === null
    ? []
    : [
        {
          subscription: subscriptionId(profile.accountId, life.number),
          from: days.dateOf(life.startDay),
          knownOn: days.dateOf(life.typo.knownDay),
          currency: life.currency,
          wrongMinor: life.typo.mrrMinor,
          rightMinor: life.terms[0]!.mrrMinor,
        },
      ];

const armsOf = ({ lives, world: { days } }: Telling): AccountTruth['arms'] => {
  const [first] = lives;
  const arm = first?.onboarding.arm ?? null;
  const idle = first?.onboarding.idlePlay ?? null;
  const rescue = lives.find((life) => life.rescue !== null)?.rescue ?? null;
  const isThere = first !== undefined && idle !== null && idle.day < (first.endDay ?? days.count);
  return {
    ...(arm === null ? {} : { [EXPERIMENT.key]: { arm, on: days.dateOf(first!.startDay) } }),
    ...(isThere ? { [IDLE_PLAY.key]: { arm: idle.arm, on: days.dateOf(idle.day) } } : {}),
    ...(rescue === null ? {} : { [RESCUE_PLAY.key]: { arm: rescue.arm, on: days.dateOf(rescue.day) } }),
  };
};
