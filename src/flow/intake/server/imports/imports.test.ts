import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { diskIsFull } from '#platform/disk.ts';
import { sql } from '#platform/postgres.ts';
import type { Import } from '../../contracts.ts';
import type { ImportTarget } from '../import-target.ts';
import { type Desk, openDesk } from './testing/desk.ts';
import { firmTarget, orderTarget } from './testing/things.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const HEADER = 'firm_id,firm_name,seats,fee_amount,signup_date,country,region';
const firm = (n: number, name = `Firm ${n}`) => `F-${n},${name},${n % 50},12.5${n % 10},${(n % 28) + 1}-10-2024,US,north`;
const firms = (count: number, from = 1) => [HEADER, ...Array.from({ length: count }, (_, i) => firm(from + i))].join('\r\n');
const counts = ({ rowsRead, created, updated, unchanged, failed }: Import) => ({ rowsRead, created, updated, unchanged, failed });
const firmCount = async (ws: number, source: string) =>
  Number((await desk.rows<{ n: number }>(sql`select count(*) as n from firm where ws = ${ws} and source = ${source}`))[0]?.n);
const factCount = async (ws: number) =>
  Number((await desk.rows<{ n: number }>(sql`select count(*) as n from thing_fact where ws = ${ws}`))[0]?.n);

describe('an upload', () => {
  it('is inspected: kind, mapping and formats are guessed, and the file is ours alone', async () => {
    const taken = await desk.upload('../acme_firms.csv', firms(30));
    expect(taken).toMatchObject({ fileName: 'acme_firms.csv', kind: 'firm', source: 'acme', status: 'mapping', rowsTotal: 30, created: 0 });
    expect(taken.format).toMatchObject({ fileKind: 'csv', delimiter: ',', dateOrder: 'day-first', dateOrderSure: true, currency: 'USD' });
    expect(taken.mapping.map(({ target }) => target)).toEqual([
      'external_id',
      'name',
      'seats',
      'fee',
      'signed_on',
      'country',
      'custom:region',
    ]);
    expect(taken.preview[0]?.[1]).toBe('Firm 1');
    const [stored] = (await readdir(join(desk.folder, '1'))).filter((name) => name.startsWith(taken.id));
    expect(statSync(join(desk.folder, '1', stored ?? '')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when it cannot be read', async () => {
    const before = (await readdir(join(desk.folder, '1'))).length;
    for (const [name, body, status] of [
      ['empty.csv', new Uint8Array(0), 422],
      ['old.xlsx', 'not a workbook', 415],
    ] as const) {
      const response = await desk.call('POST', `/api/v1/imports?fileName=${name}`, { body: body as BodyInit });
      expect(response.status).toBe(status);
    }
    const unknown = await desk.call('POST', '/api/v1/imports?fileName=a.csv&kind=dragon', { body: 'a,b\n1,2' });
    expect(await unknown.json()).toMatchObject({ code: 'invalid', remedy: expect.stringContaining('firm, order') });
    expect((await readdir(join(desk.folder, '1'))).length).toBe(before);
  });

  it('is read again when a person says otherwise', async () => {
    const taken = await desk.upload(
      'odd.csv',
      'firm_id;firm_name;signup_date;fee_amount\nF-1;Ann, Inc;03/04/2024;1,250\nF-2;Bob;05/06/2024;2,500\n',
      { kind: 'firm' },
    );
    expect(taken.format).toMatchObject({ delimiter: ';', dateOrderSure: false });
    const refused = await desk.call('POST', `/api/v1/imports/${taken.id}/run`);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('signup_date') });
    const patch = (body: object) => desk.call('PATCH', `/api/v1/imports/${taken.id}`, { body });
    const told = (await (await patch({ format: { dateOrder: 'month-first', decimal: 'point' } })).json()) as Import;
    expect(told.format).toMatchObject({ dateOrder: 'month-first', dateOrderSure: true });
    const moved = (await (await patch({ mapping: [{ index: 2, target: 'name' }] })).json()) as Import;
    expect(moved.mapping.map(({ target }) => target)).toEqual(['external_id', null, 'name', 'fee']);
    expect((await patch({ mapping: [{ index: 1, target: 'nmae' }] })).status).toBe(422);
    await patch({
      mapping: [
        { index: 1, target: 'name' },
        { index: 2, target: 'signed_on' },
      ],
    });
    const comma = (await (await patch({ format: { delimiter: ',' } })).json()) as Import;
    expect(comma.mapping).not.toHaveLength(4);
    await patch({ format: { delimiter: ';' }, mapping: [] });
    await desk.ask(`/api/v1/imports/${taken.id}/run`);
    await desk.until(taken.id, 'done');
    expect(
      await desk.rows(
        sql`select name, signed_on, fee from firm where ws = 1 and source = 'file' and external_id in ('F-1', 'F-2') order by 1`,
      ),
    ).toEqual([
      { name: 'Ann, Inc', signed_on: '2024-03-04', fee: 125_000 },
      { name: 'Bob', signed_on: '2024-05-06', fee: 250_000 },
    ]);
    const again = await desk.upload('odd-2.csv', 'firm_id;firm_name;signup_date;fee_amount\nF-1;Ann, Inc;07/08/2024;1,250\n');
    expect(again).toMatchObject({ kind: 'firm', format: { dateOrder: 'month-first', dateOrderSure: true } });
    expect(again.mapping.map(({ confidence }) => confidence)).toEqual([1, 1, 1, 1]);
  });
});

