import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveEvent, LiveMessage } from '#flow/intake/contracts.ts';
import type { KeepMessages } from '#flow/intake/index.ts';
import { AppError } from '#kernel/app-error.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { createTestPostgres, type TestPostgres } from '#platform/postgres/testing.ts';
import { STORE_SAYS } from '#platform/store-sayings.ts';
import { type Door, type DoorOptions, listen, openDoor, workspaceWithKey } from './open-door.ts';

let postgres: TestPostgres;
let clickhouse: TestClickHouse;
let door: Door;
let one: { readonly workspace: WorkspaceContext; readonly writeKey: string };
let two: typeof one;
// The event store forgets message ids by the real clock.
const NOW = Date.now();

const open = (more: Partial<DoorOptions> = {}): Promise<Door> =>
  openDoor({
    postgres,
    clickhouse,
    clock: manualClock(NOW),
    workspaces: new Map([
      [one.writeKey, one.workspace],
      [two.writeKey, two.workspace],
    ]),
    ...more,
  });
beforeAll(async () => {
  [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  one = await workspaceWithKey(postgres, 'One');
  two = await workspaceWithKey(postgres, 'Two');
  door = await open();
});
afterAll(async () => {
  await door?.close();
  await Promise.all([postgres?.drop(), clickhouse?.drop()]);
});

type Body = Readonly<Record<string, unknown>>;
interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: Door;
  readonly key?: string;
}
const basic = (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` });
const post = (call: string, body: Body | string | Uint8Array<ArrayBuffer>, { headers, at = door, key = one.writeKey }: Asked = {}) =>
  at.app.request(`/v1/${call}`, {
    method: 'POST',
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...basic(key), ...headers },
  });
const track = (event: string, more: Body = {}) => ({ type: 'track', event, userId: 'u1', ...more });
interface Stored {
  readonly event: string;
  readonly source: string;
  readonly at: string;
  readonly person: number;
  readonly account: number;
  readonly props: Readonly<Record<string, string>>;
}
const stored = async (event: string, ws = one.workspace.ws): Promise<readonly Stored[]> => {
  await door.facts.shipper.drain();
  return clickhouse.query<Stored>(
    'select event, source, at, person, account, props from events where ws = {ws:UInt32} and event = {event:String} order by at',
    { ws, event },
  );
};

describe('the calls', () => {
  it('keeps each kind at its own address and at its short form', async () => {
    const calls = {
      identify: ['person_identified', { userId: 'kinds', traits: { email: 'kim@kinds.example' } }],
      track: ['Kind Tracked', { event: 'Kind Tracked', userId: 'kinds', properties: { a: { b: 1 } } }],
      page: ['page_viewed', { userId: 'kinds', name: 'Home', context: { page: { url: 'https://kinds.example/x?utm_medium=email' } } }],
      screen: ['screen_viewed', { userId: 'kinds', name: 'Main' }],
      group: ['group_identified', { userId: 'kinds', groupId: 'g-kinds', traits: { name: 'Kinds Inc.' } }],
      alias: ['person_aliased', { userId: 'kinds', previousId: 'kinds-before' }],
    } as const;
    for (const [call, [event, body]] of Object.entries(calls)) {
      for (const address of [call, call.charAt(0)]) {
        const response = await post(address, body);
        expect([address, response.status, await response.json()]).toEqual([
          address,
          200,
          { success: true, accepted: 1, duplicates: 0, rejected: [] },
        ]);
      }
      expect([call, (await stored(event)).length]).toEqual([call, 2]);
    }
    const [fact] = await stored('Kind Tracked');
    expect(fact).toMatchObject({ source: 'server', props: { 'a.b': '1' } });
    expect(fact?.person).toBeGreaterThan(0);
  });

  it('takes a batch with its key in the body, as text/plain, and its context for all messages', async () => {
    const batch = [track('Beacon'), { ...track('Beacon'), context: { page: { url: 'https://a.example/own' } } }];
    const body = {
      batch,
      writeKey: one.writeKey,
      context: { userAgent: 'Mozilla/5.0 Chrome/140', page: { url: 'https://a.example/all' } },
    };
    const response = await post('batch', JSON.stringify(body), { headers: { 'content-type': 'text/plain', authorization: '' } });
    expect(await response.json()).toMatchObject({ accepted: 2 });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect((await stored('Beacon')).map((fact) => fact.source)).toEqual(['web', 'web']);
    expect(await clickhouse.query("select path from events where event = 'Beacon' order by path")).toEqual([
      { path: '/all' },
      { path: '/own' },
    ]);
  });

  it('answers the preflight of a browser, for any origin, to be remembered', async () => {
    const response = await door.app.request('/v1/batch', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('authorization'),
      'access-control-max-age': '7200',
    });
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('corrects the clock of the sender', async () => {
    const sentAt = new Date(NOW + 3_600_000).toISOString();
    const timestamp = new Date(NOW + 3_600_000 - 5_000).toISOString();
    await post('batch', { batch: [track('Skewed', { timestamp })], sentAt });
    expect((await stored('Skewed'))[0]?.at).toBe(new Date(NOW - 5_000).toISOString());
  });

  it('marks robots and makes nobody of them', async () => {
    const context = { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)', page: { url: 'https://a.example/' } };
    await post('page', { anonymousId: 'crawler', context, properties: { name: 'Crawled' } });
    const fact = (await stored('page_viewed')).find((one) => one.props.name === 'Crawled');
    expect(fact).toMatchObject({ person: 0, props: { bot: '1' } });
  });

  it('keeps workspaces apart', async () => {
    await post('track', track('Mine', { messageId: 'shared' }));
    const other = await post('track', track('Mine', { messageId: 'shared' }), { key: two.writeKey });
    expect(await other.json()).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await stored('Mine')).toHaveLength(1);
    expect(await stored('Mine', two.workspace.ws)).toHaveLength(1);
  });
});

describe('refusals', () => {
  const refusal = async (response: Response) => ({ status: response.status, problem: (await response.json()) as Body });

  it('asks for a write key that it knows', async () => {
    for (const headers of [{ authorization: '' }, basic('wrong'), { authorization: 'Basic ???' }]) {
      const { status, problem } = await refusal(await post('track', track('No'), { headers }));
      expect(status).toBe(401);
      expect(problem).toMatchObject({ code: 'unauthenticated', remedy: expect.stringContaining('write key') });
    }
  });

  it('names bad messages and keeps the good ones', async () => {
    const batch = [track('Good'), { type: 'track', userId: 'u1', messageId: 'bad-1' }, 7, { type: 'dance', userId: 'u' }, track('Good')];
    const response = await post('batch', { batch });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      success: true,
      accepted: 2,
      rejected: [
        { index: 1, messageId: 'bad-1', field: 'event', code: 'missing', message: expect.any(String), remedy: expect.any(String) },
        { index: 2, messageId: null, field: 'message', code: 'not_an_object' },
        { index: 3, field: 'type', code: 'unknown_type' },
      ],
    });
    expect(await stored('Good')).toHaveLength(2);
  });

  it('answers 400 when nothing can be read, and says where', async () => {
    const { status, problem } = await refusal(await post('batch', { batch: [{ type: 'track' }] }));
    expect(status).toBe(400);
    expect(problem.fields).toContainEqual(expect.objectContaining({ field: 'batch[0].event', code: 'missing' }));
    for (const [call, body] of [
      ['track', '{'],
      ['track', ''],
      ['track', '[]'],
      ['batch', '{"batch":{}}'],
      ['batch', '{}'],
    ] as const) {
      expect([body, (await post(call, body)).status]).toEqual([body, 400]);
    }
    expect((await post('batch', { batch: [] })).status).toBe(200);
    expect((await post('dance', {})).status).toBe(404);
    expect((await door.app.request('/v1/track')).status).toBe(405);
  });

  it('keeps 32 KB a message and 500 KB a request, inflated', async () => {
    const large = track('Large', { properties: { text: 'x'.repeat(33 * 1024) } });
    const lone = await refusal(await post('track', large));
    expect([lone.status, lone.problem.detail]).toEqual([413, expect.stringContaining('32 KB')]);
    const mixed = await post('batch', { batch: [large, track('Beside Large')] });
    expect(await mixed.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'too_large' }] });
    const batch = { batch: Array.from({ length: 26 }, () => track('Many', { properties: { text: 'x'.repeat(20 * 1024) } })) };
    const whole = await refusal(await post('batch', batch));
    expect([whole.status, whole.problem.detail]).toEqual([413, expect.stringContaining('500 KB')]);
    const zipped = new Uint8Array(gzipSync(JSON.stringify(batch)));
    expect(zipped.length).toBeLessThan(10_000);
    expect((await post('batch', zipped, { headers: { 'content-encoding': 'gzip' } })).status).toBe(413);
    expect(await stored('Many')).toHaveLength(0);
  });

  it('reads gzip, and says what it cannot read', async () => {
    const zipped = new Uint8Array(gzipSync(JSON.stringify({ batch: [track('Zipped')] })));
    expect((await post('batch', zipped, { headers: { 'content-encoding': 'gzip' } })).status).toBe(200);
    expect(await stored('Zipped')).toHaveLength(1);
    expect((await post('batch', '{"batch":[]}', { headers: { 'content-encoding': 'gzip' } })).status).toBe(400);
    expect((await post('batch', zipped, { headers: { 'content-encoding': 'br' } })).status).toBe(415);
  });
});

describe('counting once', () => {
  it('counts a messageId once within a request, in a later one, and at the same time', async () => {
    const twice = await post('batch', { batch: [track('Once', { messageId: 'o1' }), track('Once', { messageId: 'o1' })] });
    expect(await twice.json()).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await (await post('track', track('Once', { messageId: 'o1' }))).json()).toMatchObject({ accepted: 0, duplicates: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('track', track('Once', { messageId: 'o2' }))));
    const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as { readonly accepted: number }[];
    expect(receipts.reduce((sum, receipt) => sum + receipt.accepted, 0)).toBe(1);
    expect(await stored('Once')).toHaveLength(2);
  });

  it('remembers after a restart what is in the outbox and what is in the event store', async () => {
    await post('track', track('Before', { messageId: 'b1' }));
    await door.facts.shipper.drain();
    await door.facts.shipper.stop();
    await post('track', track('Before', { messageId: 'b2' }));
    const restarted = await open();
    const answer = await post('batch', { batch: ['b1', 'b2', 'b3'].map((messageId) => track('Before', { messageId })) }, { at: restarted });
    expect(await answer.json()).toMatchObject({ accepted: 1, duplicates: 2 });
    await restarted.close();
    door.facts.shipper.start();
    expect(await stored('Before')).toHaveLength(3);
  });

  it('remembers for seven days', async () => {
    const clock = manualClock(NOW - 9 * 86_400_000);
    const own = await open({ clock });
    const send = async () => (await (await post('track', track('Old', { messageId: 'old' }), { at: own })).json()) as Body;
    expect(await send()).toMatchObject({ accepted: 1 });
    clock.advance(7 * 86_400_000);
    expect(await send()).toMatchObject({ accepted: 0, duplicates: 1 });
    await own.close();
  });
});

describe('history', () => {
  const DAY = 86_400_000;
  const ago = (days: number, more = 0): string => new Date(NOW - days * DAY + more).toISOString();
  const known = (event: string) =>
    clickhouse.query<{ at: string; known: string; props: Record<string, string> }>(
      'select at, known, props from events where ws = {ws:UInt32} and event = {event:String} order by known, at',
      { ws: one.workspace.ws, event },
    );

  it('is known when it happened, with its people, accounts and their changes, and counts once', async () => {
    const told: number[] = [];
    const past = await open({ onHistory: (ws) => void told.push(ws) });
    const user = { userId: 'past', context: { groupId: 'past-inc' } };
    const batch = [
      { type: 'identify', ...user, messageId: 'past-1', timestamp: ago(500), traits: { name: 'Pat', title: 'Analyst' } },
      { type: 'group', userId: 'past', groupId: 'past-inc', messageId: 'past-2', timestamp: ago(400), traits: { plan: 'Basic' } },
      { type: 'group', userId: 'past', groupId: 'past-inc', messageId: 'past-3', timestamp: ago(300), traits: { plan: 'Pro' } },
      { type: 'identify', ...user, messageId: 'past-4', timestamp: ago(200), traits: { title: 'Director' } },
      { type: 'track', ...user, event: 'Long ago', messageId: 'past-5', timestamp: ago(450), receivedAt: ago(440) },
    ];
    const send = () => post('batch', { batch, historicalMigration: true }, { at: past });
    expect(await (await send()).json()).toEqual({ success: true, accepted: 5, duplicates: 0, rejected: [] });
    await past.facts.shipper.drain();
    expect(await known('Long ago')).toMatchObject([{ at: ago(450), known: ago(440) }]);
    expect(await known('person_created')).toContainEqual({ at: ago(500), known: ago(500), props: { title: 'Analyst' } });
    expect(await known('person_changed')).toContainEqual({ at: ago(200), known: ago(200), props: { title: 'Director' } });
    expect(await known('account_created')).toContainEqual(expect.objectContaining({ at: ago(500), known: ago(500) }));
    const plans = (await known('account_changed')).map(({ known: when, props }) => [when, props.plan]);
    expect(plans).toContainEqual([ago(400), 'Basic']);
    expect(plans).toContainEqual([ago(300), 'Pro']);
    expect(told).toEqual([one.workspace.ws]);
    await past.close();

    const again = await open();
    expect(await (await post('batch', { batch, historicalMigration: true }, { at: again })).json()).toMatchObject({
      accepted: 0,
      duplicates: 5,
    });
    await again.close();
  });
});

describe('pressure', () => {
  const away: KeepMessages = async () => {
    throw new AppError('unavailable', STORE_SAYS.database_unreachable(), { retryAfter: 2 });
  };

  it('answers 503 with Retry-After while the database is away, and keeps the message when it is sent again', async () => {
    let isAway = true;
    const own = await open({ around: (keep) => (workspace, messages) => (isAway ? away : keep)(workspace, messages) });
    const send = () => post('track', track('Patient', { messageId: 'p1' }), { at: own });
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('access-control-allow-origin')]).toEqual([
      503,
      '2',
      '*',
    ]);
    isAway = false;
    expect(await (await send()).json()).toMatchObject({ accepted: 1 });
    await own.close();
    expect(await stored('Patient')).toHaveLength(1);
  });

  it('does not count twice what the database kept although its answer was lost', async () => {
    let losesAnswer = true;
    const own = await open({
      around: (keep) => async (workspace, messages) => {
        const owners = await keep(workspace, messages);
        return losesAnswer ? away(workspace, messages) : owners;
      },
    });
    const send = () => post('track', track('Lost Answer', { messageId: 'l1' }), { at: own });
    expect((await send()).status).toBe(503);
    losesAnswer = false;
    expect(await (await send()).json()).toMatchObject({ accepted: 0, duplicates: 1 });
    await own.close();
    expect(await stored('Lost Answer')).toHaveLength(1);
  });

  it('answers 429 with Retry-After when too much waits, and loses nothing that it acknowledged', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const own = await open({
      around: (keep) => async (workspace, messages) => {
        await gate;
        return keep(workspace, messages);
      },
    });
    const send = (n: number) =>
      post('batch', { batch: Array.from({ length: 1_000 }, (_, i) => track('Flood', { messageId: `f${n}-${i}` })) }, { at: own });
    const answers = Array.from({ length: 25 }, (_, n) => send(n));
    const refused = await Promise.race(answers);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    release();
    const statuses = (await Promise.all(answers)).map((answer) => answer.status);
    await own.close();
    expect(await stored('Flood')).toHaveLength(statuses.filter((status) => status === 200).length * 1_000);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('refuses with 503 once it is stopping', async () => {
    const own = await open();
    await own.close();
    const response = await post('track', track('Late'), { at: own });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  });
});

describe('over the wire', () => {
  const chunked = (text: string) => new Blob([text]).stream();

  it('tells the sender of too large a body why, with and without an announced length', async () => {
    const { host, close } = await listen(door);
    const headers = { 'content-type': 'application/json', ...basic(one.writeKey) };
    const send = (body: string | ReadableStream) =>
      fetch(`${host}/v1/batch`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    const small = JSON.stringify({ batch: [track('Wire')] });
    const large = JSON.stringify({ batch: [track('Wire')], filler: 'x'.repeat(3_000_000) });
    const statuses = [];
    for (const body of [small, chunked(small), large, chunked(large), small]) {
      const response = await send(body);
      statuses.push([response.status, ((await response.json()) as Body).detail]);
    }
    const tooLarge = [413, 'The request is larger than 500 KB.'];
    expect(statuses).toEqual([[200, undefined], [200, undefined], tooLarge, tooLarge, [200, undefined]]);
    await close();
    expect(await stored('Wire')).toHaveLength(3);
  });
});

describe('the live view', () => {
  const routeOf = (id: string) => door.tracking.routes.find((one) => one.endpoint.id === id);
  const ask = async (id: string, input: { readonly query?: unknown; readonly body?: unknown; readonly params?: unknown }) =>
    (await routeOf(id)?.handle({ params: undefined, query: {}, body: undefined, ...input }, {
      workspace: one.workspace,
      now: NOW,
      language: 'en',
    } as never)) as {
      readonly rows: readonly LiveEvent[];
      readonly cursor: string;
    };

  it('shows what arrives, good and bad, with names, and from a cursor on what is new', async () => {
    await post('identify', { userId: 'live', traits: { name: 'Lea Live', email: 'lea@live.example' } });
    const { cursor } = await ask('listLiveEvents', {});
    await post('batch', {
      batch: [
        { ...track('Live'), userId: 'live', properties: { a: 1 } },
        { type: 'track', userId: 'live' },
      ],
    });
    const { rows, cursor: next } = await ask('listLiveEvents', { query: { after: cursor } });
    expect(rows).toEqual([
      expect.objectContaining({ ok: true, event: 'Live', personName: 'Lea Live', props: { a: '1' }, rawId: 'live' }),
      expect.objectContaining({
        ok: false,
        type: 'track',
        problems: [expect.objectContaining({ field: 'event', remedy: expect.any(String) })],
      }),
    ]);
    expect((await ask('listLiveEvents', { query: { after: next } })).rows).toEqual([]);
    expect((await ask('listLiveEvents', { query: { bad: 'true', after: cursor } })).rows).toHaveLength(1);
    expect((await ask('listLiveEvents', { query: { bad: 'false', after: cursor } })).rows).toHaveLength(2);
    expect((await ask('listLiveEvents', { query: { event: 'Live', after: cursor } })).rows).toHaveLength(1);
  });

  it('shows a message as it came, with its ids, its clock and what was made of it; a repetition is a duplicate', async () => {
    const sentAt = new Date(Date.now() - 90_000).toISOString();
    const timestamp = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const context = { ip: '203.0.113.7', library: { name: 'perennial-sdk', version: '0.1.0' } };
    const message = { ...track('Looked into', { properties: { plan: 'pro' } }), userId: 'live', messageId: 'looked-1', timestamp, context };
    const { cursor } = await ask('listLiveEvents', {});
    await post('batch', { sentAt, batch: [message] });
    await post('batch', { sentAt, batch: [message] });
    const { rows } = await ask('listLiveEvents', { query: { after: cursor, source: 'perennial-sdk@0.1.0' } });
    expect(rows.map(({ outcome, personName, ok }) => [outcome, personName, ok])).toEqual([
      ['duplicate', null, true],
      ['taken', 'Lea Live', true],
    ]);
    expect(await ask('listLiveEvents', { query: { after: cursor, only: 'duplicate' } })).toMatchObject({
      rows: [{ id: rows[0]!.id }],
      events: ['Looked into'],
      sources: ['perennial-sdk@0.1.0'],
    });
    const found = (await ask('getLiveEvent', { params: { id: rows[1]!.id } })) as unknown as LiveMessage;
    expect(found).toMatchObject({
      event: { id: rows[1]!.id, personId: expect.stringMatching(/^per_/), lateMs: expect.any(Number) },
      raw: { ...message, context: { library: context.library } },
      ids: { messageId: 'looked-1', userId: 'live', groupId: null },
      ...{ timestamp: Date.parse(timestamp), sentAt: Date.parse(sentAt) },
    });
    expect(JSON.stringify(found)).not.toContain('203.0.113.7');
    // The clock of its sender is taken to be as far off as it says, and what happened is moved by it.
    expect(found.event.at - found.timestamp!).toBe(found.skewMs);
    expect(found.skewMs).toBe(found.event.receivedAt - Date.parse(sentAt));
    await expect(ask('getLiveEvent', { params: { id: 'none-1' } })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not flooded by history, but shows what was refused of it', async () => {
    const { cursor } = await ask('listLiveEvents', {});
    await post('batch', {
      historicalMigration: true,
      batch: [track('Quiet past', { timestamp: new Date(NOW - 90 * 86_400_000).toISOString() }), { type: 'track', userId: 'u1' }],
    });
    const { rows } = await ask('listLiveEvents', { query: { after: cursor } });
    expect(rows).toEqual([expect.objectContaining({ ok: false })]);
  });

  it('answers the validator and keeps nothing', async () => {
    expect(await ask('validateEvent', { body: { message: track('Only Tried', { properties: { a: { b: 2 } } }) } })).toEqual({
      ok: true,
      event: 'Only Tried',
      problems: [],
      warnings: [],
      props: { 'a.b': '2' },
    });
    expect(await ask('validateEvent', { body: { message: { type: 'track' } } })).toMatchObject({ ok: false, event: null });
    expect(await stored('Only Tried')).toEqual([]);
  });
});

describe('the tracking script', () => {
  it('is built once, kept by browsers and asked after by its tag', async () => {
    const first = await door.app.request('/sdk.js');
    expect(first.headers.get('content-type')).toContain('text/javascript');
    expect(first.headers.get('cache-control')).toContain('max-age=86400');
    const code = await first.text();
    const again = await door.app.request('/sdk.js', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const zipped = await door.app.request('/sdk.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan(5 * 1024);
    expect(code).toContain('/v1/batch');
  });
});
