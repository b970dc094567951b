import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import { permissionsOf } from '#platform/access/permissions.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

let product: TestProduct;
let mine: TestWorkspace;

beforeAll(async () => {
  product = await startProduct();
  mine = await product.workspace({ name: 'Mine' });
});
afterAll(() => product.stop());

const pathOf = (endpoint: Endpoint): string => endpoint.path.replaceAll(/:\w+/g, 'none_000000000');
const ask = (endpoint: Endpoint, headers: Record<string, string>) =>
  fetch(`${product.url}${pathOf(endpoint)}`, {
    method: endpoint.method,
    headers: { ...headers, ...(endpoint.body ? { 'content-type': 'application/json' } : {}) },
    ...(endpoint.body || endpoint.transfer === 'upload' ? { body: '{}' } : {}),
  });
const guarded = (): Endpoint[] => product.routes.map((route) => route.endpoint).filter((endpoint) => endpoint.policy !== 'anyone');

describe('every route', () => {
  it('has an operation id, a path and a method of its own', () => {
    const endpoints = product.routes.map((route) => route.endpoint);
    expect(endpoints.length).toBeGreaterThan(60);
    expect(new Set(endpoints.map((endpoint) => endpoint.id)).size).toBe(endpoints.length);
    expect(new Set(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path.replaceAll(/:\w+/g, ':')}`)).size).toBe(
      endpoints.length,
    );
  });

  it('refuses a stranger', async () => {
    for (const endpoint of guarded()) expect([endpoint.id, (await ask(endpoint, {})).status]).toEqual([endpoint.id, 401]);
  });

  it('refuses a key that does not exist, and one that lacks the permission', async () => {
    const powerless = await product.workspace({ name: 'Powerless', permissions: [] });
    for (const endpoint of guarded()) {
      expect([endpoint.id, (await ask(endpoint, { authorization: 'Bearer pak_nothing' })).status]).toEqual([endpoint.id, 401]);
      if (endpoint.policy !== 'signed-in')
        expect([endpoint.id, (await ask(endpoint, { authorization: `Bearer ${powerless.key}` })).status]).toEqual([endpoint.id, 403]);
    }
  });

  it('refuses a member of another workspace', async () => {
    const theirs = await product.workspace({ name: 'Theirs' });
    const cookie = await memberOf(product, theirs, 'owner');
    for (const endpoint of guarded().filter((one) => one.policy !== 'signed-in')) {
      const response = await ask(endpoint, { cookie, origin: product.url, 'perennial-workspace': mine.slug });
      expect([endpoint.id, response.status]).toEqual([endpoint.id, 404]);
    }
  });

  it.each(['owner', 'admin', 'member', 'viewer'] as const)('lets a %s do what the role may, and nothing else', async (role) => {
    const cookie = await memberOf(product, mine, role);
    const may = new Set<string>(permissionsOf(role, null));
    for (const endpoint of guarded().filter((one) => one.policy !== 'signed-in' && one.method === 'GET')) {
      const { status } = await ask(endpoint, { cookie, origin: product.url, 'perennial-workspace': mine.slug });
      const allowed = may.has(endpoint.policy);
      expect([endpoint.id, status === 403]).toEqual([endpoint.id, !allowed]);
      expect([endpoint.id, status < 500]).toEqual([endpoint.id, true]);
    }
  });

  it('answers nonsense with a problem, never with a failure', async () => {
    for (const endpoint of guarded().filter((one) => one.policy !== 'signed-in')) {
      const response = await ask(endpoint, { authorization: `Bearer ${mine.key}` });
      expect([endpoint.id, response.status < 500]).toEqual([endpoint.id, true]);
      if (response.status >= 400)
        expect([endpoint.id, response.headers.get('content-type')]).toEqual([endpoint.id, 'application/problem+json; charset=utf-8']);
    }
  });
});

describe('the OpenAPI document', () => {
  it('is version 3.1 and names every operation with its answer', async () => {
    const document = await (await fetch(`${product.url}/api/v1/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string; responses: object }>>).flatMap(
      (path) => Object.values(path),
    );
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(product.routes.map((route) => route.endpoint.id).sort());
  });
});

describe('the product', () => {
  it('says how it is', async () => {
    expect(await (await fetch(`${product.url}/healthz`)).json()).toMatchObject({ ok: true });
  });
});
