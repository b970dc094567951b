import { describe, expect, it, vi } from 'vitest';
import { open, page, received, tracker, useTestPage } from './test-page.ts';
import type { Touch } from './touch.ts';

useTestPage();

describe('the visitor', () => {
  it('keeps one anonymous id over pages, and gives it beside the user id so that the server can link them', async () => {
    await open();
    await open('/pricing');
    await page.evaluate(() => window.sdk.identify('u1', { plan: 'pro' }));
    await page.evaluate(() => window.sdk.group('acme', { seats: 3 }));
    await page.evaluate(() => window.sdk.alias('u2'));
    await vi.waitFor(() => expect(tracker.accepted().map((message) => message.type)).toContain('alias'));
    const all = tracker.accepted();
    expect(new Set(all.map((message) => message.anonymousId)).size).toBe(1);
    expect(all.find((message) => message.type === 'identify')).toMatchObject({ userId: 'u1', traits: { plan: 'pro' } });
    expect(all.find((message) => message.type === 'group')).toMatchObject({ userId: 'u1', groupId: 'acme', context: { groupId: 'acme' } });
    expect(all.find((message) => message.type === 'alias')).toMatchObject({ previousId: 'u1', userId: 'u2' });
  });

  it('becomes another one when another user signs in, or on reset', async () => {
    await open();
    const ids = await page.evaluate(() => {
      const seen = [window.sdk.anonymousId()];
      for (const act of [
        () => window.sdk.identify('u1'),
        () => window.sdk.identify('u1'),
        () => window.sdk.identify('u2'),
        window.sdk.reset,
      ]) {
        act();
        seen.push(window.sdk.anonymousId());
      }
      return seen;
    });
    const [first, , , other, fresh] = ids;
    expect(ids).toEqual([first, first, first, other, fresh]);
    expect(new Set(ids).size).toBe(3);
    expect(await page.evaluate(() => window.sdk.userId())).toBeUndefined();
  });

  it('leaves session, group and touches of the user before behind', async () => {
    await open('/?utm_source=first');
    await page.evaluate(() => {
      window.sdk.identify('u1');
      window.sdk.group('acme');
      history.replaceState({}, '', '/');
      window.sdk.identify('u2');
    });
    const messages = await received(4);
    const [before, after] = [messages[2]!.context, messages[3]!.context];
    expect(before).toMatchObject({ groupId: 'acme', firstTouch: { campaign: { source: 'first' } } });
    expect(after).not.toHaveProperty('groupId');
    expect(after).not.toHaveProperty('firstTouch.campaign');
    expect(after.sessionId).not.toBe(before.sessionId);
  });

  it('keeps the first touch for good and begins a session with a new campaign', async () => {
    await open('/?utm_source=first');
    await open('/pricing');
    await open('/?utm_source=second');
    const contextOf = (search: string) =>
      tracker.accepted().find((message) => message.properties?.search === search)?.context as
        | { readonly sessionId: string; readonly campaign: unknown; readonly firstTouch: Touch; readonly lastTouch: Touch }
        | undefined;
    await vi.waitFor(() => expect(['?utm_source=first', '', '?utm_source=second'].every(contextOf)).toBe(true));
    const [landing, second, third] = ['?utm_source=first', '', '?utm_source=second'].map(contextOf);
    expect(second?.sessionId).toBe(landing?.sessionId);
    expect(second?.campaign).toEqual({ source: 'first' });
    expect(third?.sessionId).not.toBe(landing?.sessionId);
    expect(third?.firstTouch.campaign).toEqual({ source: 'first' });
    expect(third?.lastTouch.campaign).toEqual({ source: 'second' });
  });
});
