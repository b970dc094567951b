import { type ChannelKey, visitOf } from '../company/channels.ts';
import { drawBrowser, LOOKING_AROUND, pageView } from '../company/website.ts';
import { FORMS, tellRecords } from './records.ts';
import { idsOf, instantThere, type Telling } from './telling.ts';

/** How the account came to us. Instants in UTC ms. */
export interface Arrival {
  readonly reachedAt: number;
  readonly isAnonymous: boolean;
  readonly capturedAt: number;
  readonly interestedAt: number | null;
}

/** The first visits, the moment at which details were left, and the sign of interest; with the rows that a CRM keeps of it. */
export const tellArrival = (telling: Telling): Arrival => {
  const { profile, pipeline, world } = telling;
  const capturedAt = instantThere(telling, profile.captureDay, pipeline.captureMinute);
  const firstVisitAt = SEEN_BEFORE.has(profile.channel.key) ? tellVisits(telling, capturedAt) : null;
  tellCapture(telling, capturedAt);
  tellRecords(telling, capturedAt);
  const interestedAt = tellInterest(telling);
  return {
    reachedAt: firstVisitAt ?? capturedAt,
    isAnonymous: firstVisitAt !== null && !profile.isRevealed,
    capturedAt,
    interestedAt: interestedAt !== null && interestedAt < world.days.endsAt ? interestedAt : null,
  };
};

/** Who comes by these looks around first; the others are met or called. */
const SEEN_BEFORE: ReadonlySet<ChannelKey> = new Set([
  'search_ads',
  'social_ads',
  'organic_search',
  'content',
  'webinar',
  'partner',
  'referral',
  'print_qr',
]);

const tellVisits = (telling: Telling, capturedAt: number): number => {
  const { world, profile, pipeline, people, outbox } = telling;
  const random = telling.random.of('visits');
  const visit = visitOf(profile.channel, world.plan.language);
  const browser = drawBrowser(random);
  const who = { anonymousId: people[0]!.anonymousId, ...(profile.isRevealed ? { groupId: profile.accountId } : {}) };
  const view = (at: number, page: Omit<Parameters<typeof pageView>[1], 'browser'>): void =>
    outbox.say(at, { ...pageView(world, { ...page, browser }), ...who });
  const days = [
    pipeline.firstVisitDay,
    ...Array.from({ length: random.int(3) }, () => random.between(pipeline.firstVisitDay, profile.captureDay)),
  ];
  const sessions = [...new Set(days.map(Math.floor))].sort((a, b) => a - b);
  const starts = sessions.map((day) => Math.min(instantThere(telling, day, random.between(500, 1100)), capturedAt - 3_600_000));
  for (const start of [...starts, capturedAt - 240_000]) {
    const clickId = `${visit.clickId === '' ? '' : 'k'}${random.int(2 ** 31).toString(36)}`;
    view(start, { path: visit.landing, visit, clickId });
    let before = visit.landing;
    for (let page = 0; page < random.int(4); page++) {
      const path = random.pick(LOOKING_AROUND);
      view(start + (page + 1) * 35_000, { path, before });
      before = path;
    }
  }
  const firstAt = Math.min(...starts);
  if (profile.channel.key !== 'print_qr') return firstAt;
  outbox.say(firstAt - 5_000, { type: 'track', event: 'code_scanned', ...who, properties: { code: 'print' } });
  return firstAt - 5_000;
};

const tellCapture = (telling: Telling, at: number): void => {
  const { profile, people, outbox, world } = telling;
  const [first] = people;
  const { key } = profile.channel;
  const who = { anonymousId: first!.anonymousId, groupId: profile.accountId };
  const occasions = key === 'trade_fair' ? world.fairs : world.webinars;
  const occasion = occasions.findLast(({ day }) => day <= profile.captureDay)?.name ?? '';
  if (key === 'trade_fair' || key === 'webinar')
    outbox.say(at, { type: 'track', event: 'event_attended', ...who, properties: { kind: key, name: occasion } });
  else if (key === 'outbound') outbox.say(at, { type: 'track', event: 'call_logged', ...who, properties: { kind: 'first_call' } });
  else {
    outbox.say(at, { type: 'track', event: 'form_submitted', ...who, properties: { form: FORMS[key] ?? 'contact' } });
  }
  const traits = { email: first!.email, name: first!.name.full, title: first!.title };
  outbox.say(at + 1_000, { type: 'identify', ...who, traits });
  if (!telling.random.of('again').chance(0.06)) return;
  // The same person once more, from another device: one person, though the browser does not know.
  const again = { anonymousId: `${first!.anonymousId}-2`, groupId: profile.accountId };
  outbox.say(at + 5_400_000, { type: 'track', event: 'form_submitted', ...again, properties: { form: 'contact' } });
  outbox.say(at + 5_401_000, { type: 'identify', ...again, traits });
};

const tellInterest = (telling: Telling): number | null => {
  const { pipeline, people, profile, outbox, world } = telling;
  const { interest } = pipeline;
  if (interest === null) return null;
  const at = instantThere(telling, interest.day, interest.minute);
  const who = { ...idsOf(people[0]!, interest.day), groupId: profile.accountId };
  const browser = drawBrowser(telling.random.of('interest'));
  outbox.say(at - 1, { ...pageView(world, { path: '/product', before: '/', browser }), ...who });
  outbox.say(at, { type: 'track', event: interest.sign, ...who, properties: { source: 'website' } });
  outbox.say(at + 40_000, { ...pageView(world, { path: '/pricing', before: '/product', browser }), ...who });
  // The trial is also a record, which begins with its day.
  return interest.sign === 'trial_started' ? Math.min(at, world.days.startOf(interest.day)) : at;
};
