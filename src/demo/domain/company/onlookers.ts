import { dateOf } from '#kernel/calendar.ts';
import { type Moment, stagesFrom } from '../account/lifecycle-truth.ts';
import type { FileRow, Message } from '../deliveries.ts';
import { INDUSTRIES, type Level } from '../lexicon/keys.ts';
import { type CompanyName, type Lexicon, lexiconOf } from '../lexicon/lexicon.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { type Random, randomOf } from '../random.ts';
import type { OnlookerTruth } from '../truth.ts';
import { CHANNELS, type Channel, type ChannelKey, visitOf } from './channels.ts';
import { type Country, drawCountry } from './countries.ts';
import { drawBrowser, LOOKING_AROUND, pageView } from './website.ts';
import type { World } from './world.ts';

/** How far does an onlooker come: a look around, a form, a question about prices? */
type Depth = 'looked' | 'asked_for_a_guide' | 'asked_for_prices';

/** What onlookers told, and what is true of them. */
export interface Onlookers {
  readonly rows: readonly FileRow[];
  readonly messages: readonly Message[];
  readonly truth: readonly OnlookerTruth[];
}

/** How many of each depth there are, for each account worth selling to. */
const SHARES: readonly (readonly [Depth, number])[] = [
  ['looked', 0.4],
  ['asked_for_a_guide', 0.26],
  ['asked_for_prices', 0.17],
];

/** More than these are not told: they would have to fit into memory. */
const MOST_ONLOOKERS = 8_000;

/**
 * Companies that look at us and go no further, as most do: of some only the network they came from is known, others left an address and little
 * else, a few asked for prices and were too small. Private people and students, who belong to no company, are among those who asked for a guide.
 */
export const onlookersOf = (world: World): Onlookers => {
  const outbox = createOutbox(`d${world.plan.seed}-o-`, world.days.endsAt);
  const rows: FileRow[] = [];
  const most = Math.min(1, MOST_ONLOOKERS / (world.plan.accounts * SHARES.reduce((sum, [, share]) => sum + share, 0)));
  const depths = SHARES.flatMap(([depth, share]) => Array<Depth>(Math.round(world.plan.accounts * share * most)).fill(depth));
  const truth = depths.flatMap((depth, number) => tellOnlooker({ outbox, rows }, onlookerOf(world, depth, number)) ?? []);
  return { rows, messages: outbox.sorted(), truth };
};

interface Onlooker {
  readonly world: World;
  readonly random: Random;
  readonly depth: Depth;
  readonly number: number;
  readonly accountId: string;
  readonly company: CompanyName;
  readonly country: Country;
  readonly lexicon: Lexicon;
  readonly channel: Channel;
  readonly browser: string;
  readonly anonymousId: string;
  readonly day: number;
}

const onlookerOf = (world: World, depth: Depth, number: number): Onlooker => {
  const random = randomOf(world.plan.seed, 'onlooker', number);
  const country = drawCountry(random, world.plan.language);
  const lexicon = lexiconOf(country.language);
  const index = world.plan.accounts + number;
  const channels = CHANNELS.map(({ key, reach }) => (BRINGS_BUYERS.has(key) ? 0 : reach));
  return {
    world,
    random,
    depth,
    number,
    accountId: `A-${String(index).padStart(6, '0')}`,
    company: lexicon.companyName(random.of('name'), random.pick(INDUSTRIES), index),
    country,
    lexicon,
    channel: CHANNELS[random.weighted(channels)]!,
    browser: drawBrowser(random),
    anonymousId: `o-${number}`,
    // Most of them of late: a growing company is looked at more each month.
    day: Math.max(1, Math.floor(random.between(0, 1) ** 0.45 * (world.days.count - 2))),
  };
};

/** Who is met, called or sent by somebody is no onlooker. */
const BRINGS_BUYERS: ReadonlySet<ChannelKey> = new Set(['outbound', 'trade_fair', 'partner', 'referral']);

interface Told {
  readonly outbox: Outbox;
  readonly rows: FileRow[];
}

/** Null for somebody private, who is a person and no account. */
const tellOnlooker = (told: Told, onlooker: Onlooker): OnlookerTruth | null => {
  const { world, random, depth, day, country, accountId, company } = onlooker;
  const at = world.days.instantOf(day, random.between(520, 1100), country.zone);
  if (depth === 'looked') tellLooks(told, onlooker, at);
  else if (depth === 'asked_for_a_guide' && random.chance(0.3)) return tellPrivate(told, onlooker, at);
  else tellLead(told, onlooker, at);
  const asked = at + Math.floor(random.between(2, 20) * 86_400_000);
  if (depth === 'asked_for_prices') tellPrices(told, onlooker, asked);
  const moments: readonly Moment[] = [
    { at, kind: 'prospect', stage: depth === 'looked' ? 'reached' : 'captured' },
    ...(depth === 'asked_for_prices' ? [{ at: asked, kind: 'prospect' as const, stage: 'interested' as const }] : []),
  ];
  const stages = stagesFrom(moments.filter((moment) => moment.at < world.days.endsAt));
  return {
    accountId,
    name: company.name,
    stages: stages.map((entered) => ({ ...entered, on: dateOf(entered.at, world.plan.timeZone) })),
  };
};

