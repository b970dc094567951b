import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../contracts.ts';
import { factDetails, factName, factSubject, factTitle } from './fact-words.ts';

const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  `${key}${Object.keys(values).length ? ` ${JSON.stringify(values)}` : ''}`;
const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  id: '1',
  event: 'feature_used',
  group: 'usage',
  at: 0,
  known: 0,
  count: 1,
  personId: null,
  personName: null,
  subject: null,
  amountMinor: null,
  source: 'import',
  props: {},
  ...more,
});
const words = { t: say as never, reader: { locale: 'en', timeZone: 'UTC' }, currency: 'USD' };

describe('fact words', () => {
  it('names known facts by the catalogue, and others by their own name', () => {
    expect(factTitle(entry({ props: { feature: 'feature_20' } }), say as never)).toContain('event.feature_used');
    expect(factTitle(entry({ event: 'Report Exported' }), say as never)).toBe('Report Exported');
    expect(factTitle(entry({ event: 'crate_packed' }), say as never)).toBe('Crate packed');
    expect(factTitle(entry({ event: 'toString' }), say as never)).toBe('ToString');
  });

  it('says a priority in the words of the reader, and keeps one that it does not know', () => {
    expect(factDetails(entry({ event: 'ticket_opened', props: { priority: 'urgent' } }), words).join()).toContain('priorities.urgent');
    expect(factDetails(entry({ event: 'ticket_opened', props: { priority: 'very_low' } }), words).join()).toContain('very low');
  });

  it('names a kind of fact without what is only known of one', () => {
    expect(factName('page_viewed', say as never)).toBe('named.page_viewed');
    expect(factName('mrr_changed', say as never)).toContain('event.mrr_changed');
    expect(factName('crate_packed', say as never)).toBe('Crate packed');
  });

  it('tells what a fact was about beside a name that the workspace gave it', () => {
    expect(factSubject(entry({ props: { feature: 'feature_20', path: '/x' } }))).toBe('feature 20');
    expect(factSubject(entry({ event: 'page_viewed', props: { feature: 'feature_20', path: '/a_b' } }))).toBe('/a_b');
    expect(factSubject(entry({ event: 'crate_packed', props: { feature: 'feature_20' } }))).toBe('');
    expect(factSubject(entry({ event: 'signed_up', props: { plan: 'pro' } }))).toBe('');
  });

  it('tells how long it took in its largest units', () => {
    expect(factDetails(entry({ event: 'ticket_answered', props: { minutes: '8069' } }), words).join()).toContain('5 days 14 hr');
    expect(factDetails(entry({ event: 'ticket_closed', props: { hours: '162' } }), words).join()).toContain('6 days 18 hr');
  });

  it('tells the amount, the count and the reason', () => {
    const details = factDetails(
      entry({ event: 'subscription_ended', count: 2, amountMinor: 120_000, props: { reason: 'too_expensive', seats: '4' } }),
      words,
    );
    expect(details.join(' ')).toContain('$1,200');
    expect(details.join(' ')).toContain('too expensive');
    expect(details).toHaveLength(4);
  });
});
