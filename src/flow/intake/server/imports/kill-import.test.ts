import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/postgres.ts';
import { type Desk, openDesk } from './testing/desk.ts';

const CHILD = fileURLToPath(new URL('./testing/import-child.ts', import.meta.url));
const ROWS = 40_000;
let desk: Desk;
beforeAll(async () => {
  // This process only takes the files in; the work is the child's.
  desk = await openDesk({ works: false });
});
afterAll(() => desk.close());

const start = (): ChildProcess => fork(CHILD, [desk.postgres.url, desk.folder], { stdio: 'inherit' });
const one = async <T>(query: ReturnType<typeof sql>) => (await desk.rows<T>(query))[0];
const stateOf = (id: string) =>
  one<{ readonly status: string; readonly rows_read: number; readonly left: number }>(sql`
    select status, rows_read, (select coalesce(sum(cardinality(record_ids)), 0)::integer from import_change where import_number = import.number) as left from import where id = ${id}`);

const MAX_KILLS = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills each worker soon after it has come a bit further, the sixth not, until the work is done; answers how often the work was cut off. */
const killUntil = async (id: string, status: string): Promise<number> => {
  for (let kills = 0; ; kills += 1) {
    const before = await stateOf(id);
    if (before?.status === status) return kills - 1;
    const child = start();
    const gone = once(child, 'exit');
    const isFurther = (now: typeof before) => now?.rows_read !== before?.rows_read || now?.left !== before?.left;
    for (let now = before; now?.status !== status && (kills >= MAX_KILLS || !isFurther(now)); now = await stateOf(id)) await pause(10);
    await pause((kills * 137) % 400);
    child.kill('SIGKILL');
    await gone;
  }
};

describe('a process that is killed', () => {
  it('loses nothing and does nothing twice, in an import and in its undo', async () => {
    const header = 'firm_id,firm_name,seats,fee_amount,signup_date,country';
    const text = [header, ...Array.from({ length: ROWS }, (_, i) => `K-${i},Firm ${i},1,2.50,2024-10-16,US`)].join('\n');
    const { id } = await desk.upload('kill_firms.csv', text, { source: 'kill', kind: 'firm' });
    await desk.ask(`/api/v1/imports/${id}/run`);
    const kills = await killUntil(id, 'done');
    expect(kills).toBeGreaterThan(2);
    expect(
      await one(sql`
        select (select count(*)::integer from firm) as firms, (select count(*)::integer from thing_fact) as facts,
          (select sum(cardinality(record_ids))::integer from import_change) as changes, created, updated, unchanged, failed, rows_read from import where id = ${id}`),
    ).toEqual({ firms: ROWS, facts: ROWS, changes: ROWS, created: ROWS, updated: 0, unchanged: 0, failed: 0, rows_read: ROWS });
    await desk.ask(`/api/v1/imports/${id}/undo`);
    await killUntil(id, 'undone');
    expect(
      await one(sql`select (select count(*)::integer from firm) as firms, (select count(*)::integer from thing_fact) as facts`),
    ).toEqual({ firms: 0, facts: 0 });
  }, 120_000);
});
