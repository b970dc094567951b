import { describe, expect, it } from 'vitest';
import { libraryOf, namedIdsOf, statedTimesOf, withoutMachineAddress } from './raw-message.ts';

const RECEIVED = Date.parse('2026-05-01T12:00:00.000Z');

describe('a message as it came', () => {
  it('is shown without the address of its machine, and as it is when it names none', () => {
    const raw = { context: { ip: '203.0.113.7', locale: 'en' }, properties: { $ip: '203.0.113.7', plan: 'pro' } };
    expect(withoutMachineAddress(raw)).toEqual({ context: { locale: 'en' }, properties: { plan: 'pro' } });
    expect(raw.context.ip).toBe('203.0.113.7');
    const plain = { context: { locale: 'en' } };
    expect(withoutMachineAddress(plain)).toBe(plain);
    expect(withoutMachineAddress('no message')).toBe('no message');
  });

  it('says how far the clock of its sender was off, by its own word or that of its batch', () => {
    const behind = statedTimesOf(
      { timestamp: '2026-05-01T11:58:00Z', sentAt: '2026-05-01T11:59:00Z' },
      { receivedAt: RECEIVED, sentAt: undefined },
    );
    expect(behind).toEqual({ timestamp: RECEIVED - 120_000, sentAt: RECEIVED - 60_000, skewMs: 60_000 });
    const ahead = statedTimesOf({ originalTimestamp: RECEIVED + 5_000 }, { receivedAt: RECEIVED, sentAt: '2026-05-01T12:00:05Z' });
    expect(ahead).toEqual({ timestamp: RECEIVED + 5_000, sentAt: RECEIVED + 5_000, skewMs: -5_000 });
    expect(statedTimesOf('x', { receivedAt: RECEIVED, sentAt: 'soon' })).toEqual({ timestamp: null, sentAt: null, skewMs: null });
  });

  it('names ids and its library wherever they stand', () => {
    expect(namedIdsOf({ messageId: 'm', userId: 7, context: { groupId: 'g' } })).toEqual({
      ...{ messageId: 'm', userId: '7', anonymousId: null, groupId: 'g', previousId: null },
    });
    expect(libraryOf({ context: { library: { name: 'perennial-sdk', version: '0.1.0' } } })).toBe('perennial-sdk@0.1.0');
    expect([libraryOf({ context: { library: { version: '1' } } }), libraryOf(null)]).toEqual(['1', '']);
  });
});
