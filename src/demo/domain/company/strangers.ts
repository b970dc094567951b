import type { Message } from '../deliveries.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { type Random, randomOf } from '../random.ts';
import { CHANNELS, visitOf } from './channels.ts';
import { drawBrowser, LOOKING_AROUND, pageView, ROBOTS } from './website.ts';
import type { World } from './world.ts';

/** How many visitors stay strangers, are robots, or leave junk: in proportion to the accounts, up to what fits into memory. */
export const strangerCounts = ({ plan }: World): { readonly visitors: number; readonly bots: number; readonly junkLeads: number } => ({
  visitors: Math.min(30_000, 3 * plan.accounts),
  bots: Math.min(3_000, Math.ceil(plan.accounts / 4)),
  junkLeads: Math.min(2_000, Math.ceil(plan.accounts / 18)),
});

/** What came from nobody's account: visitors who never said who they were, robots, and forms filled with junk. */
export const strangerMessages = (world: World): readonly Message[] => {
  const outbox = createOutbox(`d${world.plan.seed}-s-`, world.days.endsAt);
  const { visitors, bots, junkLeads } = strangerCounts(world);
  for (let index = 0; index < visitors; index++) visit(world, outbox, { index, random: randomOf(world.plan.seed, 'stranger', index) });
  for (let index = 0; index < bots; index++) crawl(world, outbox, { index, random: randomOf(world.plan.seed, 'bot', index) });
  for (let index = 0; index < junkLeads; index++) fillJunk(world, outbox, { index, random: randomOf(world.plan.seed, 'junk', index) });
  for (const { day, version, name, text } of world.releases)
    outbox.say(world.days.instantOf(day, 600), {
      type: 'track',
      event: 'release_shipped',
      anonymousId: 'release-calendar',
      properties: { version, name, text },
    });
  return outbox.sorted();
};

interface Stranger {
  readonly index: number;
  readonly random: Random;
}

const instantOn = (world: World, random: Random): number =>
  world.days.instantOf(Math.floor(Math.sqrt(random.between(0.1, 1)) * world.days.count), random.between(0, 1439));

const visit = (world: World, outbox: Outbox, { index, random }: Stranger): void => {
  const channel = CHANNELS[random.weighted(CHANNELS.map(({ reach, key }) => (key === 'outbound' || key === 'trade_fair' ? 0 : reach)))]!;
  const arrival = visitOf(channel, world.plan.language);
  const browser = drawBrowser(random);
  const at = instantOn(world, random);
  const who = { anonymousId: `v-${index}` };
  const clickId = `k${random.int(2 ** 31).toString(36)}`;
  outbox.say(at, { ...pageView(world, { path: arrival.landing, visit: arrival, browser, clickId }), ...who });
  for (let page = 1; page <= random.int(3); page++) {
    const path = random.chance(0.12) ? '/pricing' : random.pick(LOOKING_AROUND);
    outbox.say(at + page * 41_000, { ...pageView(world, { path, before: arrival.landing, browser }), ...who });
  }
};

const crawl = (world: World, outbox: Outbox, { index, random }: Stranger): void => {
  const browser = random.pick(ROBOTS);
  const at = instantOn(world, random);
  for (let page = 0; page < 3; page++)
    outbox.say(at + page * 900, { ...pageView(world, { path: random.pick(LOOKING_AROUND), browser }), anonymousId: `r-${index}` });
};

const JUNK_NAMES = ['asdf', 'test test', 'zzz', 'Mickey', 'x', 'qwerty'] as const;
const JUNK_DOMAINS = ['mailinator.com', '10minutemail.com', 'guerrillamail.com', 'yopmail.com'] as const;

// Half of them filled in the form twice.
const fillJunk = (world: World, outbox: Outbox, { index, random }: Stranger): void => {
  const at = instantOn(world, random);
  const traits = { email: `${random.int(2 ** 31).toString(36)}@${random.pick(JUNK_DOMAINS)}`, name: random.pick(JUNK_NAMES) };
  for (let time = 0; time <= random.int(2); time++) {
    const who = { anonymousId: `j-${index}-${time}` };
    outbox.say(at + time * 70_000, { type: 'track', event: 'form_submitted', ...who, properties: { form: 'guide' } });
    outbox.say(at + time * 70_000 + 1_000, { type: 'identify', ...who, traits });
  }
};