const look = ({ outbox }: Told, onlooker: Onlooker, at: number, groupId?: string): void => {
  const { world, random, channel, browser, anonymousId } = onlooker;
  const visit = visitOf(channel, world.plan.language);
  const who = { anonymousId, ...(groupId === undefined ? {} : { groupId }) };
  outbox.say(at, { ...pageView(world, { path: visit.landing, visit, browser, clickId: `k${random.int(2 ** 31).toString(36)}` }), ...who });
  for (let page = 1; page <= random.int(4); page++)
    outbox.say(at + page * 38_000, {
      ...pageView(world, { path: random.pick(LOOKING_AROUND), before: visit.landing, browser }),
      ...who,
    });
};

/** Their network gives the company away: its name and where it is, nothing more. */
const tellLooks = (told: Told, onlooker: Onlooker, at: number): void => {
  const { random, accountId, company, country, channel, world, anonymousId } = onlooker;
  look(told, onlooker, at, accountId);
  told.outbox.say(at + 500, {
    type: 'group',
    anonymousId,
    groupId: accountId,
    traits: { name: company.name, website: company.domain, country: country.code, channel: channel.name[world.plan.language] },
  });
  for (let again = 0; again < random.int(3); again++) look(told, onlooker, at + Math.floor(random.between(1, 25) * 86_400_000), accountId);
};

const tellLead = (told: Told, onlooker: Onlooker, at: number): void => {
  const { random, accountId, company, country, channel, world, lexicon, number } = onlooker;
  const name = lexicon.personName(random.of('person'));
  const level: Level = random.chance(0.35) ? 'manager' : 'staff';
  const title = random.chance(0.6) ? lexicon.jobTitle(random.of('title'), 'user', level, name) : null;
  const email = `${name.latin}@${company.domain}`;
  const created = { account_id: accountId, channel: channel.name[world.plan.language], created_at: new Date(at).toISOString() };
  if (at >= world.days.endsAt) return;
  told.rows.push({ file: 'accounts', kind: 'account', values: { ...created, name: company.name, domain: company.domain } });
  told.rows.push({
    file: 'leads',
    kind: 'lead',
    values: {
      ...{ ...created, external_id: `P-${accountId.slice(2)}-0`, email, name: name.full, form: 'guide', converted: 'false' },
      ...(title === null ? {} : { title }),
      ...(random.chance(0.3) ? { country: country.code } : {}),
    },
  });
  tellForm(told, onlooker, { at, traits: { email, name: name.full }, groupId: accountId, form: number % 2 === 0 ? 'guide' : 'newsletter' });
};

/** Somebody with a private mailbox, often a student: a person of whom no company is known. */
const tellPrivate = (told: Told, onlooker: Onlooker, at: number): null => {
  const { random, lexicon, number, country } = onlooker;
  const name = lexicon.personName(random.of('person'));
  const host = PRIVATE_MAIL[country.language];
  const title: Form['traits'] = random.chance(0.5) ? { title: STUDENT[country.language] } : {};
  tellForm(told, onlooker, { at, traits: { email: `${name.latin}${number}o@${host}`, name: name.full, ...title }, form: 'guide' });
  return null;
};

const PRIVATE_MAIL = { en: 'gmail.com', 'zh-CN': 'qq.com', es: 'hotmail.com' } as const;
const STUDENT = { en: 'Student', 'zh-CN': '学生', es: 'Estudiante' } as const;

interface Form {
  readonly at: number;
  readonly traits: Readonly<Record<string, string>>;
  readonly groupId?: string;
  readonly form: string;
}

const tellForm = (told: Told, onlooker: Onlooker, { at, traits, groupId, form }: Form): void => {
  const who = { anonymousId: onlooker.anonymousId, ...(groupId === undefined ? {} : { groupId }) };
  told.outbox.say(at, { type: 'track', event: 'form_submitted', ...who, properties: { form } });
  told.outbox.say(at + 1_000, { type: 'identify', ...who, traits });
};

const tellPrices = ({ outbox }: Told, { world, accountId, anonymousId, browser, random }: Onlooker, at: number): void => {
  const who = { anonymousId, groupId: accountId };
  outbox.say(at, {
    type: 'track',
    event: random.chance(0.6) ? 'pricing_viewed' : 'question_asked',
    ...who,
    properties: { source: 'website' },
  });
  outbox.say(at + 20_000, { ...pageView(world, { path: '/pricing', before: '/product', browser }), ...who });
};
