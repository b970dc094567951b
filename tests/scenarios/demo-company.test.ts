import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DemoState } from '#demo/contracts.ts';
import type { Import } from '#flow/intake/contracts.ts';
import type { SavedQuestion } from '#flow/measures/board-contracts.ts';
import type { Answer, QuestionResult } from '#flow/measures/question-contracts.ts';
import { startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const SMALL = { seed: 5, accounts: 12, months: 8, uses: 3 };

let product: TestProduct;
beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.stop());

const stateOf = async (workspace: TestWorkspace): Promise<DemoState> => (await workspace.call<DemoState>('GET', '/api/v1/demo')).body;
const untilStatus = (workspace: TestWorkspace, status: DemoState['status']): Promise<DemoState> =>
  vi.waitFor(
    async () => {
      const state = await stateOf(workspace);
      expect(state.status).toBe(status);
      return state;
    },
    { timeout: 90_000, interval: 200 },
  );
const brought = async (name: string): Promise<TestWorkspace> => {
  const workspace = await product.workspace({ name });
  expect((await workspace.call('POST', '/api/v1/demo', SMALL)).status).toBe(202);
  await untilStatus(workspace, 'done');
  await product.rooms.settle();
  return workspace;
};
const kept = async ({ ws }: TestWorkspace) => {
  const { pool } = product.stores.postgres;
  const [events, records] = await Promise.all([
    product.stores.clickhouse.query<{ n: number; ids: number }>(
      "select count() as n, uniqExact(id) as ids from events where ws = {ws:UInt32} and event not like 'stage_%'",
      { ws },
    ),
    pool.query<{ accounts: number; people: number; subscriptions: number; imports: number }>(
      `select (select count(*)::int from account where ws = $1) as accounts, (select count(*)::int from person where ws = $1) as people,
        (select count(*)::int from subscription where ws = $1) as subscriptions, (select count(*)::int from import where ws = $1) as imports`,
      [ws],
    ),
  ]);
  return { events: Number(events[0]?.n), ids: Number(events[0]?.ids), ...records.rows[0] };
};

const rowsAt = async <Row>(workspace: TestWorkspace, what: string): Promise<readonly Row[]> =>
  (await workspace.call<{ rows: readonly Row[] }>('GET', `/api/v1/${what}`)).body.rows;

/** Does an answer tell of somebody? */
const isTold = (answer: Answer): boolean => {
  if (answer.kind === 'trend') return answer.series.some(({ total }) => (total.value ?? 0) > 0);
  if (answer.kind === 'funnel') return (answer.slices[0]?.steps[0]?.units ?? 0) > 0;
  if (answer.kind === 'retention') return answer.slices.some(({ rows }) => rows.some(({ size }) => size > 0));
  if (answer.kind === 'adoption') return answer.features.some(({ facts }) => facts > 0);
  return answer.kind === 'paths' && answer.edges.length > 0;
};