describe('an import', () => {
  it('writes rows, counts them, and tells what does not fit together', async () => {
    const rows = [
      firm(1),
      firm(2, 'refused'),
      'F-3,,3,1.00,01-10-2024,US,x',
      'F-4,Bad,many,1.00,41-10-2024,Atlantis,x',
      'F-5,"short"',
      firm(6, 'forbidden'),
      firm(50),
      firm(1),
      HEADER,
      'F-9,Old,9,1,13-10-1066,,x',
      firm(7).replace(',US,', ',Philipines,'),
    ];
    const done = await desk.bring('bad_firms.csv', [HEADER, ...rows, ...Array.from({ length: 40 }, (_, i) => firm(101 + i))].join('\n'), {
      source: 'bad',
      kind: 'firm',
    });
    expect(counts(done)).toEqual({ rowsRead: 51, created: 44, updated: 0, unchanged: 1, failed: 6 });
    expect(done.errors.map(({ line, field }) => [line, field])).toEqual([
      [3, 'name'],
      [4, 'name'],
      [5, 'seats'],
      [6, null],
      [7, null],
      [10, null],
    ]);
    expect(done.errors[2]?.message).toMatch(/seats: 'many'.*signup_date: '41-10-2024'/);
    expect(Object.fromEntries(done.findings.map(({ code, count }) => [code, count]))).toMatchObject({
      no_seats: 1,
      key_repeated: 1,
      'date_implausible:signed_on': 1,
      no_country: 4,
      'cell_left_out:country': 1,
    });
    expect(done.findings.find(({ code }) => code === 'key_repeated')?.examples).toEqual([{ line: 9, text: 'F-1' }]);
    expect(await desk.rows(sql`select custom from firm where ws = 1 and source = 'bad' and external_id = 'F-1'`)).toEqual([
      { custom: { region: 'north' } },
    ]);
  });

  it('gives the failed rows back as a file with the reason beside each', async () => {
    const { id } = (await (await desk.call('GET', '/api/v1/imports')).json()).rows.find((row: Import) => row.fileName === 'bad_firms.csv');
    const response = await desk.call('GET', `/api/v1/imports/${id}/errors.csv`);
    expect(response.headers.get('content-disposition')).toContain('bad_firms-errors.csv');
    const lines = (await response.text()).replace('\ufeff', '').trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe(`${HEADER},line,error,remedy`);
    expect(lines[1]).toContain('F-2,refused');
    expect(lines[1]).toContain(',3,The name is refused.,Choose another.');
    const viewer = { permissions: ['records.read'] as const };
    expect((await desk.call('GET', `/api/v1/imports/${id}/errors.csv`, viewer)).status).toBe(403);
    expect(await (await desk.call('GET', `/api/v1/imports/${id}`, viewer)).json()).toMatchObject({ errors: [], preview: [], failed: 6 });
  });

  it('again changes nothing, and with changes updates', async () => {
    const first = await desk.bring('again_firms.csv', firms(4_500), { source: 'again' });
    expect(counts(first)).toEqual({ rowsRead: 4_500, created: 4_500, updated: 0, unchanged: 0, failed: 0 });
    expect(counts(await desk.bring('again_firms.csv', firms(4_500), { source: 'again' }))).toMatchObject({ created: 0, unchanged: 4_500 });
    const changed = firms(4_500).replace('F-7,Firm 7,', 'F-7,Seven,');
    expect(counts(await desk.bring('again_firms.csv', changed, { source: 'again' }))).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 4_499,
    });
    expect(desk.seen.length).toBeGreaterThan(9);
  });

  it('reads a workbook as it reads text', async () => {
    const names = ['firm_id', 'firm_name', 'seats', 'signup_date'].map((value) => ({ value }));
    const cells = [{ value: 'X-1' }, { value: 'Ann' }, { value: 3 }, { value: new Date(Date.UTC(2024, 9, 16)), format: 'yyyy-mm-dd' }];
    const path = join(desk.folder, 'book.xlsx');
    await writeXlsxFile([{ data: [names, cells], sheet: 'Firms' }]).toFile(path);
    const workbook = await readFile(path);
    const taken = await desk.upload('book.xlsx', workbook, { source: 'xlsx' });
    expect(taken).toMatchObject({ kind: 'firm', format: { fileKind: 'xlsx', delimiter: '' } });
    await desk.ask(`/api/v1/imports/${taken.id}/run`);
    await desk.until(taken.id, 'done');
    expect(await desk.rows(sql`select name, seats, signed_on from firm where source = 'xlsx'`)).toEqual([
      { name: 'Ann', seats: 3, signed_on: '2024-10-16' },
    ]);
  });

  it('stops and says why when hardly a row fits into the store', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => firm(i, 'forbidden'));
    const { id } = await desk.upload('hopeless.csv', [HEADER, ...rows].join('\n'), { source: 'hopeless', kind: 'firm' });
    await desk.ask(`/api/v1/imports/${id}/run`);
    const failed = await desk.until(id, 'failed');
    expect(counts(failed)).toMatchObject({ rowsRead: 0, created: 0 });
    expect(failed.findings[0]).toMatchObject({
      code: 'stopped',
      severity: 'error',
      examples: [{ line: 1, text: expect.stringContaining(id) }],
    });
    expect((await desk.call('PATCH', `/api/v1/imports/${id}`, { body: { kind: 'order' } })).status).toBe(409);
    await desk.ask(`/api/v1/imports/${id}/undo`);
    await desk.until(id, 'undone');
  });

  it('of several files runs first what the others refer to, whatever was asked first', async () => {
    const orders = await desk.upload('shop_orders.csv', 'order_id,firm_id\nO-1,F-1\nO-2,F-2\n', { source: 'shop', kind: 'order' });
    const slow = await desk.upload('shop_firms.csv', firms(3_000), { source: 'shop', kind: 'firm' });
    await sql`update import set status = 'queued' where id in (${orders.id}, ${slow.id})`.execute(desk.postgres.db);
    await desk.imports.drain(1);
    expect(counts(await desk.until(orders.id, 'done'))).toMatchObject({ created: 2, failed: 0 });
  });

  it('runs beside another one, and in each workspace for itself', async () => {
    const [one, two, other] = await Promise.all([
      desk.bring('x.csv', firms(5_000), { source: 'both', kind: 'firm' }),
      desk.bring('y.csv', firms(5_000, 2_501), { source: 'both', kind: 'firm' }),
      desk.bring('z.csv', firms(5_000), { source: 'both', kind: 'firm', ws: 2 }),
    ]);
    expect(one.created + two.created).toBe(7_500);
    expect(counts(other)).toMatchObject({ created: 5_000 });
    expect([await firmCount(1, 'both'), await firmCount(2, 'both')]).toEqual([7_500, 5_000]);
    expect((await desk.call('GET', `/api/v1/imports/${one.id}`, { ws: 2 })).status).toBe(404);
    expect((await (await desk.call('GET', '/api/v1/imports', { ws: 2 })).json()).rows).toHaveLength(1);
  });

  it('waits while the disk has no room, says so, and goes on by itself', async () => {
    const shown = async (id: string): Promise<Import> => (await desk.call('GET', `/api/v1/imports/${id}`)).json() as Promise<Import>;
    const { id } = await desk.upload('full.csv', firms(30_000), { source: 'full', kind: 'firm' });
    await desk.ask(`/api/v1/imports/${id}/run`);
    for (let now = await desk.until(id, 'running'); now.rowsRead === 0; ) now = await desk.until(id, 'running');
    desk.disk.hasRoom = false;
    const settled = async (): Promise<number> => {
      const before = await firmCount(1, 'full');
      await new Promise((resolve) => setTimeout(resolve, 700));
      const after = await firmCount(1, 'full');
      return before === after ? after : settled();
    };
    const kept = await settled();
    expect(kept).toBeLessThan(30_000);
    expect(await shown(id)).toMatchObject({ status: 'running', waitsForRoom: true, rowsRead: kept, created: kept });
    desk.disk.hasRoom = true;
    const done = await desk.until(id, 'done');
    expect(done).toMatchObject({ waitsForRoom: false, created: 30_000, failed: 0 });
    expect(done.findings.map(({ code }) => code)).not.toContain('stopped');
  });

  it('is not spoilt by a store that has no room for a chunk', async () => {
    let refusals = 2;
    const full: ImportTarget = {
      ...firmTarget,
      write: async (tx, context, rows) => {
        refusals -= 1;
        if (refusals >= 0) throw diskIsFull();
        return firmTarget.write(tx, context, rows);
      },
    };
    const other = await openDesk({ targets: [full, orderTarget] });
    const done = await other.bring('full.csv', firms(20), { source: 'full', kind: 'firm' });
    expect(counts(done)).toEqual({ rowsRead: 20, created: 20, updated: 0, unchanged: 0, failed: 0 });
    expect(refusals).toBeLessThan(0);
    await other.close();
  });

  it('stops between chunks when it is called off, and goes on when asked', async () => {
    const { id } = await desk.upload('stop.csv', firms(30_000), { source: 'stop', kind: 'firm' });
    await desk.ask(`/api/v1/imports/${id}/run`);
    for (let now = await desk.until(id, 'running'); now.rowsRead === 0; ) now = await desk.until(id, 'running');
    await desk.ask(`/api/v1/imports/${id}/cancel`);
    const stopped = await desk.until(id, 'cancelled');
    expect(stopped.rowsRead).toBeLessThan(30_000);
    expect(await firmCount(1, 'stop')).toBe(stopped.rowsRead);
    await desk.ask(`/api/v1/imports/${id}/run`);
    expect(counts(await desk.until(id, 'done'))).toEqual({ rowsRead: 30_000, created: 30_000, updated: 0, unchanged: 0, failed: 0 });
  });
});

