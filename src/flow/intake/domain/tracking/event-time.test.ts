import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventTime, plausibleTime } from './event-time.ts';
import { instantFrom } from './instant-text.ts';

/** Cases from the field's own test suites, restated; they lie beside the project. */
const FILE = new URL('../../../../../../shared/cases/identity.json', import.meta.url);
const TimeCase = z.object({
  id: z.string(),
  kind: z.literal('event_time'),
  source: z.object({ test: z.string() }),
  input: z.strictObject({
    timestamp: z.unknown().optional(),
    sent_at: z.unknown().optional(),
    offset_ms: z.unknown().optional(),
    now: z.string(),
    server_clock: z.string().optional(),
  }),
  expected: z.strictObject({ time: z.string(), warnings: z.array(z.unknown()).optional() }),
});

describe('event time cases of the field', () => {
  const all = z.object({ cases: z.array(z.unknown()) }).parse(JSON.parse(readFileSync(FILE, 'utf8'))).cases;
  const cases = all.flatMap((one) => TimeCase.safeParse(one).data ?? []);
  const stated = all.filter((one) => z.object({ kind: z.literal('event_time') }).safeParse(one).success);

  it('reads all of them', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(cases).toHaveLength(stated.length);
  });

  for (const { id, source, input, expected } of cases) {
    it(`${id}: ${source.test}`, () => {
      const receivedAt = Date.parse(input.now);
      const clock = input.server_clock ? Date.parse(input.server_clock) : receivedAt;
      const { timestamp, sent_at: sentAt, offset_ms: offsetMs } = input;
      const { at, warnings } = eventTime({ timestamp, sentAt, offsetMs, receivedAt, clock });
      expect(new Date(at).toISOString()).toBe(expected.time);
      // The source names its warnings in its own words; that there is one is what counts.
      expect(warnings).toHaveLength(expected.warnings?.length ?? 0);
    });
  }
});

describe('eventTime', () => {
  const receivedAt = Date.UTC(2026, 0, 10, 12);
  const times = (stated: object): ReturnType<typeof eventTime> => eventTime({ receivedAt, clock: receivedAt + 5, ...stated });

  it('corrects a wrong clock by what it showed at sending', () => {
    const wrong = { timestamp: '2020-01-01T00:00:00Z', sentAt: '2020-01-01T00:00:07Z' };
    expect(times(wrong)).toEqual({ at: receivedAt - 7000, warnings: [] });
  });

  it('takes a timestamp without sentAt as it is, and the receipt when none is stated', () => {
    expect(times({ timestamp: '2020-01-01T00:00:00Z' }).at).toBe(Date.UTC(2020, 0, 1));
    expect(times({ sentAt: '2020-01-01T00:00:07Z' })).toEqual({ at: receivedAt, warnings: [] });
  });

  it('drops a correction that leads more than 23 hours ahead', () => {
    const ahead = { timestamp: '2026-01-12T00:00:00Z', sentAt: '2026-01-10T00:00:00Z' };
    expect(times(ahead)).toEqual({ at: Date.UTC(2026, 0, 12), warnings: ['time_ahead'] });
    expect(times({ offsetMs: -24 * 3_600_000 })).toEqual({ at: receivedAt, warnings: ['time_ahead'] });
  });

  it('ignores what is not a time', () => {
    expect(times({ timestamp: 'yesterday' })).toEqual({ at: receivedAt + 5, warnings: ['bad_timestamp'] });
    expect(times({ timestamp: '2020-01-01', sentAt: 'now' })).toEqual({ at: Date.UTC(2020, 0, 1), warnings: ['bad_sent_at'] });
    expect(times({ offsetMs: 'soon' })).toEqual({ at: receivedAt, warnings: ['bad_offset'] });
    expect(times({ offsetMs: 1e30 })).toEqual({ at: receivedAt, warnings: ['bad_offset'] });
  });

  it('keeps nothing further ahead than 23 hours, nor before 1995, on a chart', () => {
    const plausible = (timestamp: string): ReturnType<typeof plausibleTime> => plausibleTime({ receivedAt, clock: receivedAt, timestamp });
    expect(plausible('2026-01-11T10:00:00Z').warnings).toEqual([]);
    expect(plausible('2026-01-12T10:00:00Z')).toEqual({ at: receivedAt, warnings: ['time_ahead'] });
    expect(plausible('1970-01-01T00:00:00Z')).toEqual({ at: receivedAt, warnings: ['time_ancient'] });
  });
});

describe('instantFrom', () => {
  it.each([
    '2021-10-29T00:00:00.000Z',
    '2021-10-29',
    '2021-10-29 00:00',
    '2021-10-29 00:00:00.000000',
    '2021-10-29T04:00:00+04:00',
    '2021-10-28T19:30:00-0430',
    '2021-10-28T24:00:00Z',
    '2021-W43-5',
    '2021-302',
    'Fri, 29 Oct 2021 00:00:00 GMT',
    ' 1635465600000 ',
    1_635_465_600_000,
    1_635_465_600,
  ])('%j is 29 October 2021', (raw) => expect(instantFrom(raw)).toBe(Date.UTC(2021, 9, 29)));

  it.each([
    '',
    'abc',
    '2021-02-30',
    '2021-13-01',
    '2021-10-29T25:00:00Z',
    '29/10/2021',
    '2021-W60-1',
    '2021-400',
    Number.NaN,
    1e300,
    null,
    {},
    true,
  ])('%j is none', (raw) => expect(instantFrom(raw)).toBeNull());

  it('reads what the language writes', () => {
    const dates = fc.date({ min: new Date('1973-06-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(instantFrom(date.toISOString())).toBe(date.getTime());
        expect(instantFrom(date.getTime())).toBe(date.getTime());
      }),
    );
  });
});
