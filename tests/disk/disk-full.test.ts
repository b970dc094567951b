import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { usageMessages } from '../../bench/data/messages.ts';
import { type FreshProduct, freshProduct } from '../../bench/machine/fresh-product.ts';
import { isDiskSmall, smallDisk } from './small-disk.ts';

const RESERVE_MB = 64;
const DISK_MB = 700;

let folder: string;
let release: () => void;
let product: FreshProduct;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-full-'));
  await chmod(folder, 0o755);
  release = smallDisk(folder, DISK_MB);
  const env = { DISK_RESERVE_MB: String(isDiskSmall() ? RESERVE_MB : reserveAbove(await freeMbOf(folder))), REQUESTS_PER_MINUTE: '100000' };
  product = await freshProduct({ home: join(folder, 'home'), env });
}, 120_000);
afterAll(async () => {
  await product?.stop();
  release?.();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

it('refuses with clear words when the disk is full, loses nothing that was acknowledged, and goes on when there is room', async () => {
  let acknowledged = 0;
  const send = async (from: number): Promise<{ status: number; text: string }> => {
    const batch = usageMessages(50, { from, prefix: 'full', people: 20 });
    const body = JSON.stringify({ writeKey: product.writeKey, batch });
    const response = await fetch(`${product.url}/v1/batch`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (response.ok) acknowledged += batch.length;
    return { status: response.status, text: await response.text() };
  };
  let from = 0;
  const sendUntil = async (isEnough: (status: number) => boolean): Promise<string> => {
    for (const ends = Date.now() + 60_000; Date.now() < ends; ) {
      const { status, text } = await send(from);
      from += 50;
      if (isEnough(status)) return text;
      await sleep(50);
    }
    throw new Error('the door never answered so');
  };
  await sendUntil((status) => status === 200);
  const importing = await beginImport();
  const takeRoomAway = await fill();
  await expect.poll(() => importState(importing), { timeout: 20_000 }).toMatchObject({ status: 'running', waitsForRoom: true });
  const refusal = await sendUntil((status) => status !== 200);
  expect(refusal).toContain('The disk of this installation is full');
  expect(refusal).toContain('Make room');
  const written = await api('POST', '/api/v1/accounts', { name: 'No room' });
  expect(written.status).toBe(507);
  expect(written.body).toMatchObject({ code: 'storage_full' });
  // Reading goes on.
  expect((await api('GET', '/api/v1/accounts')).status).toBe(200);
  const health = await fetch(`${product.url}/healthz`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ ok: false, disk: { state: 'full', says: expect.stringContaining('The disk is full') } });

  await takeRoomAway();
  await sendUntil((status) => status === 200);
  await expect
    .poll(async () => (await fetch(`${product.url}/healthz`)).json(), { timeout: 60_000 })
    .toMatchObject({ ok: true, waitingFacts: 0 });
  await expect
    .poll(() => importState(importing), { timeout: 120_000, interval: 500 })
    .toMatchObject({ status: 'done', waitsForRoom: false, created: IMPORTED, failed: 0 });
  const { body } = await api('GET', '/api/v1/facts/names');
  const kept = (body as { rows: { event: string; count: number }[] }).rows
    .filter(({ event }) => event === 'feature_used' || event === 'report_created')
    .reduce((sum, { count }) => sum + count, 0);
  expect(kept).toBe(acknowledged);
}, 240_000);

/** Enough rows to be under way still when the disk has filled. */
const IMPORTED = 150_000;

const beginImport = async (): Promise<string> => {
  const rows = Array.from({ length: IMPORTED }, (_, n) => `F-${n},Filling Co ${n}`);
  const response = await fetch(`${product.url}/api/v1/imports?fileName=filling.csv&kind=account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.key}` },
    body: ['account_id,account_name', ...rows].join('\n'),
  });
  const { id } = (await response.json()) as { id: string };
  expect((await api('POST', `/api/v1/imports/${id}/run`)).status).toBeLessThan(300);
  return id;
};

const importState = async (id: string): Promise<unknown> => (await api('GET', `/api/v1/imports/${id}`)).body;

const api = async (method: string, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${product.key}`, 'content-type': 'application/json' };
  const response = await fetch(`${product.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: (await response.json()) as unknown };
};

const freeMbOf = async (path: string): Promise<number> => {
  const { bavail, bsize } = await statfs(path);
  return (bavail * bsize) / 1024 / 1024;
};
/** Where no small disk can be mounted: the large one counts as full a little below what is free now. */
const reserveAbove = (freeMb: number): number => Math.max(16, Math.floor(freeMb) - 400);

/** Fills the disk until less than the reserve is free; answers how to free it again. */
const fill = async (): Promise<() => Promise<void>> => {
  const path = join(folder, 'ballast');
  const file = await open(path, 'w');
  const piece = Buffer.alloc(4 * 1024 * 1024, 1);
  const leave = isDiskSmall() ? RESERVE_MB / 2 : 0;
  const most = isDiskSmall() ? Number.POSITIVE_INFINITY : 600 * 1024 * 1024;
  for (let written = 0; written < most && (await freeMbOf(folder)) > leave; written += piece.length) await file.write(piece);
  await file.close();
  return () => rm(path);
};
