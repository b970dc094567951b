import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../contracts.ts';
import { factDetails, factTitle } from './fact-words.ts';

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
    expect(factTitle(entry({ event: 'toString' }), say as never)).toBe('toString');
  });

  it('says a priority in the words of the reader, and keeps one that it does not know', () => {
    expect(factDetails(entry({ event: 'ticket_opened', props: { priority: 'urgent' } }), words).join()).toContain('priorities.urgent');
    expect(factDetails(entry({ event: 'ticket_opened', props: { priority: 'very_low' } }), words).join()).toContain('very low');
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
