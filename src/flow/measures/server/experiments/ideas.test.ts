import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProduct, type TestProduct, type TestWorkspace } from '../../../../../tests/product.ts';
import type { ExperimentIdea } from '../../experiment-contracts.ts';

const PATH = '/api/v1/experiment-ideas';
const FOUND = {
  name: 'Invite colleagues early',
  hypothesis: 'If more new customers invite a colleague in their first week, more of them stay.',
  behaviour: { event: 'invite_sent', feature: null, times: 3, people: 1, withinDays: 7 },
  effect: { value: 0.12, low: 0.04, high: 0.2 },
  audience: 'New customers',
  metric: 'engage.account_retention',
  origin: '/activate?horizon=180&finding=invite_sent',
};

let product: TestProduct;
let workspace: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace({ name: 'Ideas' });
  other = await product.workspace({ name: 'Others' });
}, 120_000);
afterAll(() => product?.stop());

const add = (body: object) => workspace.call<ExperimentIdea>('POST', PATH, body);
const listed = async () => (await workspace.call<{ rows: ExperimentIdea[] }>('GET', PATH)).body.rows;

describe('an idea of an experiment', () => {
  it('is written down with what it expects, moves on, and is removed; others neither see nor change it', async () => {
    const { body: idea } = await add(FOUND);
    expect(idea).toMatchObject({ ...FOUND, unit: 'account', status: 'idea' });
    const changed = await workspace.call<ExperimentIdea>('PUT', `${PATH}/${idea.id}`, { ...FOUND, status: 'planned', unit: 'person' });
    expect(changed.body).toMatchObject({ id: idea.id, status: 'planned', unit: 'person', createdAt: idea.createdAt, origin: FOUND.origin });
    expect((await other.call<{ rows: ExperimentIdea[] }>('GET', PATH)).body.rows).toEqual([]);
    expect((await other.call('PUT', `${PATH}/${idea.id}`, FOUND)).status).toBe(404);
    expect((await other.call('DELETE', `${PATH}/${idea.id}`)).status).toBe(404);
    expect((await workspace.call('DELETE', `${PATH}/${idea.id}`)).status).toBe(200);
    expect(await listed()).toEqual([]);
  });

  it('stands in the list by when it was changed last, also without a behaviour', async () => {
    const { body: first } = await add({ name: ' By hand ' });
    const { body: second } = await add({ name: 'Second' });
    expect(first).toMatchObject({ name: 'By hand', behaviour: null, effect: null, origin: null });
    expect((await listed()).map(({ id }) => id)).toEqual([second.id, first.id]);
    await workspace.call('PUT', `${PATH}/${first.id}`, { name: 'By hand', status: 'running' });
    expect((await listed()).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('leads back into the workspace only, and expects a value within its interval', async () => {
    expect((await add({ ...FOUND, origin: '//elsewhere.example' })).status).toBe(422);
    expect((await add({ ...FOUND, origin: 'https://elsewhere.example' })).status).toBe(422);
    expect((await add({ ...FOUND, effect: { value: 0.3, low: 0.04, high: 0.2 } })).status).toBe(422);
    expect((await add({ ...FOUND, name: ' ' })).status).toBe(422);
  });
});
