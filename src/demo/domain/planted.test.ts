import { describe, expect, it } from 'vitest';
import { accountStory } from './account-story.ts';
import { HABIT_CHANCE } from './company/effects.ts';
import { companyStory } from './company-story.ts';
import type { AccountStory } from './deliveries.ts';
import { demoPlan } from './plan.ts';

const ACCOUNTS = 3_000;
const plan = demoPlan({ endsOn: '2026-11-21', seed: 11, accounts: ACCOUNTS, usesPerPersonMonth: 3 });
const planted = companyStory({ ...plan, accounts: 10 }).truth;

/** What the checks need of a customer; the messages themselves are counted and let go. */
interface Seen {
  readonly truth: AccountStory['truth'];
  readonly seats: number;
  readonly left: boolean;
  readonly invitesEarly: number;
  readonly keyWeeks: number;
  readonly exportsEarly: number;
}

const DAY = 86_400_000;

const seenOf = ({ truth, rows, messages }: AccountStory): Seen => {
  const startsOn = Date.parse(`${truth.customerOn}T00:00:00-05:00`);
  const early = messages.filter(
    ({ timestamp }) => Date.parse(timestamp) >= startsOn - DAY / 2 && Date.parse(timestamp) < startsOn + 14 * DAY,
  );
  const keyDays = early.filter(({ event, properties }) => event === 'feature_used' && properties?.feature === planted.earlyHabit.feature);
  return {
    truth,
    seats: Number(rows.find(({ file, values }) => file === 'subscriptions' && values.is_trial === 'false')?.values.seats),
    left: truth.lives[0]!.to !== null,
    invitesEarly: early.filter(({ event }) => event === 'teammate_invited').length,
    keyWeeks: new Set(keyDays.map(({ timestamp }) => Math.floor((Date.parse(timestamp) - startsOn) / (7 * DAY)))).size,
    exportsEarly: early.filter(({ event }) => event === 'report_exported').length,
  };
};

const accounts = Array.from({ length: ACCOUNTS }, (_, index) => {
  const story = accountStory(plan, index);
  return { truth: story.truth, seen: story.truth.customerOn === null ? null : seenOf(story) };
});
const customers = accounts.flatMap(({ seen }) => seen ?? []);
const shareOf = (those: readonly Seen[], holds: (one: Seen) => boolean): number => those.filter(holds).length / those.length;
const left = (those: readonly Seen[]): number => shareOf(those, (one) => one.left);
const split = (holds: (one: Seen) => boolean): readonly [readonly Seen[], readonly Seen[]] => [
  customers.filter(holds),
  customers.filter((one) => !holds(one)),
];

