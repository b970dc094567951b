import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import { createHttp } from '#platform/http.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { AUTH_PATH } from './auth.ts';
import { forgetOldKeys } from './idempotency.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
let app: ReturnType<typeof createHttp>['app'];
const ORIGIN = 'http://localhost';
const person = { email: 'ada@example.com', password: 'a long enough password', name: 'Ada' };

beforeAll(async () => {
  postgres = await createTestPostgres();
  const access = createAccess({ postgres, clock: systemClock, secret: 'x'.repeat(40), publicUrl: undefined });
  const http = createHttp({
    clock: systemClock,
    log: silentLog,
    publicUrl: undefined,
    idempotency: access.idempotency,
    identify: access.callers.identify,
  });
  http.app.all(`${AUTH_PATH}/*`, (context) => access.auth.handle(context.req.raw));
  http.mount(access.routes);
  app = http.app;
});
afterAll(() => postgres.drop());

const send = (method: string, path: string, options: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {}) =>
  app.request(`${ORIGIN}${path}`, {
    method,
    headers: {
      origin: ORIGIN,
      host: 'localhost',
      ...(options.body ? { 'content-type': 'application/json' } : {}),
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...options.headers,
    },
    ...(options.body ? { body: JSON.stringify(options.body) } : {}),
  });

const signUp = async (body: object, headers: Record<string, string> = {}) => {
  const response = await send('POST', `${AUTH_PATH}/sign-up/email`, { body, headers });
  return {
    response,
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
};

describe('a first user', () => {
  let cookie = '';

  it('may sign up, and nobody after without an invitation', async () => {
    expect((await (await send('GET', '/api/v1/me')).json()).fresh).toBe(true);
    const first = await signUp(person);
    expect(first.response.status).toBe(200);
    cookie = first.cookie;
    const second = await signUp({ ...person, email: 'eve@example.com' });
    expect(second.response.status).toBe(403);
  });

  it('creates a workspace and owns it', async () => {
    const created = await send('POST', '/api/v1/workspaces', {
      cookie,
      body: { name: 'Acme & Söhne', timeZone: 'Europe/Berlin', currency: 'eur' },
    });
    expect(created.status).toBe(201);
    expect(await created.json()).toMatchObject({ slug: 'acme-sohne', currency: 'EUR' });
    const me = await (await send('GET', '/api/v1/me', { cookie })).json();
    expect(me.workspace).toMatchObject({ role: 'owner' });
    expect(me.workspace.permissions).toContain('money.read');
  });

  it('changes one setting of it and leaves the others', async () => {
    const changed = await send('PATCH', '/api/v1/workspace', { cookie, body: { weekStart: 0 } });
    expect(await changed.json()).toMatchObject({ name: 'Acme & Söhne', timeZone: 'Europe/Berlin', currency: 'EUR', weekStart: 0 });
  });

  it('issues an API key that works until it is revoked', async () => {
    const key = await (
      await send('POST', '/api/v1/keys', { cookie, body: { name: 'ci', kind: 'api', permissions: ['records.read'] } })
    ).json();
    const headers = { authorization: `Bearer ${key.secret}` };
    expect((await send('GET', '/api/v1/members', { headers })).status).toBe(200);
    expect((await send('GET', '/api/v1/keys', { headers })).status).toBe(403);
    await send('DELETE', `/api/v1/keys/${key.id}`, { cookie });
    expect((await send('GET', '/api/v1/members', { headers })).status).toBe(401);
  });

  it('invites a colleague, who sees only what the role allows', async () => {
    const invitation = await (
      await send('POST', '/api/v1/invitations', { cookie, body: { email: 'bo@example.com', role: 'viewer' } })
    ).json();
    const token = new URL(invitation.link).searchParams.get('token') ?? '';
    const bo = await signUp({ ...person, email: 'bo@example.com', name: 'Bo' }, { 'perennial-invitation': token });
    expect(bo.response.status).toBe(200);
    expect((await send('POST', '/api/v1/invitations/accept', { cookie: bo.cookie, body: { token } })).status).toBe(200);
    const refused = await send('POST', '/api/v1/keys', { cookie: bo.cookie, body: { name: 'x', kind: 'api' } });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toContain('problem+json');
  });

  it('refuses a write from another site', async () => {
    const response = await send('PATCH', '/api/v1/workspace', {
      cookie,
      body: { name: 'Stolen' },
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  it('stays when it is the last owner', async () => {
    const { members } = await (await send('GET', '/api/v1/members', { cookie })).json();
    const owner = members.find((member: { role: string }) => member.role === 'owner');
    expect((await send('DELETE', `/api/v1/members/${owner.userId}`, { cookie })).status).toBe(409);
  });

  it('answers a repeated request with the same key once', async () => {
    const ask = () =>
      send('POST', '/api/v1/keys', { cookie, body: { name: 'once', kind: 'write' }, headers: { 'idempotency-key': 'k-1' } });
    const [first, second] = [await (await ask()).json(), await (await ask()).json()];
    expect(second.id).toBe(first.id);
  });

  it('forgets keys of requests after a day', async () => {
    expect(await forgetOldKeys(postgres.db, Date.now())).toBe(0);
    expect(await forgetOldKeys(postgres.db, Date.now() + 90_000_000)).toBe(1);
  });

  it('names the wrong field', async () => {
    const problem = await (await send('POST', '/api/v1/workspaces', { cookie, body: { name: '' } })).json();
    expect(problem.fields[0].field).toBe('name');
  });
});