describe('the demo company', () => {
  it('is brought once, whatever is asked again, and nothing doubles when work that was done is done again', async () => {
    const workspace = await brought('Once');
    const before = await kept(workspace);
    expect(before).toMatchObject({ ids: before.events });
    expect(before.accounts).toBeGreaterThanOrEqual(SMALL.accounts);
    for (const { name, question } of await rowsAt<SavedQuestion>(workspace, 'saved-questions')) {
      const { body } = await workspace.call<QuestionResult>('POST', '/api/v1/questions/ask', { question });
      expect([name, isTold(body.answer)]).toEqual([name, true]);
    }
    expect((await workspace.call<DemoState>('POST', '/api/v1/demo', SMALL)).body.status).toBe('done');
    // As after a crash that left no trace of files and messages having come.
    await product.stores.postgres.pool.query("update demo_run set status = 'failed', phase = 'files', sent = 0 where ws = $1", [
      workspace.ws,
    ]);
    await workspace.call('POST', '/api/v1/demo', {});
    await untilStatus(workspace, 'done');
    await product.rooms.settle();
    expect(await kept(workspace)).toEqual(before);
  }, 180_000);

  it('counts its three currencies in that of the workspace, and lies in the past as a whole', async () => {
    const workspace = await brought('Currencies');
    const { body } = await workspace.call<{ rates: { currency: string }[]; missing: unknown[] }>('GET', '/api/v1/exchange-rates');
    expect(body.rates.map(({ currency }) => currency)).toEqual(['EUR', 'GBP']);
    expect(body.missing).toEqual([]);
    const [latest] = await product.stores.clickhouse.query<{ ahead: number }>(
      "select countIf(at > now64() or known > now64()) as ahead from events where ws = {ws:UInt32} and source in ('web', 'server', 'import')",
      { ws: workspace.ws },
    );
    expect(Number(latest?.ahead)).toBe(0);

    // Somebody goes on with it: what they type in themselves is not deleted with the demo company.
    const made = await workspace.call<{ id: string }>('POST', '/api/v1/accounts', { name: 'Own Inc' });
    expect((await workspace.call('POST', '/api/v1/demo/remove')).status).toBe(409);
    expect((await workspace.call('GET', `/api/v1/accounts/${made.body.id}`)).status).toBe(200);
  }, 180_000);

  it('is taken out so that nothing is left, and can come again', async () => {
    const workspace = await brought('Twice');
    const before = await kept(workspace);
    // What stands ready goes too, but for what somebody made their own.
    const ready = await rowsAt<SavedQuestion>(workspace, 'saved-questions');
    expect([ready.length, (await rowsAt(workspace, 'boards')).length, (await rowsAt(workspace, 'segments')).length]).toEqual([6, 2, 3]);
    const planned = async () =>
      (await workspace.call<{ events: { name: string }[] }>('GET', '/api/v1/tracking-plan')).body.events.map(({ name }) => name);
    expect((await planned()).length).toBeGreaterThan(10);
    await workspace.call('PUT', '/api/v1/tracking-plan/events/signed_up', { displayName: 'Ours' });
    const { id, question, period, look } = ready[0]!;
    await workspace.call('PUT', `/api/v1/saved-questions/${id}`, { name: 'Ours', question, period, look });
    expect((await workspace.call('POST', '/api/v1/demo/remove')).status).toBe(202);
    await untilStatus(workspace, 'none');
    expect((await rowsAt<SavedQuestion>(workspace, 'saved-questions')).map(({ name }) => name)).toEqual(['Ours']);
    expect([await rowsAt(workspace, 'boards'), await rowsAt(workspace, 'segments'), await planned()]).toEqual([[], [], ['signed_up']]);
    expect(await kept(workspace)).toEqual({ events: 0, ids: 0, accounts: 0, people: 0, subscriptions: 0, imports: 0 });
    await workspace.call('POST', '/api/v1/demo', SMALL);
    await untilStatus(workspace, 'done');
    await product.rooms.settle();
    expect(await kept(workspace)).toEqual(before);
  }, 240_000);

  it('neither mixes with data that is there, nor takes data along that came after it', async () => {
    const used = await product.workspace({ name: 'Used' });
    await used.call('POST', '/api/v1/accounts', { name: 'Real Inc' });
    const refused = await used.call<{ code: string; remedy: string }>('POST', '/api/v1/demo', SMALL);
    expect([refused.status, refused.body.code, refused.body.remedy]).toEqual([409, 'conflict', expect.stringContaining('workspace')]);
    expect((await used.call('POST', '/api/v1/demo/remove')).status).toBe(404);

    const mixed = await brought('Mixed');
    const heard = await fetch(`${product.url}/v1/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ writeKey: mixed.writeKey, userId: 'own-1', event: 'signed_up' }),
    });
    expect(heard.status).toBe(200);
    expect((await mixed.call('POST', '/api/v1/demo/remove')).status).toBe(409);
    const sent = await fetch(`${product.url}/api/v1/imports?fileName=own.csv&kind=account`, {
      method: 'POST',
      headers: { authorization: `Bearer ${mixed.key}`, 'content-type': 'application/octet-stream' },
      body: 'name\nOwn Inc\n',
    });
    const { id } = (await sent.json()) as Import;
    await mixed.call('POST', `/api/v1/imports/${id}/run`);
    await vi.waitFor(async () => expect((await mixed.call<Import>('GET', `/api/v1/imports/${id}`)).body.status).toBe('done'), 20_000);
    expect((await mixed.call('POST', '/api/v1/demo/remove')).status).toBe(409);
    expect(await stateOf(mixed)).toMatchObject({ status: 'done' });
  }, 180_000);

  it('refuses a company that cannot be', async () => {
    const workspace = await product.workspace({ name: 'Odd' });
    for (const wish of [{ accounts: 0 }, { accounts: 1e9 }, { months: 1 }, { language: 'fr' }, { uses: -1 }])
      expect([wish, (await workspace.call('POST', '/api/v1/demo', wish)).status]).toEqual([wish, 422]);
  });
});