describe('the list', () => {
  it('is found by name, kind, state and batch, counted, and walked to its end', async () => {
    const ws = 2;
    for (const name of ['Spring_a.csv', 'spring_b.csv', 'autumn.csv', '100%_a.csv'])
      await desk.upload(name, firms(1), { ws, kind: 'firm' });
    const listed = async (query: string) => {
      const { rows, ...rest } = await (await desk.call('GET', `/api/v1/imports?${query}`, { ws })).json();
      return { ...rest, names: rows.map(({ fileName }: Import) => fileName) };
    };
    expect(await listed('status=mapping&limit=3')).toMatchObject({ names: ['100%_a.csv', 'autumn.csv', 'spring_b.csv'], total: 4 });
    const { nextCursor } = await listed('status=mapping&limit=3');
    expect(await listed(`status=mapping&limit=3&cursor=${nextCursor}`)).toEqual({ names: ['Spring_a.csv'], nextCursor: null });
    expect(await listed('search=SPRING')).toMatchObject({ names: ['spring_b.csv', 'Spring_a.csv'], total: 2 });
    expect(await listed(`search=${encodeURIComponent('%_')}`)).toMatchObject({ names: ['100%_a.csv'] });
    expect(await listed('kind=order')).toMatchObject({ names: [], total: 0 });
    expect(await listed('batch=none')).toMatchObject({ names: [], total: 0 });
    expect((await desk.call('GET', '/api/v1/imports?status=lost', { ws })).status).toBe(422);
  });
});

