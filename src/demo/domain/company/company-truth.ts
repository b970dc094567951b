import type { CompanyTruth } from '../truth.ts';
import { CHANNELS, LEAKY } from './channels.ts';
import {
  CHAMPION_LEAVES,
  EARLY_HABIT,
  EXPERIMENT,
  HAZARD,
  IDLE_PLAY,
  LATE_SHARE,
  MONTHS_OF,
  RESCUE_PLAY,
  SLOW_ANSWER_HOURS,
} from './effects.ts';
import { SMALL_DEAL_SEATS } from './reps.ts';
import { strangerCounts } from './strangers.ts';
import type { World } from './world.ts';

/** What was planted in this company: everything that its data ought to tell who looks well. */
export const companyTruth = (world: World, onlookers: CompanyTruth['onlookers']): CompanyTruth => {
  const { plan, days, incident, priceChange, reps } = world;
  const { language } = plan;
  return {
    startsOn: days.dateOf(0),
    endsOn: plan.endsOn,
    channels: CHANNELS.map(({ key, name, quality, hazardLogit }) => ({ key, name: name[language], quality, hazardLogit })),
    leakyChannel: { ...LEAKY, name: CHANNELS.find(({ key }) => key === LEAKY.key)!.name[language] },
    earlyHabit: {
      rule: 'in the first 14 days at least 3 colleagues invited, and the key feature used in the first and in the second week',
      ...EARLY_HABIT,
      hazardLogit: HAZARD.earlyHabit,
    },
    decoys: [
      { event: 'report_exported', correlatesWith: 'seats and early habit' },
      { event: 'theme_switched', correlatesWith: 'seats' },
    ],
    incident: {
      from: days.dateOf(incident.fromDay),
      to: days.dateOf(incident.toDay),
      segment: { plan: world.lexicon.plan(incident.plan) },
      hazardLogit: HAZARD.incident,
      months: MONTHS_OF.incident,
    },
    championDeparture: { monthlyChance: CHAMPION_LEAVES, hazardLogit: HAZARD.championLeft, months: MONTHS_OF.championLeft },
    priceChange: {
      on: days.dateOf(priceChange.day),
      plan: world.lexicon.plan(priceChange.plan),
      byRatio: priceChange.byRatio,
      hazardLogit: HAZARD.priceChange,
      months: MONTHS_OF.priceChange,
    },
    slowSupport: { overHours: SLOW_ANSWER_HOURS, hazardLogit: HAZARD.slowSupport, months: MONTHS_OF.slowSupport },
    paymentFailure: { hazardLogit: HAZARD.paymentFailed },
    reps: reps.map(({ name, skill, patience, smallDealsOnly }) => ({ name, skill, patience, smallDealsOnly })),
    smallDealRep: { name: reps.find(({ smallDealsOnly }) => smallDealsOnly)!.name, overSeats: SMALL_DEAL_SEATS },
    experiment: {
      key: EXPERIMENT.key,
      from: days.dateOf(world.experimentDay),
      salt: EXPERIMENT.key,
      outcome: `onboarding finished within ${EXPERIMENT.days} days`,
      controlRate: EXPERIMENT.controlRate,
      treatmentRate: EXPERIMENT.treatmentRate,
    },
    effectivePlay: { key: RESCUE_PLAY.key, holdOut: RESCUE_PLAY.holdOut, hazardLogit: HAZARD.rescuePlay, months: MONTHS_OF.rescuePlay },
    idlePlay: { key: IDLE_PLAY.key, holdOut: IDLE_PLAY.holdOut, hazardLogit: 0 },
    releases: world.releases.map(({ version, name, day, feature }) => ({ version, name, on: days.dateOf(day), feature })),
    lateShare: LATE_SHARE,
    onlookers,
    strangers: strangerCounts(world),
  };
};
