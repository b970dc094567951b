import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import type { Message } from './message.ts';
import { createClient, type NodeOptions, QueueFullError, UndeliveredError } from './node-client.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';

let server: RecordingServer;
beforeEach(async () => {
  server = await startRecordingServer();
});
afterEach(() => server.close());

const open = (options: Partial<NodeOptions> = {}) => createClient({ writeKey: 'wk_test', host: server.host, retryDelay: 20, ...options });
const indexes = (messages: readonly Message[]): readonly unknown[] => messages.map((message) => message.properties?.index);

describe('createClient for Node', () => {
  it('speaks the tracking API: six message types, key in header and body', async () => {
    const client = open();
    client.identify({ userId: 'u1', traits: { plan: 'pro' } });
    client.track({ userId: 'u1', event: 'Report exported', properties: { rows: 3 }, timestamp: new Date(0), messageId: 'm1' });
    client.page({ anonymousId: 'a1', name: 'Pricing' });
    client.screen({ userId: 'u1', name: 'Home' });
    client.group({ userId: 'u1', groupId: 'g1', traits: { seats: 5 } });
    client.alias({ userId: 'u1', previousId: 'a1' });
    await client.close();
    const [received] = server.batches;
    expect(server.batches).toHaveLength(1);
    expect(received?.headers.authorization).toBe(`Basic ${Buffer.from('wk_test:').toString('base64')}`);
    expect(received?.body.writeKey).toBe('wk_test');
    expect(received?.body.batch.map((message) => message.type)).toEqual(['identify', 'track', 'page', 'screen', 'group', 'alias']);
    expect(received?.body.batch[1]).toEqual({
      type: 'track',
      messageId: 'm1',
      timestamp: '1970-01-01T00:00:00.000Z',
      userId: 'u1',
      event: 'Report exported',
      properties: { rows: 3 },
      context: { library: { name: manifest.name, version: manifest.version } },
    });
    expect(Math.abs(Date.parse(received?.body.sentAt ?? '') - Date.now())).toBeLessThan(10_000);
  });

  it('sends at flushAt, and the rest after flushInterval', async () => {
    const client = open({ flushAt: 3, flushInterval: 50 });
    for (let index = 0; index < 4; index++) client.track({ userId: 'u', event: 'e', properties: { index } });
    await vi.waitFor(() => expect(server.accepted()).toHaveLength(4));
    expect(server.batches.map((received) => received.body.batch.length)).toEqual([3, 1]);
    await client.close();
  });

  it('delivers everything once and in order through outages', async () => {
    server.answerNext({ status: 503 }, { status: 500 }, { status: 200 }, { status: 429, headers: { 'retry-after': '0' } });
    const client = open({ flushAt: 5 });
    for (let index = 0; index < 23; index++) client.track({ userId: 'u', event: 'e', properties: { index } });
    await client.close();
    expect(indexes(server.accepted())).toEqual(Array.from({ length: 23 }, (_, index) => index));
  });

  it('waits as long as Retry-After asks, also when new messages and a flush arrive', async () => {
    server.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    const client = open({ flushAt: 1 });
    client.track({ userId: 'u', event: 'first' });
    await vi.waitFor(() => expect(server.batches).toHaveLength(1));
    client.track({ userId: 'u', event: 'second' });
    await client.flush();
    expect(server.accepted().map((message) => message.event)).toEqual(['first', 'second']);
    expect(server.batches[1]!.at - server.batches[0]!.at).toBeGreaterThanOrEqual(990);
    await client.close();
  });

  it('survives a server that is not there yet', async () => {
    const { host } = server;
    await server.close();
    const client = open({ host, flushAt: 1 });
    client.track({ userId: 'u', event: 'e' });
    await expect(client.close({ timeout: 100 })).rejects.toMatchObject({ messages: [{ event: 'e' }] });
    server = await startRecordingServer();
  });

  it('drops what the server refuses, and says why', async () => {
    server.answerNext({ status: 401, body: { title: 'Unauthorized', detail: 'This write key was revoked.' } });
    const onRefused = vi.fn<NonNullable<NodeOptions['onRefused']>>();
    const client = open({ onRefused });
    client.track({ userId: 'u', event: 'e' });
    await client.close();
    expect(server.batches).toHaveLength(1);
    const [refusal, messages] = onRefused.mock.calls[0]!;
    expect(refusal).toEqual({ type: 'refused', status: 401, reason: 'This write key was revoked.' });
    expect(messages).toMatchObject([{ event: 'e' }]);
  });

  it('refuses a call when the queue is full, and takes calls again once it has room', async () => {
    server.answerNext({ status: 503 });
    const client = open({ maxQueue: 2, flushAt: 1, retryDelay: 100 });
    client.track({ userId: 'u', event: 'e', properties: { index: 0 } });
    client.track({ userId: 'u', event: 'e', properties: { index: 1 } });
    expect(() => client.track({ userId: 'u', event: 'e', properties: { index: 2 } })).toThrow(QueueFullError);
    await client.flush();
    client.track({ userId: 'u', event: 'e', properties: { index: 3 } });
    await client.close();
    expect(indexes(server.accepted())).toEqual([0, 1, 3]);
  });

  it('hands back what it could not deliver when it must close', async () => {
    server.answerNext({ status: 503, headers: { 'retry-after': '60' } });
    const client = open();
    client.track({ userId: 'u', event: 'e', messageId: 'kept' });
    const closing = client.close({ timeout: 50 });
    await expect(closing).rejects.toBeInstanceOf(UndeliveredError);
    await expect(closing).rejects.toMatchObject({ messages: [{ messageId: 'kept' }] });
    expect(() => client.track({ userId: 'u', event: 'late' })).toThrow('closed');
  });

  it('keeps what was passed, not what the caller makes of it later', async () => {
    const client = open();
    const properties = { index: 1 };
    client.track({ userId: 'u', event: 'e', properties });
    properties.index = 2;
    await client.close();
    expect(indexes(server.accepted())).toEqual([1]);
  });

  it('needs to know who', () => {
    expect(() => open().track({ userId: '', event: 'e' })).toThrow('userId or an anonymousId');
  });
});