describe('what is planted in the demo company', () => {
  it('has customers of whom a believable share leaves', () => {
    expect(customers.length / ACCOUNTS).toBeGreaterThan(0.44);
    expect(customers.length / ACCOUNTS).toBeLessThan(0.57);
    expect(left(customers)).toBeGreaterThan(0.16);
    expect(left(customers)).toBeLessThan(0.28);
  });

  it('loses as many as the hazards say', () => {
    const months = customers.flatMap(({ truth }) => truth.hazard.filter(({ life }) => life === 1));
    const expected = months.reduce((sum, { leaveChance }) => sum + leaveChance, 0);
    const happened = customers.filter((one) => one.left).length;
    // The last month of each life has not ended yet: what was drawn for it is not known.
    expect(happened).toBeLessThan(expected);
    expect(happened).toBeGreaterThan(expected * 0.7);
  });

  it('keeps those with the early habit, which shows in their messages', () => {
    const [with_, without] = split(({ truth }) => truth.lives[0]!.earlyHabit);
    expect(left(with_)).toBeLessThan(left(without) * 0.55);
    const old = ({ truth }: Seen): boolean => truth.customerOn! < '2026-11-01';
    const shows = ({ invitesEarly, keyWeeks }: Seen): boolean => invitesEarly >= 3 && keyWeeks >= 2;
    expect(shareOf(with_.filter(old), shows)).toBeGreaterThan(0.97);
    expect(shareOf(without.filter(old), shows)).toBe(0);
  });

  it('loses the customers of the leaky channel', () => {
    const [leaky, others] = split(({ truth }) => truth.channel === planted.leakyChannel.key);
    expect(left(leaky)).toBeGreaterThan(left(others) * 1.5);
  });

  it('has a decoy that goes with staying and does nothing: among customers alike in size and habit the difference is gone', () => {
    const [exporting, others] = split(({ exportsEarly }) => exportsEarly > 0);
    expect(shareOf(exporting, ({ seats }) => seats >= 10)).toBeGreaterThan(shareOf(others, ({ seats }) => seats >= 10) * 1.3);
    expect(left(exporting)).toBeLessThan(left(others));
    expect(Math.abs(Math.log(oddsRatio(({ exportsEarly }) => exportsEarly > 0)))).toBeLessThan(0.4);
  });

  it('has an experiment whose true rates show, and reach retention through the habit only', () => {
    const arm = (name: string): readonly Seen[] => customers.filter(({ truth }) => truth.arms[planted.experiment.key]?.arm === name);
    const finished = ({ truth }: Seen): boolean => truth.onboarded === true;
    expect(shareOf(arm('checklist'), finished)).toBeCloseTo(planted.experiment.treatmentRate, 1);
    expect(shareOf(arm('control'), finished)).toBeCloseTo(planted.experiment.controlRate, 1);
    const [done, undone] = split(finished);
    expect(shareOf(done, ({ truth }) => truth.lives[0]!.earlyHabit)).toBeCloseTo(HABIT_CHANCE.onboarded, 1);
    expect(shareOf(undone, ({ truth }) => truth.lives[0]!.earlyHabit)).toBeCloseTo(HABIT_CHANCE.other, 1);
  });

  it('has one play that works and one that does not', () => {
    const leftSoon = ({ truth }: Seen, key: string, days: number): boolean => {
      const to = truth.lives[0]!.to;
      return to !== null && Date.parse(to) - Date.parse(truth.arms[key]!.on) <= days * DAY;
    };
    const shareLeft = (key: string, arm: string): number =>
      shareOf(
        customers.filter(({ truth }) => truth.arms[key]?.arm === arm && truth.lives[0]!.term === 'month'),
        (one) => leftSoon(one, key, 95),
      );
    expect(shareLeft(planted.effectivePlay.key, 'act')).toBeLessThan(shareLeft(planted.effectivePlay.key, 'hold') * 0.7);
    expect(Math.abs(shareLeft(planted.idlePlay.key, 'act') - shareLeft(planted.idlePlay.key, 'hold'))).toBeLessThan(0.05);
  });

  it('has a rep who wins small deals only', () => {
    const deals = accounts.flatMap(({ truth }) => truth.deals);
    const won = deals.filter(({ status, rep }) => status === 'won' && rep === planted.smallDealRep.name);
    const others = deals.filter(({ status, rep }) => status === 'won' && rep !== planted.smallDealRep.name);
    const largest = (those: typeof won): number =>
      those.map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)[Math.floor(those.length * 0.9)]!;
    expect(won.length).toBeGreaterThan(30);
    expect(largest(won)).toBeLessThan(largest(others) / 2);
  });

  it('hurts one segment by the incident, some by a champion who left, by the price, by slow answers, by failed payments', () => {
    const months = customers.flatMap(({ truth }) => truth.hazard);
    for (const cause of ['incident', 'champion_left', 'price_change', 'slow_support', 'payment_failed', 'rescue_play'] as const)
      expect(months.filter(({ causes }) => causes[cause] !== undefined).length, cause).toBeGreaterThan(20);
    const hit = months.filter(({ causes }) => causes.incident !== undefined);
    expect(hit.every(({ from }) => from > planted.incident.from)).toBe(true);
  });
});

/** The odds of leaving with it against without it, among customers alike in size and habit (Mantel and Haenszel, J. Natl. Cancer Inst. 22, 1959). */
const oddsRatio = (holds: (one: Seen) => boolean): number => {
  const strata = Map.groupBy(
    customers,
    ({ seats, truth }) => `${Math.round(Math.log2(seats) * 2)} ${truth.lives[0]!.earlyHabit} ${truth.lives[0]!.term}`,
  );
  let [over, under] = [0, 0];
  for (const those of strata.values()) {
    const count = (has: boolean, leaves: boolean): number => those.filter((one) => holds(one) === has && one.left === leaves).length;
    over += (count(true, true) * count(false, false)) / those.length;
    under += (count(true, false) * count(false, true)) / those.length;
  }
  return over / under;
};
