import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '#kernel/app-error.ts';
import { createTestClickHouse, type TestClickHouse } from './testing.ts';

/** A query that runs for hours; the mark inside (the engine drops trailing comments) finds it among the running ones. */
const heavy = (mark: string): string => `SELECT /* ${mark} */ sum(sipHash64(number)) AS total FROM numbers(1000000000000)`;

let store: TestClickHouse;
beforeAll(async () => {
  store = await createTestClickHouse();
  await store.command(
    "CREATE TABLE visit (id UInt64, page LowCardinality(String), at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 1000",
  );
  await store.command(
    'CREATE TABLE visit_by_page (page LowCardinality(String), n SimpleAggregateFunction(sum, UInt64)) ENGINE = AggregatingMergeTree ORDER BY page SETTINGS non_replicated_deduplication_window = 1000',
  );
  await store.command('CREATE MATERIALIZED VIEW visit_to_page TO visit_by_page AS SELECT page, count() AS n FROM visit GROUP BY page');
});
afterAll(() => store.drop());

const failureOf = async (call: Promise<unknown>): Promise<{ code: string; message: string }> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isAppError(error)) throw new Error('expected an AppError', { cause: error });
  return { code: error.code, message: error.message };
};

const runningQueries = (mark: string): Promise<unknown[]> =>
  store.query("SELECT 1 FROM system.processes WHERE position(query, {mark:String}) > 0 AND query NOT LIKE '%system.processes%'", { mark });

const eventually = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('query', () => {
  it('binds parameters of every shape that we use', async () => {
    const rows = await store.query(
      `SELECT {n:UInt32} AS n, {text:String} AS text, {at:DateTime64(3)} AS at, {list:Array(String)} AS list, {map:Map(String, UInt8)} AS map,
        {none:Nullable(String)} AS none, {flag:Bool} AS flag, {on:Date} AS day`,
      {
        n: 7,
        text: `it's \\ "quoted"\n\té`,
        at: new Date(1_700_000_000_123),
        list: ["a'b", '\\'],
        map: { k: 1 },
        none: null,
        flag: true,
        on: '2026-01-31',
      },
    );
    expect(rows).toEqual([
      {
        n: 7,
        text: `it's \\ "quoted"\n\té`,
        at: '2023-11-14T22:13:20.123Z',
        list: ["a'b", '\\'],
        map: { k: 1 },
        none: null,
        flag: true,
        day: '2026-01-31',
      },
    ]);
  });

  it('returns integers and decimals as numbers and instants as ISO text', async () => {
    const sql =
      "SELECT toUInt64(9007199254740991) AS big, toInt64(-5) AS negative, toDecimal64(1.25, 2) AS money, toDateTime(0, 'UTC') AS epoch";
    expect(await store.query(sql)).toEqual([{ big: 9_007_199_254_740_991, negative: -5, money: 1.25, epoch: '1970-01-01T00:00:00Z' }]);
  });

  it('sends a list of 50,000 ids as one parameter', async () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => index);
    expect(await store.query('SELECT length({ids:Array(UInt64)}) AS n', { ids })).toEqual([{ n: 50_000 }]);
  });

  it('never lets a parameter or setting of one query reach the next', async () => {
    const forgetful = Array.from({ length: 20 }, async (_, index) => {
      await store.query('SELECT {secret:UInt32} AS n', { secret: index }, { settings: { max_threads: 1 } });
      return failureOf(store.query('SELECT {secret:UInt32} AS n'));
    });
    for (const failure of await Promise.all(forgetful)) expect(failure.message).toContain('UNKNOWN_QUERY_PARAMETER');
    const [settings] = await store.query<{ changed: boolean }>("SELECT changed FROM system.settings WHERE name = 'max_threads'");
    expect(Boolean(settings?.changed)).toBe(false);
  });

  it('keeps the parameters of parallel queries apart', async () => {
    const asked = Array.from({ length: 60 }, (_, n) =>
      store.query('SELECT {n:UInt32} AS n, sum(sipHash64(number)) > 0 AS busy FROM numbers(20000)', { n }),
    );
    expect((await Promise.all(asked)).map(([row]) => (row as { n: number }).n)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });
});

