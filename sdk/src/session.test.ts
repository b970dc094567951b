import { describe, expect, it } from 'vitest';
import { nextSession } from './session.ts';

const timeoutMs = 1_800_000;
const begun = nextSession(undefined, { now: 0, source: {}, newId: 'a', timeoutMs });

describe('nextSession', () => {
  it('goes on while silence is no longer than the timeout, which starts anew with each activity', () => {
    const later = nextSession(begun, { now: timeoutMs, source: {}, newId: 'b', timeoutMs });
    expect(later).toMatchObject({ id: 'a', lastSeenAt: timeoutMs });
    expect(nextSession(later, { now: 2 * timeoutMs, source: {}, newId: 'b', timeoutMs }).id).toBe('a');
    expect(nextSession(later, { now: 2 * timeoutMs + 1, source: {}, newId: 'b', timeoutMs }).id).toBe('b');
  });

  it('begins when another campaign or click brings the visitor, and not when the same address is seen again', () => {
    const campaign = { source: 'news' };
    const recruited = nextSession(begun, { now: 1, source: { campaign }, newId: 'b', timeoutMs });
    expect(recruited).toMatchObject({ id: 'b', campaign });
    expect(nextSession(recruited, { now: 2, source: { campaign }, newId: 'c', timeoutMs }).id).toBe('b');
    expect(nextSession(recruited, { now: 2, source: { clickIds: { gclid: '1' } }, newId: 'c', timeoutMs }).id).toBe('c');
  });

  it('keeps its campaign on later pages that name none', () => {
    const recruited = nextSession(begun, { now: 1, source: { campaign: { source: 'news' } }, newId: 'b', timeoutMs });
    expect(nextSession(recruited, { now: 2, source: {}, newId: 'c', timeoutMs })).toMatchObject({ id: 'b', campaign: { source: 'news' } });
  });
});
