import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '#kernel/saying.ts';
import { parseTrackingMessage } from './parse-tracking-message.ts';
import { utf8Bytes } from './plain-text.ts';
import type { MessageReceipt, TrackingMessage } from './tracking-message.ts';
import { TrackingInput } from './tracking-schema.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const RECEIPT: MessageReceipt = { receivedAt: NOW, now: NOW };

function understood(raw: unknown, receipt = RECEIPT): TrackingMessage {
  const parsed = parseTrackingMessage(raw, receipt);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.message;
}

function problems(raw: unknown, receipt = RECEIPT): readonly string[] {
  const parsed = parseTrackingMessage(raw, receipt);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field} ${code}`);
}

describe('parseTrackingMessage', () => {
  it('understands a track call', () => {
    const message = understood({
      type: 'track',
      messageId: 'm1',
      event: ' Report Exported ',
      userId: 42,
      anonymousId: 'a1',
      timestamp: '2026-11-22T11:59:50Z',
      sentAt: '2026-11-22T11:59:58Z',
      properties: { rows: 3, $ip: '203.0.113.7', $set: { plan: 'pro' }, $set_once: { source: 'x' } },
      context: { groupId: 'acme', traits: { email: 'ann@acme.com' } },
    });
    expect(message).toMatchObject({
      kind: 'track',
      messageId: 'm1',
      event: 'Report Exported',
      userId: '42',
      anonymousId: 'a1',
      groupId: 'acme',
      email: 'ann@acme.com',
      at: NOW - 8000,
      receivedAt: NOW,
      properties: { rows: '3' },
      traits: { set: { plan: 'pro' }, setOnce: { source: 'x' } },
      warnings: [],
    });
    expect(message.properties).toEqual({ rows: '3' });
  });

  it('names the facts of the other calls', () => {
    const facts = ['identify', 'page', 'screen', 'group', 'alias'].map(
      (type) => understood({ type, userId: 'u', groupId: 'g', previousId: 'p' }).event,
    );
    expect(facts).toEqual(['person_identified', 'page_viewed', 'screen_viewed', 'group_identified', 'person_aliased']);
  });

  it('reads traits of a person and of a group, but only a person has an address', () => {
    const traits = { email: 'Ann@acme.com', address: { city: 'Bern' } };
    expect(understood({ type: 'identify', userId: 'u', traits })).toMatchObject({
      email: 'Ann@acme.com',
      traits: { set: traits },
      properties: { email: 'Ann@acme.com', 'address.city': 'Bern' },
    });
    expect(understood({ type: 'group', userId: 'u', groupId: 'g', traits }).email).toBeNull();
  });

  it('knows a page by name, category and address', () => {
    const message = understood({
      type: 'page',
      anonymousId: 'a',
      name: 'Pricing',
      category: 'Site',
      properties: { url: 'https://acme.com/pricing?gclid=1' },
    });
    expect(message.properties).toEqual({ name: 'Pricing', category: 'Site', url: 'https://acme.com/pricing?gclid=1' });
    expect(message.context).toMatchObject({ path: '/pricing', clickIds: { gclid: '1' } });
  });

  it('takes the call from the address of the request, and the time of sending from the batch', () => {
    const receipt = { ...RECEIPT, kind: 'identify', sentAt: '2026-11-22T11:00:00Z' } as const;
    expect(understood({ userId: 'u', type: 'nonsense', timestamp: '2026-11-22T10:59:59Z' }, receipt)).toMatchObject({
      kind: 'identify',
      at: NOW - 1000,
    });
  });

  it('does not correct a time that a forwarding tool has corrected before', () => {
    const times = { timestamp: '2026-11-20T10:00:00Z', originalTimestamp: '2026-11-20T09:00:00Z', sentAt: '2026-11-20T09:00:05Z' };
    expect(understood({ type: 'track', event: 'x', userId: 'u', ...times }).at).toBe(Date.UTC(2026, 10, 20, 10));
    expect(understood({ type: 'track', event: 'x', userId: 'u', ...times, timestamp: undefined }).at).toBe(NOW - 5000);
  });

  it('says in a sentence what it ignored', () => {
    const { warnings } = understood({ type: 'track', event: 'x', userId: 'u', timestamp: 'soon', properties: { v: 'v'.repeat(9000) } });
    expect(warnings.map(({ said, ...where }) => ({ ...where, message: say(said, 'en').message }))).toEqual([
      { field: 'timestamp', code: 'bad_timestamp', message: 'The timestamp is not a time; the time of receipt was taken.' },
      { field: 'properties', code: 'value_too_long', message: 'A value is longer than 8,192 characters; it was cut.' },
    ]);
  });

  it.each([
    [null, ['message not_an_object']],
    [[], ['message not_an_object']],
    [{ userId: 'u' }, ['type unknown_type']],
    [{ type: 'toString', userId: 'u' }, ['type unknown_type']],
    [{ type: 'track' }, ['userId missing', 'event missing']],
    [{ type: 'track', userId: ' ', anonymousId: '', event: '  ' }, ['userId missing', 'event missing']],
    [{ type: 'track', userId: 'u', event: 7 }, ['event wrong_type']],
    [{ type: 'track', userId: 'u', event: 'e'.repeat(201) }, ['event too_long']],
    [{ type: 'group', userId: 'u' }, ['groupId missing']],
    [{ type: 'alias', userId: 'u' }, ['previousId missing']],
    [{ type: 'alias', anonymousId: 'a', previousId: 'p' }, ['userId missing']],
    [{ type: 'identify', userId: { id: 1 } }, ['userId wrong_type']],
    [
      { type: 'identify', userId: 'u'.repeat(513), traits: [], context: 'x' },
      ['userId too_long', 'traits wrong_type', 'context wrong_type'],
    ],
    [{ type: 'identify', userId: 'u', traits: { bio: 'é'.repeat(17_000) } }, ['message too_large']],
  ])('names what is wrong (%#)', (raw, expected) => expect(problems(raw)).toEqual(expected));

  it('counts 32 KB in bytes, and trusts a body that is smaller than that', () => {
    const bio = (length: number): unknown => ({ type: 'identify', userId: 'u', traits: { bio: 'x'.repeat(length) } });
    const frame = utf8Bytes(JSON.stringify(bio(0)));
    expect(problems(bio(32 * 1024 - frame))).toEqual([]);
    expect(problems(bio(32 * 1024 - frame + 1))).toEqual(['message too_large']);
    expect(problems(bio(10), { ...RECEIPT, bodyBytes: 100 })).toEqual([]);
  });

  it('gives a remedy with every problem', () => {
    const parsed = parseTrackingMessage({ type: 'track', userId: {}, event: 5 }, RECEIPT);
    expect(
      parsed.ok
        ? []
        : parsed.problems
            .map(({ said }) => say(said, 'es'))
            .map(({ message, remedy }) => message.length > 10 && (remedy?.length ?? 0) > 10),
    ).toEqual([true, true]);
  });

  it('accepts exactly what the schema of the documentation accepts', () => {
    const id = fc.option(
      fc.oneof(fc.constantFrom('', ' ', 'u1', 'x'.repeat(513), 0, 7, true, null, Number.NaN), fc.string({ maxLength: 5 })),
      { nil: undefined },
    );
    const fields = fc.constantFrom(undefined, null, {}, { a: 1 }, [], 'x', 3);
    const anyMessage = fc.record({
      type: fc.constantFrom('identify', 'track', 'page', 'screen', 'group', 'alias', 'other', undefined),
      event: id,
      userId: id,
      anonymousId: id,
      groupId: id,
      previousId: id,
      messageId: id,
      properties: fields,
      traits: fields,
      context: fields,
      timestamp: id,
    });
    fc.assert(
      fc.property(anyMessage, (raw) => {
        expect(parseTrackingMessage(raw, RECEIPT).ok).toBe(TrackingInput.safeParse(raw).success);
      }),
      { numRuns: 3000 },
    );
  });

  it('stands any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('track', 'page', 'identify'), (value, kind) => {
        const raw = { userId: 'u', event: 'e', properties: value, traits: value, context: value, timestamp: value };
        expect(typeof parseTrackingMessage(raw, { ...RECEIPT, kind }).ok).toBe('boolean');
        expect(typeof parseTrackingMessage(value, RECEIPT).ok).toBe('boolean');
      }),
    );
  });
});

describe('utf8Bytes', () => {
  it('counts as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe('names that belong to records', () => {
  it.each(['subscription_started', 'deal_won', ' ticket_opened '])('refuses “%s” from a sender', (event) => {
    const parsed = parseTrackingMessage({ type: 'track', userId: 'u1', event }, { receivedAt: 0, now: 0 });
    expect(parsed).toMatchObject({ ok: false, problems: [{ field: 'event', code: 'reserved' }] });
  });
});
