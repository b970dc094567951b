import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenUniqueRule, connectPostgres, sql } from '../postgres.ts';
import { freePort } from './free-port.ts';
import { createTestPostgres, type TestPostgres } from './testing.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await createTestPostgres({ empty: true });
  await sql`create table counter (id text primary key, value int not null)`.execute(postgres.db);
});
afterAll(() => postgres.drop());

const one = async (expression: string): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(postgres.db);
  return rows[0]?.value;
};

describe('values', () => {
  it.each([
    ['42::int8', 42],
    ['count(*)', 1],
    ['-9007199254740991::int8', -9007199254740991],
    ["'{1,null,3}'::int8[]", [1, null, 3]],
    ['12.50::numeric', '12.50'],
    ["date '2024-02-29'", '2024-02-29'],
    ["array[date '2024-02-29']", ['2024-02-29']],
    ["timestamptz '2024-02-29 12:00+02'", new Date('2024-02-29T10:00:00Z')],
    ["date_trunc('day', timestamptz '2024-02-29 23:30Z')", new Date('2024-02-29T00:00:00Z')],
    ['\'{"a":[1]}\'::jsonb', { a: [1] }],
    ['null::int8', null],
  ])('%s', async (expression, expected) => {
    expect(await one(expression)).toEqual(expected);
  });

  it('refuses a whole number that JavaScript would round', async () => {
    await expect(one('9007199254740993::int8')).rejects.toMatchObject({ code: 'internal' });
    expect(await one('1')).toBe(1);
  });
});

describe('errors', () => {
  it('calls a broken unique rule a conflict, by name and without the value', async () => {
    const insert = () => sql`insert into counter values (${'ada@example.com'}, 1)`.execute(postgres.db);
    await insert();
    const error = await insert().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'conflict' });
    expect(brokenUniqueRule(error)).toBe('counter_pkey');
    expect(JSON.stringify([error, (error as Error).cause])).not.toContain('ada@');
  });

  it('calls a server that does not answer unavailable', async () => {
    const url = `postgres://nobody:secret@127.0.0.1:${await freePort()}/none`;
    const error = await connectPostgres({ url }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(JSON.stringify([error, (error as Error).cause])).not.toContain('secret');
  });

  it('survives the loss of its connections', async () => {
    const lost = await sql`select pg_terminate_backend(pg_backend_pid())`.execute(postgres.db).catch((caught: unknown) => caught);
    expect(lost).toMatchObject({ code: 'unavailable' });
    expect(await one('1')).toBe(1);
  });
});

describe('transaction', () => {
  it('keeps nothing of work that fails', async () => {
    const failing = postgres.transaction(async (tx) => {
      await sql`insert into counter values ('half', 1)`.execute(tx);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const { rows } = await sql`select 1 from counter where id = 'half'`.execute(postgres.db);
    expect(rows).toEqual([]);
  });

  it('runs the loser of a race again, so that no increment is lost', async () => {
    await sql`insert into counter values ('race', 0)`.execute(postgres.db);
    const increment = () =>
      postgres.transaction(async (tx) => {
        await sql`set transaction isolation level serializable`.execute(tx);
        await sql`update counter set value = value + 1 where id = 'race'`.execute(tx);
      });
    await Promise.all([increment(), increment(), increment()]);
    const { rows } = await sql<{ value: number }>`select value from counter where id = 'race'`.execute(postgres.db);
    expect(rows).toEqual([{ value: 3 }]);
  });

  it('gives up after three lost races', async () => {
    let runs = 0;
    const losing = postgres.transaction(async (tx) => {
      runs += 1;
      await sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`.execute(tx);
    });
    await expect(losing).rejects.toMatchObject({ code: 'conflict' });
    expect(runs).toBe(3);
  });
});
