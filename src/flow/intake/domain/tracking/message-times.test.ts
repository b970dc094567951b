import { describe, expect, it } from 'vitest';
import { messageTimes } from './message-times.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const live = { receivedAt: NOW, now: NOW, sentAt: '2026-11-22T12:00:00Z' };
const history = { ...live, isHistory: true };
const iso = (ms: number): string => new Date(ms).toISOString();
const timesOf = (raw: Record<string, unknown>, receipt = history) => {
  const { at, known, warnings } = messageTimes(raw, receipt);
  return { at: iso(at), known: iso(known), warnings };
};

describe('messageTimes', () => {
  it('knows a live message when it arrives, whatever it says', () => {
    const raw = { timestamp: '2025-06-01T08:00:00Z', receivedAt: '2025-06-01T08:00:01Z' };
    expect(timesOf(raw, { ...live, isHistory: false })).toMatchObject({
      at: '2025-06-01T08:00:00.000Z',
      known: '2026-11-22T12:00:00.000Z',
    });
  });

  it('knows history when it happened, without correcting it by when the batch was sent', () => {
    const then = '2025-06-01T08:00:00.000Z';
    expect(timesOf({ timestamp: then })).toEqual({ at: then, known: then, warnings: [] });
    expect(timesOf({ timestamp: then }, { ...history, sentAt: '2026-11-22T13:00:00Z' })).toMatchObject({ at: then, known: then });
    expect(timesOf({ timestamp: then, sentAt: '2025-06-01T09:00:00Z' })).toMatchObject({ at: then, known: then });
  });

  it('knows history as late as it says itself, but never before it happened nor in the future', () => {
    const then = '2025-06-01T08:00:00.000Z';
    expect(timesOf({ timestamp: then, receivedAt: '2025-06-04T08:00:00Z' })).toMatchObject({ at: then, known: '2025-06-04T08:00:00.000Z' });
    expect(timesOf({ timestamp: then, receivedAt: '2025-06-01T07:00:00Z' })).toMatchObject({ at: then, known: then });
    expect(timesOf({ timestamp: then, receivedAt: '2031-01-01T00:00:00Z' })).toMatchObject({ at: then, known: iso(NOW) });
    expect(timesOf({ timestamp: then, receivedAt: 'soon' })).toMatchObject({ at: then, known: then });
    expect(timesOf({ timestamp: '2026-11-22T13:00:00Z' })).toMatchObject({ at: '2026-11-22T13:00:00.000Z', known: iso(NOW) });
  });

  it('corrects the clock by a message that names when it was sent and received then', () => {
    const raw = { timestamp: '2025-06-01T09:00:00Z', sentAt: '2025-06-01T09:00:05Z', receivedAt: '2025-06-01T08:00:05Z' };
    expect(timesOf(raw)).toEqual({ at: '2025-06-01T08:00:00.000Z', known: '2025-06-01T08:00:05.000Z', warnings: [] });
  });

  it('takes a message without a usable time for one of now, with a warning', () => {
    expect(timesOf({})).toEqual({ at: iso(NOW), known: iso(NOW), warnings: [] });
    expect(timesOf({ timestamp: 'yesterday' })).toEqual({ at: iso(NOW), known: iso(NOW), warnings: ['bad_timestamp'] });
    expect(timesOf({ timestamp: '1970-01-01T00:00:00Z' })).toEqual({ at: iso(NOW), known: iso(NOW), warnings: ['time_ancient'] });
  });
});
