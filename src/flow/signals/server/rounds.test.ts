import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/postgres.ts';
import { type OpenSignals, openSignals } from '../testing/open-signals.ts';

let test: OpenSignals;
beforeAll(async () => {
  test = await openSignals(Date.parse('2026-03-01T12:00:00Z'));
});
afterAll(() => test?.close());

it('asks for one round soon after the start, however often it starts, so that a day that began meanwhile is not waited for', async () => {
  await test.signals.start();
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from start_after - created_on)::float8 as seconds from jobs.job where name = 'signals-round' and state = 'created'`.execute(
    test.postgres.db,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.seconds).toBeCloseTo(10, 0);
});
