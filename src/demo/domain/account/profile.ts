import { CHANNELS, type Channel } from '../company/channels.ts';
import { type Country, drawCountry } from '../company/countries.ts';
import type { World } from '../company/world.ts';
import { INDUSTRIES, type IndustryKey } from '../lexicon/keys.ts';
import { type Lexicon, lexiconOf } from '../lexicon/lexicon.ts';
import { type Random, randomOf } from '../random.ts';

/** A company as it is, whether or not anybody knows it: the hidden state from which the rest follows. */
export interface Profile {
  readonly index: number;
  readonly accountId: string;
  readonly name: string;
  readonly domain: string;
  readonly industry: IndustryKey;
  readonly employees: number;
  readonly country: Country;
  readonly currency: string;
  readonly lexicon: Lexicon;
  readonly channel: Channel;
  /** 0..1: how much it hurts without a product like ours. */
  readonly need: number;
  /** 0..1: how well our product really suits it; shows only in use. */
  readonly fit: number;
  /** 0..1: how easily it pays. */
  readonly budget: number;
  /** 0..1: how hard its champion pushes. */
  readonly champion: number;
  /** Seats that it needs at first. */
  readonly seats: number;
  /** The day on which it leaves its details. */
  readonly captureDay: number;
  /** Its network gives it away: visits are known to be the company's before anybody leaves details. */
  readonly isRevealed: boolean;
  /** Weekends are working days. */
  readonly opensAtWeekends: boolean;
}

/** The random streams of an account, by name. */
export const accountRandom = (world: World, index: number): Random => randomOf(world.plan.seed, 'account', index);

/** What company is the one with this index? */
export const profileOf = (world: World, index: number): Profile => {
  const random = accountRandom(world, index).of('profile');
  const channel = CHANNELS[random.weighted(CHANNELS.map(({ reach }) => reach))]!;
  const country = drawCountry(random, world.plan.language);
  const industry = INDUSTRIES[random.weighted(INDUSTRY_WEIGHTS)]!;
  const employees = Math.max(3, Math.round(Math.exp(3.9 + 1.15 * random.normal() + (industry === 'public_sector' ? 0.8 : 0))));
  const lift = channel.quality * 0.18;
  const trait = (mean: number): number => Math.min(0.98, Math.max(0.02, mean + 0.2 * random.normal()));
  const lexicon = lexiconOf(country.language);
  return {
    index,
    accountId: `A-${String(index).padStart(6, '0')}`,
    ...lexicon.companyName(random.of('name'), industry, index),
    industry,
    employees,
    country,
    currency: world.currencies.includes(country.currency) ? country.currency : world.plan.currency,
    lexicon,
    channel,
    need: trait(0.55 + lift),
    fit: trait(0.5 + lift),
    budget: trait(0.5 + 0.06 * Math.log10(employees / 50)),
    champion: trait(0.5),
    seats: Math.min(400, Math.max(3, Math.round(employees * Math.min(0.5, 0.12 * Math.exp(0.6 * random.normal()))))),
    captureDay: captureDay(world, channel, random),
    isRevealed: random.chance(0.4),
    opensAtWeekends: industry === 'hospitality' || industry === 'retail' || industry === 'health',
  };
};

const INDUSTRY_WEIGHTS = INDUSTRIES.map(
  (key) => ({ manufacturing: 14, logistics: 16, construction: 13, energy: 8, retail: 9 })[key as string] ?? 6,
);

// A growing company captures 4 % more each month; leads of a fair or a webinar come on its days.
const captureDay = (world: World, channel: Channel, random: Random): number => {
  const { count } = world.days;
  const growth = (0.04 / 30) * count;
  const drawn = Math.floor((Math.log(1 + random.next() * (Math.exp(growth) - 1)) / growth) * count);
  const occasions = channel.key === 'trade_fair' ? world.fairs : channel.key === 'webinar' ? world.webinars : [];
  const near = occasions.reduce((best, { day }) => (Math.abs(day - drawn) < Math.abs(best - drawn) ? day : best), Number.POSITIVE_INFINITY);
  const day = Number.isFinite(near) ? near + (channel.key === 'trade_fair' ? random.int(2) : 0) : drawn;
  return Math.min(count - 2, Math.max(1, day));
};
