import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/postgres.ts';
import { startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const DAY_MS = 86_400_000;

let product: TestProduct;
let workspace: TestWorkspace;

beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace({ name: 'Another zone', timeZone: 'UTC' });
}, 60_000);
afterAll(() => product?.stop());

/** The first local day on which an account entered a stage, as the river counts it. */
const firstDay = async (): Promise<string | undefined> => {
  const { rows } = await sql<{ day: string }>`
    select min(entered_on)::text as day from lifecycle_entered where ws = ${workspace.ws} and stays > 0`.execute(
    product.stores.postgres.db,
  );
  return rows[0]?.day;
};

it('counts the river by the days of the zone that the workspace has now', async () => {
  const before = new Date(Date.now() - 3 * DAY_MS).toISOString().slice(0, 10);
  const after = new Date(Date.parse(before) + DAY_MS).toISOString().slice(0, 10);
  const timestamp = `${before}T23:30:00.000Z`;
  const sent = await fetch(`${product.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${workspace.writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      batch: [
        { type: 'group', userId: 'ana', groupId: 'acme', traits: { name: 'Acme' }, timestamp, messageId: 'g' },
        { type: 'identify', userId: 'ana', traits: { email: 'ana@acme.example' }, timestamp, messageId: 'i' },
        { type: 'track', userId: 'ana', event: 'signed_up', context: { groupId: 'acme' }, timestamp, messageId: 't' },
      ],
    }),
  });
  expect(sent.status).toBe(200);
  await product.quiet();
  expect(await firstDay()).toBe(before);
  await workspace.call('PATCH', '/api/v1/workspace', { timeZone: 'Asia/Tokyo' });
  await expect.poll(firstDay, { timeout: 30_000, interval: 200 }).toBe(after);
}, 60_000);
