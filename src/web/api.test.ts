import { describe, expect, it } from 'vitest';
import { addressOf, workspaceInPath } from './api.ts';
import { errorFromResponse, fieldError } from './api-error.ts';

describe('addressOf', () => {
  const endpoint = { id: 'getAccount', path: '/api/v1/accounts/:id/notes' };

  it('puts params in, encoded, and leaves empty query values out', () => {
    expect(addressOf(endpoint, { params: { id: 'a/b' }, query: { search: '', limit: 50, cursor: undefined } })).toBe(
      '/api/v1/accounts/a%2Fb/notes?limit=50',
    );
  });

  it('writes objects as JSON', () => {
    const address = addressOf({ id: 'list', path: '/api/v1/accounts' }, { query: { filter: { all: [] } } });
    expect(new URL(address, 'http://x').searchParams.get('filter')).toBe('{"all":[]}');
  });

  it('refuses a missing parameter', () => {
    expect(() => addressOf(endpoint, {})).toThrow('getAccount needs the parameter “id”');
  });
});

describe('workspaceInPath', () => {
  it('reads the slug', () => {
    expect(workspaceInPath('/w/acme/accounts')).toBe('acme');
    expect(workspaceInPath('/sign-in')).toBeUndefined();
  });
});

describe('errorFromResponse', () => {
  it('reads problem+json, with the fields for the form', async () => {
    const body = JSON.stringify({
      code: 'invalid',
      title: 'Some of the input is not right',
      fields: [{ field: 'name', code: 'too_small', message: 'Too short.', remedy: 'Write more.' }],
      id: 'req_1',
    });
    const error = await errorFromResponse(new Response(body, { status: 422, headers: { 'content-type': 'application/problem+json' } }));
    expect(error).toMatchObject({ status: 422, code: 'invalid', id: 'req_1' });
    expect(fieldError(error, 'name')).toBe('Too short. Write more.');
    expect(fieldError(error, 'other')).toBeUndefined();
  });

  it('describes an answer of a proxy by its status', async () => {
    const error = await errorFromResponse(
      new Response('<html>', { status: 503, statusText: 'Service Unavailable', headers: { 'retry-after': '7' } }),
    );
    expect(error).toMatchObject({ code: 'unavailable', retryAfter: 7, title: 'Service Unavailable' });
  });
});
