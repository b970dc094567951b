import { truthOf } from './account/account-truth.ts';
import { tellArrival } from './account/arriving.ts';
import { tellBeginnings } from './account/beginning.ts';
import { tellContracts } from './account/contracts-told.ts';
import { type Life, lifeOf } from './account/life.ts';
import { tellMailings } from './account/mailings.ts';
import { peopleOf } from './account/people.ts';
import { type Pipeline, pipelineOf } from './account/pipeline.ts';
import { accountRandom, type Profile, profileOf } from './account/profile.ts';
import { tellSelling } from './account/selling.ts';
import { tellSentiment } from './account/sentiment.ts';
import { tellTickets } from './account/support.ts';
import type { Telling } from './account/telling.ts';
import { tellUsage } from './account/usage.ts';
import { type World, worldOf } from './company/world.ts';
import type { AccountStory, CompanyPlan } from './deliveries.ts';
import { createOutbox } from './outbox.ts';
import type { Random } from './random.ts';

/**
 * What did the company with this index (0 to `plan.accounts` − 1) tell the product, and what is true of it? It depends on the plan and the index
 * alone, so that any account can be asked for at any time. Pass the same plan object each time: its calendar is kept with it.
 */
export const accountStory = (plan: CompanyPlan, index: number): AccountStory => {
  const world = worldOf(plan);
  const random = accountRandom(world, index);
  const profile = profileOf(world, index);
  const pipeline = pipelineOf(world, profile, random.of('pipeline'));
  const lives = livesOf(world, profile, pipeline, random);
  const people = peopleOf(world, profile, { pipeline, lives, random: random.of('people') });
  const outbox = createOutbox(`d${plan.seed}-${index}-`, world.days.endsAt);
  const telling: Telling = { world, profile, pipeline, lives, people, outbox, rows: [], random: random.of('telling') };
  const arrival = tellArrival(telling);
  const deals = tellSelling(telling);
  tellContracts(telling);
  tellBeginnings(telling);
  const used = [...tellUsage(telling)].sort((a, b) => a - b);
  tellTickets(telling);
  tellSentiment(telling);
  tellMailings(telling);
  return { index, rows: telling.rows, messages: outbox.sorted(), truth: truthOf(telling, { arrival, deals, used }) };
};

/** Of those who left, some come back: not those that were closed or bought. */
const COMES_BACK = 0.3;

const livesOf = (world: World, profile: Profile, { customerDay }: Pipeline, random: Random): readonly Life[] => {
  if (customerDay === null || customerDay >= world.days.count) return [];
  const first = lifeOf(world, profile, { number: 1, startDay: customerDay }, random.of('life', 1));
  const again = random.of('win-back');
  const returns = again.chance(COMES_BACK) && first.reason !== 'closed_down' && first.reason !== 'merger';
  const startDay = (first.endDay ?? 0) + 40 + again.int(110);
  if (first.endDay === null || !returns || startDay >= world.days.count) return [first];
  return [first, lifeOf(world, profile, { number: 2, startDay }, random.of('life', 2))];
};
