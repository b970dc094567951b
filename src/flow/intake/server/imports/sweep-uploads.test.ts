import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manualClock } from '#platform/clock.ts';
import { sql } from '#platform/postgres.ts';
import { KEPT_DAYS, sweepSpent } from './sweep-uploads.ts';
import { type Desk, openDesk } from './testing/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('keeps uploads for a month, and those of imports that can be resumed for as long as that is so', async () => {
  const done = await desk.bring('firms.csv', 'firm_id,name\nF-1,Acme\n', { kind: 'firm' });
  const cut = await desk.bring('others.csv', 'firm_id,name\nF-2,Bolt\n', { kind: 'firm' });
  const waiting = await desk.upload('more.csv', 'firm_id,name\nF-3,Cosy\n', { kind: 'firm' });
  await sql`update import set status = 'failed' where id = ${cut.id}`.execute(desk.postgres.db);
  const left = async (days: number) => {
    const clock = manualClock(Date.now() + days * 86_400_000);
    await sweepSpent({ folder: desk.folder, postgres: desk.postgres, clock });
    return (await readdir(join(desk.folder, '1'))).map((name) => name.replace(/\..*/, '')).sort();
  };
  expect(await left(KEPT_DAYS - 1)).toEqual([done.id, cut.id, waiting.id].sort());
  expect(await left(KEPT_DAYS + 1)).toEqual([cut.id]);
});

it('lists imports page by page, the newest first', async () => {
  const page = async (query: string) =>
    (await (await desk.call('GET', `/api/v1/imports?${query}`)).json()) as { rows: { fileName: string }[]; nextCursor: string | null };
  const first = await page('limit=2');
  expect(first.rows.map(({ fileName }) => fileName)).toEqual(['more.csv', 'others.csv']);
  const second = await page(`limit=2&cursor=${first.nextCursor}`);
  expect(second.rows.map(({ fileName }) => fileName)).toEqual(['firms.csv']);
  expect(second.nextCursor).toBeNull();
});