describe('a trial', () => {
  it('says what would happen and changes nothing', async () => {
    await desk.bring('t.csv', firms(10), { source: 'trial', kind: 'firm' });
    const before = [await firmCount(1, 'trial'), await factCount(1)];
    const text = `${firms(3_000).replace('F-2,Firm 2', 'F-2,Two')}\nF-x,refused,1,1,01-10-2024,US,x`;
    const { id } = await desk.upload('t.csv', text, { source: 'trial', kind: 'firm' });
    await desk.ask(`/api/v1/imports/${id}/check`);
    const tried = await desk.until(id, 'checked');
    expect(counts(tried)).toEqual({ rowsRead: 3_001, created: 2_990, updated: 1, unchanged: 9, failed: 1 });
    expect(tried.errors).toHaveLength(1);
    expect([await firmCount(1, 'trial'), await factCount(1)]).toEqual(before);
    await desk.ask(`/api/v1/imports/${id}/run`);
    expect(counts(await desk.until(id, 'done'))).toEqual(counts(tried));
  });

  it('refuses without what is required', async () => {
    const { id } = await desk.upload('nameless.csv', 'firm_id,seats\nF-1,2\n', { kind: 'firm' });
    const response = await desk.call('POST', `/api/v1/imports/${id}/check`);
    expect(await response.json()).toMatchObject({ status: 422, fields: [{ field: 'name', code: 'required' }] });
  });
});

