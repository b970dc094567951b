import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndpointOutput } from '#kernel/endpoint.ts';
import { startProduct, type TestProduct, type TestWorkspace } from '../../../../../tests/product.ts';
import {
  getSeenEvent,
  getTrackingPlan,
  listDisplayNames,
  listPlanFindings,
  listSeenEvents,
  putTrackingPlan,
} from '../../plan-contracts.ts';
import type { QuestionResult } from '../../question-contracts.ts';

const DAY = 86_400_000;
const NOW = Date.now();

let product: TestProduct;
let workspace: TestWorkspace;

const track = (event: string, person: number, properties: object, daysAgo = 1) => ({
  ...{ type: 'track', event, userId: `u${person}`, properties, timestamp: new Date(NOW - daysAgo * DAY).toISOString() },
  messageId: `${event}-${person}-${daysAgo}-${JSON.stringify(properties)}`,
});

beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace();
  const batch = [
    ...Array.from({ length: 12 }, (_, n) => track('signed_up', n, { plan: n % 3 === 0 ? 'pro' : 'free', seats: n, ok: n > 3 }, 1 + n)),
    ...Array.from({ length: 3 }, (_, n) => track('Signed Up', 20 + n, { plan: 'free' })),
    track('invited', 1, { who: 'ana@example.com', phone: '(020) 7946 0958', version: '1.12.0.3' }),
    track('invited', 2, { who: 'nobody' }),
    track('lost', 1, {}, 40),
  ];
  const sent = await fetch(`${product.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${workspace.writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch, context: { historicalMigration: true } }),
  });
  expect(sent.status).toBe(200);
  await product.quiet();
});
afterAll(() => product.stop());

const get = async <E extends { readonly path: string }>(endpoint: E, name = ''): Promise<EndpointOutput<E>> => {
  const { status, body } = await workspace.call<EndpointOutput<E>>('GET', endpoint.path.replace(':name', encodeURIComponent(name)));
  expect(status).toBe(200);
  return body;
};
const put = (events: readonly object[], query = '') =>
  workspace.call<EndpointOutput<typeof putTrackingPlan> & { fields?: { field: string; code: string }[] }>(
    'PUT',
    `${putTrackingPlan.path}${query}`,
    {
      ...{ format: 'perennial-tracking-plan', version: 1, events },
    },
  );
const findings = async () =>
  (await get(listPlanFindings)).rows.map(({ kind, event, property }) => [kind, event, property].filter(Boolean).join(' '));

describe('what is tracked', () => {
  it('is counted by event, since when and until when', async () => {
    const { rows } = await get(listSeenEvents);
    expect(rows.map(({ name, recent, total }) => [name, recent, total])).toEqual([
      ['signed_up', 12, 12],
      ['Signed Up', 3, 3],
      ['invited', 2, 2],
      ['lost', 0, 1],
    ]);
    expect(rows[0]!.days.slice(-3)).toEqual([1, 1, 0]);
    expect(rows[3]!.lastSeen).toBe(NOW - 40 * DAY);
  });

  it('shows what an event carries, personal values masked', async () => {
    const { lookedAt, properties } = await get(getSeenEvent, 'signed_up');
    expect(lookedAt).toBe(12);
    expect(properties.map(({ name, type, share, distinct }) => [name, type, share, distinct])).toEqual([
      ['ok', 'boolean', 1, 2],
      ['plan', 'text', 1, 2],
      ['seats', 'number', 1, 12],
    ]);
    const invited = (await get(getSeenEvent, 'invited')).properties;
    expect(invited.map(({ name, personal }) => [name, personal])).toEqual([
      ['who', 'email'],
      ['phone', 'phone'],
      ['version', null],
    ]);
    expect(JSON.stringify(invited)).not.toMatch(/ana@example|7946/);
  });

  it('says what is wrong, which can be ignored', async () => {
    expect(await findings()).toEqual(['personal_data invited who', 'personal_data invited phone', 'similar_names signed_up']);
    const { rows } = await get(listPlanFindings);
    expect((await workspace.call('PUT', '/api/v1/tracking-plan/findings/ignored', { key: rows[0]!.key, ignored: true })).status).toBe(200);
    expect((await get(listPlanFindings)).rows.map(({ ignored }) => ignored)).toEqual([true, false, false]);
  });
});

describe('the plan', () => {
  it('begins with what is tracked', async () => {
    const { body } = await workspace.call<{ added: number }>('POST', '/api/v1/tracking-plan/adopt');
    expect(body.added).toBe(3);
    const plan = await get(getTrackingPlan);
    expect(plan.events.map(({ name, properties }) => [name, properties.map((one) => `${one.name} ${one.type} ${one.required}`)])).toEqual([
      ['Signed Up', ['plan text true']],
      ['invited', ['phone text false', 'version text false', 'who text true']],
      ['signed_up', ['ok boolean true', 'plan text true', 'seats number true']],
    ]);
  });

  it('says before it changes what would change, and refuses what contradicts itself', async () => {
    const { events } = await get(getTrackingPlan);
    const wish = [...events.filter(({ name }) => name !== 'invited'), { name: 'paid', status: 'planned' }];
    const { body } = await put(wish, '?dryRun=true');
    expect(body).toEqual({
      applied: false,
      changes: [
        { event: 'invited', change: 'removed', parts: [] },
        { event: 'paid', change: 'added', parts: [] },
      ],
    });
    expect((await get(getTrackingPlan)).events).toEqual(events);
    const { status, body: problem } = await put([{ name: 'a' }, { name: 'a' }]);
    expect([status, problem.fields?.map(({ field, code }) => [field, code])]).toEqual([422, [['events[1].name', 'named_twice']]]);
    expect((await get(getTrackingPlan)).events).toEqual(events);
  });

  it('says what events and properties are called, a property by the first event that names it', async () => {
    const put = (name: string, event: object) => workspace.call('PUT', `/api/v1/tracking-plan/events/${name}`, event);
    await put('paid', { displayName: '  Paid an invoice ', properties: [{ name: 'amt', displayName: 'Amount' }, { name: 'via' }] });
    await put('refunded', { properties: [{ name: 'amt', displayName: 'Sum' }] });
    const called = await get(listDisplayNames);
    expect(called).toEqual({
      events: [{ name: 'paid', displayName: 'Paid an invoice' }],
      properties: [{ name: 'amt', displayName: 'Amount' }],
    });
    for (const name of ['paid', 'refunded']) await workspace.call('DELETE', `/api/v1/tracking-plan/events/${name}`);
    expect(await get(listDisplayNames)).toEqual({ events: [], properties: [] });
  });

  it('merges names: questions, parts of them and breakdowns by name count them as one', async () => {
    const ask = async (question: object) =>
      (await workspace.call<QuestionResult>('POST', '/api/v1/questions/ask', { question: { range: RANGE, ...question } })).body.answer;
    const signups = {
      kind: 'trend',
      interval: 'month',
      unit: 'person',
      series: [{ events: ['signed_up'], count: { of: 'units' } }],
    };
    const total = async (question: object) => {
      const answer = await ask(question);
      return answer.kind === 'trend' ? answer.series.map(({ key, total: one }) => [key, one.value]) : answer;
    };
    expect(await total(signups)).toEqual([['*', 12]]);
    const looked = async () => (await workspace.call<{ looked: number }>('GET', '/api/v1/questions/fields?events=signed_up')).body.looked;
    const alone = await looked();
    await workspace.call('PUT', `/api/v1/tracking-plan/events/${encodeURIComponent('Signed Up')}`, { mergedInto: 'signed_up' });
    expect(await total(signups)).toEqual([['*', 15]]);
    expect(await looked()).toBeGreaterThan(alone);
    expect(await total({ ...signups, breakdown: { field: 'event.name' } })).toEqual([['signed_up', 15]]);
    const funnel = await ask({
      kind: 'funnel',
      unit: 'person',
      steps: [{ events: ['signed_up'] }, { events: ['invited'] }],
      windowSeconds: 30 * 86_400,
    });
    expect(funnel.kind === 'funnel' && funnel.slices[0]!.steps.map(({ units }) => units)).toEqual([15, 2]);
    expect(await findings()).not.toContain('similar_names signed_up');
    expect((await workspace.call('DELETE', `/api/v1/tracking-plan/events/${encodeURIComponent('Signed Up')}`)).status).toBe(200);
    expect(await total(signups)).toEqual([['*', 12]]);
  });
});

const day = (daysAgo: number): string => new Date(NOW - daysAgo * DAY).toISOString().slice(0, 10);
const RANGE = { from: day(30), to: day(-1) };
