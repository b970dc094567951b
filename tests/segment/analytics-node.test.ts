import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { createTestPostgres, type TestPostgres } from '#platform/postgres/testing.ts';
import { createClient } from '../../sdk/src/node-client.ts';
import { type Door, listen, openDoor, workspaceWithKey } from './open-door.ts';

let postgres: TestPostgres;
let clickhouse: TestClickHouse;
let door: Door;
let server: Awaited<ReturnType<typeof listen>>;
let writeKey: string;
let ws: number;

beforeAll(async () => {
  [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  const created = await workspaceWithKey(postgres, 'Acme');
  writeKey = created.writeKey;
  ws = created.workspace.ws;
  door = await openDoor({ postgres, clickhouse, workspaces: new Map([[writeKey, created.workspace]]) });
  server = await listen(door);
});
afterAll(async () => {
  await server?.close();
  await door?.close();
  await Promise.all([postgres?.drop(), clickhouse?.drop()]);
});

interface Stored {
  readonly event: string;
  readonly source: string;
  readonly person: number;
  readonly account: number;
  readonly props: Readonly<Record<string, string>>;
}
const stored = async (): Promise<readonly Stored[]> => {
  await door.facts.shipper.drain();
  return clickhouse.query<Stored>(
    "select event, source, person, account, props from events where ws = {ws:UInt32} and source != 'record' order by event, at",
    { ws },
  );
};

describe('the tracking library of Segment, with only host and key set', () => {
  it('delivers all six calls, and each once', async () => {
    const analytics = new Analytics({ writeKey, host: server.host });
    const errors: unknown[] = [];
    analytics.on('error', (error) => errors.push(error));
    analytics.page({ anonymousId: 'anon-7f3a', name: 'Pricing', properties: { url: 'https://acme.example/pricing', path: '/pricing' } });
    analytics.identify({ userId: 'u1', anonymousId: 'anon-7f3a', traits: { email: 'ann@globex.example', name: 'Ann' } });
    analytics.group({ userId: 'u1', groupId: 'globex', traits: { name: 'Globex', plan: 'pro' } });
    analytics.track({ userId: 'u1', event: 'Report Exported', properties: { format: 'pdf', rows: 12 }, messageId: 'own-id' });
    analytics.track({ userId: 'u1', event: 'Report Exported', messageId: 'own-id' });
    analytics.screen({ userId: 'u1', name: 'Main' });
    analytics.alias({ userId: 'u1', previousId: 'old-u1' });
    await analytics.closeAndFlush();
    expect(errors).toEqual([]);
    const facts = await stored();
    expect(facts.map((fact) => fact.event)).toEqual([
      'Report Exported',
      'group_identified',
      'page_viewed',
      'person_aliased',
      'person_identified',
      'screen_viewed',
    ]);
    expect(new Set(facts.map((fact) => fact.person)).size).toBe(1);
    expect(facts[0]).toMatchObject({ source: 'server', props: { format: 'pdf', rows: '12' } });
    expect(facts[0]?.account).toBeGreaterThan(0);
  });

  it('delivers thousands in its own batches', async () => {
    const analytics = new Analytics({ writeKey, host: server.host, flushAt: 100, maxEventsInBatch: 100 } as never);
    for (let i = 0; i < 3_000; i += 1) analytics.track({ userId: `u${i % 50}`, event: 'Bulk', properties: { i } });
    await analytics.closeAndFlush();
    expect((await stored()).filter((fact) => fact.event === 'Bulk')).toHaveLength(3_000);
  });

  it('hears of a wrong key', async () => {
    const analytics = new Analytics({ writeKey: 'pwk_wrong', host: server.host, maxRetries: 0 });
    const errors: { readonly code: string }[] = [];
    analytics.on('error', (error) => errors.push(error as never));
    analytics.track({ userId: 'u1', event: 'Lost' });
    await analytics.closeAndFlush({ timeout: 3_000 });
    expect(errors.map((error) => error.code)).toEqual(['delivery_failure']);
  });
});

describe('our own library for servers', () => {
  it('delivers to the real door', async () => {
    const client = createClient({ writeKey, host: server.host });
    client.track({ userId: 'own-1', event: 'Own Library' });
    await client.close();
    expect((await stored()).filter((fact) => fact.event === 'Own Library')).toHaveLength(1);
  });
});