describe('an undo', () => {
  it('takes back what was made and what was changed, and the facts', async () => {
    const facts = await factCount(2);
    await desk.bring('u1.csv', firms(3_000), { source: 'undo', kind: 'firm', ws: 2 });
    const before = await desk.rows(sql`select * from firm where ws = 2 and source = 'undo' order by id`);
    const more = `${firms(5_000).replaceAll(',north', ',south')}\n${firm(1, 'Twice')}`;
    const second = await desk.bring('u2.csv', more, { source: 'undo', kind: 'firm', ws: 2 });
    expect(counts(second)).toMatchObject({ created: 2_000, updated: 3_001 });
    await desk.ask(`/api/v1/imports/${second.id}/undo`, { ws: 2 });
    await desk.until(second.id, 'undone', { ws: 2 });
    expect(await desk.rows(sql`select * from firm where ws = 2 and source = 'undo' order by id`)).toEqual(before);
    expect(await factCount(2)).toBe(facts + 3_000);
    await desk.ask(`/api/v1/imports/${second.id}/run`, { ws: 2 });
    expect(counts(await desk.until(second.id, 'done', { ws: 2 }))).toEqual(counts(second));
  });

  it('is refused while later imports stand on it, and names them', async () => {
    const base = await desk.bring('base.csv', firms(20), { source: 'stand', kind: 'firm' });
    const later = await desk.bring('later.csv', firms(5).replaceAll('north', 'east'), { source: 'stand', kind: 'firm' });
    const orders = await desk.bring('orders.csv', 'order_id,firm_id\nZ-1,F-9\n', { source: 'stand', kind: 'order' });
    const refused = await desk.call('POST', `/api/v1/imports/${base.id}/undo`);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      detail: '“base.csv” cannot be undone: “later.csv” changed 5 of its records later.',
      remedy: 'Undo “later.csv”, “orders.csv” first.',
    });
    for (const { id } of [orders, later, base]) await desk.ask(`/api/v1/imports/${id}/undo`);
    await desk.until(base.id, 'undone');
    expect(await firmCount(1, 'stand')).toBe(0);
  });
});

it('is the body of the command line', async () => {
  const path = join(desk.folder, 'cli_firms.csv');
  await writeFile(path, firms(100));
  const workspace = { ws: 1, timeZone: 'UTC', currency: 'USD' };
  const done = await desk.imports.importFile({ workspace, path, kind: 'firm', mapping: { region: null }, wait: true });
  expect(done).toMatchObject({ status: 'done', created: 100, source: 'cli' });
  expect(done.findings.find(({ code }) => code === 'column_left_out')?.examples[0]?.text).toBe('region');
  await expect(desk.imports.importFile({ workspace, path: '/nowhere.csv', wait: true })).rejects.toMatchObject({ code: 'not_found' });
  expect(existsSync(path)).toBe(true);
});
