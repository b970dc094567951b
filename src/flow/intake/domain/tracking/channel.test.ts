import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channelOfClick, classifyChannel } from './channel.ts';
import { classifyReferrer } from './classify-referrer.ts';
import { REFERRER_SITES } from './referrer-sites.ts';

/** Cases from the field's own test suites, restated; they lie beside the project. */
const FILE = new URL('../../../../../../shared/cases/channel_classification.json', import.meta.url);

const Named = z.object({ id: z.string(), source: z.object({ test: z.string() }) });
const text = z.string().nullish();
const ReferrerCase = Named.extend({
  kind: z.literal('referrer'),
  input: z.strictObject({ referrer: z.string().nullable(), own_hosts: z.array(z.string()).optional() }),
  expected: z.strictObject({ medium: z.string(), source: z.string().nullable(), term: z.string().nullable() }),
});
const AnyChannel = z.strictObject({ channel: z.union([z.string(), z.strictObject({ any_of: z.array(z.string()) })]) });
const ChannelCase = Named.extend({
  kind: z.literal('channel'),
  input: z.strictObject({
    referring_domain: text,
    utm_source: text,
    utm_medium: text,
    utm_campaign: text,
    gclid: text,
    gad_source: text,
    fbclid: text,
  }),
  expected: AnyChannel,
});
const ClickCase = Named.extend({
  kind: z.literal('channel_from_click'),
  input: z.strictObject({ landing_url: z.string(), referrer: z.string().nullable() }),
  expected: AnyChannel,
});
const Cases = z.object({ cases: z.array(z.discriminatedUnion('kind', [ReferrerCase, ChannelCase, ClickCase])) });
type Case = z.infer<typeof Cases>['cases'][number];

function answer(one: Case): unknown {
  if (one.kind === 'referrer') return classifyReferrer(one.input.referrer, one.input.own_hosts);
  if (one.kind === 'channel_from_click') return channelOfClick(one.input.landing_url, one.input.referrer);
  const { referring_domain, utm_source, utm_medium, utm_campaign, gad_source, ...ids } = one.input;
  const campaign = { source: utm_source, medium: utm_medium, campaign: utm_campaign };
  return classifyChannel({ referringDomain: referring_domain, ...campaign, gadSource: gad_source, ...ids });
}

describe('channel cases of the field', () => {
  const { cases } = Cases.parse(JSON.parse(readFileSync(FILE, 'utf8')));

  it('finds the cases', () => expect(cases.length).toBeGreaterThan(10));

  for (const one of cases) {
    it(`${one.id}: ${one.source.test}`, () => {
      if (one.kind === 'referrer') expect(answer(one)).toEqual(one.expected);
      else if (typeof one.expected.channel === 'string') expect(answer(one)).toBe(one.expected.channel);
      else expect(one.expected.channel.any_of).toContain(answer(one));
    });
  }
});

describe('classifyReferrer', () => {
  it.each([
    ['https://www.google.co.uk/search?q=crm+for+caf%C3%A9s+', 'search', 'Google', 'crm for cafés '],
    ['https://mail.google.com/mail/u/0/', 'email', 'Gmail', null],
    ['https://www.bing.com/chat?q=x', 'chatbot', 'Microsoft Copilot', null],
    ['https://yandex.ru/search/?text=%D0%B0', 'search', 'Yandex', 'а'],
    ['https://someone.tumblr.com/post/1', 'social', 'Tumblr', null],
    ['android-app://com.google.android.gm/', 'email', 'Gmail', null],
    ['https://notgoogle.com/', 'unknown', null, null],
    ['https://google.example.org/', 'unknown', null, null],
    ['about:blank', 'unknown', null, null],
    ['', 'unknown', null, null],
  ])('%s', (referrer, medium, source, term) => expect(classifyReferrer(referrer)).toEqual({ medium, source, term }));

  it('calls own hosts and their sub-domains internal', () => {
    expect(classifyReferrer('https://app.Acme.com/x', ['acme.com'])).toEqual({ medium: 'internal', source: null, term: null });
    expect(classifyReferrer('https://notacme.com/x', ['acme.com']).medium).toBe('unknown');
  });

  it('names no place twice', () => {
    const places = REFERRER_SITES.flatMap(({ at }) => at);
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([]);
    expect(places.filter((place) => place === '')).toEqual([]);
  });
});

describe('classifyChannel', () => {
  it.each([
    [{ referringDomain: '$direct' }, 'Direct'],
    [{ referringDomain: '$direct', source: '(direct)' }, 'Direct'],
    [{ referringDomain: '$direct', fbclid: 'x' }, 'Organic Social'],
    [{ campaign: 'Spring-cross-network', medium: 'cpc' }, 'Cross Network'],
    [{ gclid: 'x', referringDomain: 'google.com' }, 'Paid Search'],
    [{ gclid: 'x', referringDomain: '$direct' }, 'Paid Unknown'],
    [{ gadSource: '1' }, 'Paid Search'],
    [{ medium: 'cpc', campaign: 'summer video' }, 'Paid Video'],
    [{ medium: 'cpc', campaign: 'de-shop-brand' }, 'Paid Shopping'],
    [{ medium: 'cpc', campaign: 'workshop' }, 'Paid Unknown'],
    [{ medium: 'cpm' }, 'Display'],
    [{ medium: 'email', referringDomain: '$direct' }, 'Email'],
    [{ source: 'newsletter', medium: 'x' }, 'Email'],
    [{ source: 'LinkedIn', medium: 'post' }, 'Organic Social'],
    [{ referringDomain: 'www.amazon.de' }, 'Organic Shopping'],
    [{ referringDomain: 'chatgpt.com' }, 'AI'],
    [{ referringDomain: 'partner.example.com' }, 'Referral'],
  ] as const)('%j → %s', (evidence, channel) => expect(classifyChannel(evidence)).toBe(channel));
});
