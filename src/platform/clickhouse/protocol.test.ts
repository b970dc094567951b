import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from './testing.ts';

const address = new URL(inject('clickhouseUrl'));
const origin = `${address.protocol}//${address.host}`;
const auth = { 'X-ClickHouse-User': decodeURIComponent(address.username), 'X-ClickHouse-Key': decodeURIComponent(address.password) };

let store: TestClickHouse;
beforeAll(async () => {
  store = await createTestClickHouse();
  await store.command('CREATE TABLE t (id UInt64, word String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => store.drop());

const post = (search: Record<string, string>, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${origin}/?${new URLSearchParams({ database: store.database, ...search })}`, {
    method: 'POST',
    body,
    headers: { ...auth, ...headers },
  });

describe('the protocol', () => {
  it('answers a ping without a secret, and nothing else', async () => {
    expect(await (await fetch(`${origin}/ping`)).text()).toBe('Ok.\n');
    const stranger = await fetch(`${origin}/?query=SELECT+1`, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': 'default', 'X-ClickHouse-Key': 'guess' },
    });
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    expect(stranger.headers.get('x-clickhouse-exception-code')).toBe('516');
  });

  it('takes the statement from the body or the URL, in the format asked for', async () => {
    expect(await (await post({}, 'SELECT 1, 2')).text()).toBe('1\t2\n');
    expect(await (await post({ query: 'SELECT {a:UInt8} AS a', param_a: '3', default_format: 'JSONEachRow' }, '')).text()).toBe(
      '{"a":3}\n',
    );
    expect(await (await post({}, 'SELECT 1 AS a FORMAT CSV')).text()).toBe('1\n');
  });

  it('takes rows behind the statement or in a body of their own, plain or gzipped', async () => {
    const inline = await post({}, 'INSERT INTO t FORMAT JSONEachRow\n{"id":1,"word":"one; two"}\n{"id":2}');
    expect(JSON.parse(inline.headers.get('x-clickhouse-summary') ?? '{}')).toMatchObject({ written_rows: '2' });
    await post({ query: 'INSERT INTO t (id, word) FORMAT JSONEachRow' }, new Uint8Array(gzipSync('{"id":3,"word":"é"}\n')), {
      'Content-Encoding': 'gzip',
    });
    await post({ query: 'INSERT INTO t FORMAT TabSeparated' }, '4\tfour\n');
    await post({}, "INSERT INTO t VALUES (5, 'five')");
    expect(await store.query('SELECT groupArray(word) AS words FROM (SELECT word FROM t ORDER BY id)')).toEqual([
      { words: ['one; two', '', 'é', 'four', 'five'] },
    ]);
  });

  it('tells errors as a server does', async () => {
    const refused = await post({}, 'SELECT * FROM nowhere');
    expect(refused.status).toBe(404);
    expect(refused.headers.get('x-clickhouse-exception-code')).toBe('60');
    expect(await refused.text()).toMatch(/^Code: 60\. DB::Exception: .*\(UNKNOWN_TABLE\)/s);
  });
});
