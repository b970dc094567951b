import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { admitted, createPace, createPlaces } from './admission.ts';

/** Runs for hours unless it is stopped. */
const HEAVY = 'select sum(sipHash64(number)) as total from numbers(1000000000000)';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const heavy = (store: TestClickHouse | ReturnType<typeof admitted>, stop: AbortController): Promise<string> =>
  store.query(HEAVY, {}, { signal: stop.signal }).then(
    () => 'answered',
    (error: Error) => error.message,
  );
const running = async (): Promise<number> =>
  Number(
    (
      await clickhouse.query<{ n: number }>(
        "select count() as n from system.processes where query like '%sipHash64(number)) as total%' and query not like '%system.processes%'",
      )
    )[0]!.n,
  );
const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('questions at once', () => {
  it('are so many; the others wait while what is not a question is answered, and who gives up leaves the queue', async () => {
    const store = admitted(clickhouse, 2);
    const stops = [1, 2, 3, 4].map(() => new AbortController());
    const asked = stops.map((stop) => heavy(store, stop));
    await until(async () => (await running()) === 2);
    expect(await clickhouse.query('select 1 as one')).toEqual([{ one: 1 }]);
    stops[3]!.abort();
    expect(await asked[3]).toBe('The question was cancelled.');
    expect(await running()).toBe(2);
    stops[0]!.abort();
    expect(await asked[0]).toBe('The question was cancelled.');
    // Its place goes to the third; each that is cancelled ends in the engine too.
    await until(async () => (await running()) === 2);
    for (const stop of stops) stop.abort();
    await Promise.all(asked);
    await until(async () => (await running()) === 0);
    expect(await store.query('select 2 as two')).toEqual([{ two: 2 }]);
  });

  it('give their place back when they fail', async () => {
    const store = admitted(clickhouse, 1);
    await expect(store.query('select * from nowhere')).rejects.toThrow();
    expect(await store.query('select 3 as three')).toEqual([{ three: 3 }]);
  });
});

describe('places', () => {
  it('go first to those who keep them shortly, else in the order of asking, and to nobody who has given up', async () => {
    const places = createPlaces(1);
    const came: string[] = [];
    const leave = await places.take(undefined, 0);
    expect(places.isFree()).toBe(false);
    const stop = new AbortController();
    const asked: readonly (readonly [name: string, ms: number])[] = [
      ['long', 10_000],
      ['short', 20],
      ['as short', 20],
      ['longest', 20_000],
    ];
    const waiting = asked.map(async ([name, ms]) => {
      const left = await places.take(undefined, ms);
      came.push(name);
      left();
    });
    const gone = places.take(stop.signal, 0);
    stop.abort();
    await expect(gone).rejects.toThrow('cancelled');
    leave();
    await Promise.all(waiting);
    expect(came).toEqual(['short', 'as short', 'long', 'longest']);
    expect(places.isFree()).toBe(true);
  });

  it('are asked for by a pace that follows what work took', () => {
    const pace = createPace();
    const unknown = pace.of('paths');
    for (let run = 0; run < 20; run++) pace.took('paths', 2_000);
    expect(pace.of('paths')).toBeCloseTo(2_000, -1);
    expect(pace.of('trend')).toBe(unknown);
  });
});