describe('failures', () => {
  it('names what is wrong with a statement', async () => {
    expect((await failureOf(store.query('SELEC 1'))).message).toContain('SYNTAX_ERROR');
    expect((await failureOf(store.query('SELECT * FROM nowhere'))).message).toContain('UNKNOWN_TABLE');
    expect((await failureOf(store.command('DROP TABLE nowhere'))).code).toBe('internal');
  });

  it.each([
    ['SELECT {v:UInt8}', 'hush-hush'],
    ['SELECT toUInt32({v:String})', "it's hush-hush"],
    ['SELECT throwIf(1, {v:String})', 'hush-hush'],
    ['SELECT parseDateTimeBestEffort({v:String})', 'hush-hush'],
  ])('never repeats the value bound in %s', async (sql, v) => {
    const { message } = await failureOf(store.query(sql, { v }));
    expect(message).not.toContain('hush');
  });

  it('stops a query that takes longer than it may', async () => {
    const slow = store.query(heavy('slow'), {}, { settings: { max_execution_time: 0.2 } });
    expect(await failureOf(slow)).toMatchObject({ code: 'unavailable', message: expect.stringContaining('longer') });
  });

  it('is unavailable when nothing listens', async () => {
    const { connectClickHouse } = await import('./connect.ts');
    const nobody = await connectClickHouse({ url: 'http://default:x@127.0.0.1:9' });
    expect(await nobody.ping()).toBe(false);
    expect((await failureOf(nobody.command('SELECT 1'))).code).toBe('unavailable');
    await nobody.close();
  });
});

describe('insertLines', () => {
  const arrays = (firstId: number, count: number): string =>
    Array.from({ length: count }, (_, index) =>
      JSON.stringify(['2026-01-31T12:00:00.123Z', firstId + index, index % 2 ? '/a' : '/b']),
    ).join('\n');
  const batch = (firstId: number, count: number): string =>
    Array.from({ length: count }, (_, index) =>
      JSON.stringify({ id: firstId + index, page: index % 2 ? '/a' : '/b', at: '2026-01-31T12:00:00.123Z' }),
    ).join('\n');

  it('inserts a batch once, also in a dependent view, however often its token is sent', async () => {
    for (let round = 0; round < 3; round += 1) await store.insertLines('visit', batch(0, 100), { token: 'batch-1' });
    await store.insertLines('visit', Buffer.from(arrays(0, 100)), { token: 'batch-2', columns: ['at', 'id', 'page'] });
    expect(await store.query('SELECT count() AS n, min(at) AS at FROM visit')).toEqual([{ n: 200, at: '2026-01-31T12:00:00.123Z' }]);
    expect(await store.query('SELECT page, sum(n) AS n FROM visit_by_page GROUP BY page ORDER BY page')).toEqual([
      { page: '/a', n: 100 },
      { page: '/b', n: 100 },
    ]);
  });

  it('refuses unknown fields and values of the wrong type, inserts nothing and does not repeat the row', async () => {
    const before = await store.query('SELECT count() AS n FROM visit');
    expect((await failureOf(store.insertLines('visit', '{"id":1,"pag":"hush-hush"}', { token: 'odd-1' }))).message).toContain('pag');
    const { message } = await failureOf(store.insertLines('visit', '{"id":"hush-hush","page":"hush-hush"}', { token: 'odd-2' }));
    expect(message).not.toContain('hush');
    expect((await failureOf(store.insertLines('visit; DROP TABLE visit', '{}', { token: 'odd-3' }))).code).toBe('invalid');
    expect(await store.query('SELECT count() AS n FROM visit')).toEqual(before);
  });
});

describe('many at once', () => {
  it('stops the query in the engine when the caller gives up', async () => {
    const mark = `give_up_${randomUUID().slice(0, 8)}`;
    const giveUp = new AbortController();
    const asked = failureOf(store.query(heavy(mark), {}, { signal: giveUp.signal }));
    await eventually(async () => (await runningQueries(mark)).length === 1);
    giveUp.abort();
    expect((await asked).code).toBe('unavailable');
    await eventually(async () => (await runningQueries(mark)).length === 0);
  });

  it('stops a query by its id', async () => {
    const queryId = randomUUID();
    const asked = failureOf(store.query(heavy('by_id'), {}, { queryId }));
    await eventually(async () => (await runningQueries('by_id')).length === 1);
    await store.command('KILL QUERY WHERE query_id = {queryId:String} SYNC', { queryId });
    expect((await asked).message).toContain('cancelled');
  });

  it('answers a light question quickly beside two heavy ones', async () => {
    const giveUp = new AbortController();
    const asked = [1, 2].map(() => failureOf(store.query(heavy('side_by_side'), {}, { signal: giveUp.signal })));
    await eventually(async () => (await runningQueries('side_by_side')).length === 2);
    const startedAt = performance.now();
    expect(await store.query('SELECT {n:UInt8} AS n', { n: 1 })).toEqual([{ n: 1 }]);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    giveUp.abort();
    await Promise.all(asked);
  });
});
