import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProduct, type TestProduct, type TestWorkspace } from '../../../../../tests/product.ts';
import type { Annotation, Board, QuestionComment, SavedQuestion } from '../../board-contracts.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let other: TestWorkspace;

beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace({ name: 'Boards', timeZone: 'Europe/Madrid' });
  other = await product.workspace({ name: 'Others' });
}, 120_000);
afterAll(() => product?.stop());

const DRAFT = {
  name: 'Sign-ups',
  question: { kind: 'trend', range: { from: '2026-01-01', to: '2026-02-01' }, series: [{ events: ['signed_up'] }] },
  period: { preset: '90d' },
};
const save = async (name: string) => (await workspace.call<SavedQuestion>('POST', '/api/v1/saved-questions', { ...DRAFT, name })).body;

describe('a saved question', () => {
  it('is kept, changed, found by those of its workspace, and removed', async () => {
    const { id, period, question } = await save('One');
    expect([period, question.kind]).toEqual([{ preset: '90d' }, 'trend']);
    const changed = await workspace.call<SavedQuestion>('PUT', `/api/v1/saved-questions/${id}`, { ...DRAFT, name: 'Uno', look: 'bar' });
    expect(changed.body).toMatchObject({ id, name: 'Uno', look: 'bar', comments: 0, boards: 0 });
    const listed = await workspace.call<{ rows: SavedQuestion[] }>('GET', '/api/v1/saved-questions');
    expect(listed.body.rows.find((one) => one.id === id)?.name).toBe('Uno');
    expect((await other.call<{ rows: SavedQuestion[] }>('GET', '/api/v1/saved-questions')).body.rows).toEqual([]);
    expect((await other.call('DELETE', `/api/v1/saved-questions/${id}`)).status).toBe(404);
    expect((await workspace.call('DELETE', `/api/v1/saved-questions/${id}`)).status).toBe(200);
    expect((await workspace.call('PUT', `/api/v1/saved-questions/${id}`, DRAFT)).status).toBe(404);
  });

  it('is talked about; a comment is taken back by whoever wrote it', async () => {
    const { id } = await save('Talked about');
    const said = await workspace.call<QuestionComment>('POST', `/api/v1/saved-questions/${id}/comments`, { text: ' It fell in May. ' });
    expect(said.body).toMatchObject({ text: 'It fell in May.', mine: true });
    const list = () => workspace.call<{ rows: QuestionComment[] }>('GET', `/api/v1/saved-questions/${id}/comments`);
    expect((await list()).body.rows.map(({ text }) => text)).toEqual(['It fell in May.']);
    expect((await other.call('GET', `/api/v1/saved-questions/${id}/comments`)).status).toBe(404);
    expect((await other.call('POST', `/api/v1/saved-questions/${id}/comments`, { text: 'no' })).status).toBe(404);
    expect((await workspace.call('DELETE', `/api/v1/saved-questions/${id}/comments/${said.body.id}`)).status).toBe(200);
    expect((await list()).body.rows).toEqual([]);
  });
});

describe('a board', () => {
  it('holds questions in their order, without those that are removed', async () => {
    const [one, two] = [await save('A'), await save('B')];
    const tiles = [{ questionId: two.id, span: 6 }, { questionId: one.id }, { questionId: 'que_none' }];
    const { body: board } = await workspace.call<Board>('POST', '/api/v1/boards', { name: 'Monday', tiles });
    expect(board.tiles).toEqual([
      { questionId: two.id, span: 6 },
      { questionId: one.id, span: 3 },
    ]);
    await workspace.call('DELETE', `/api/v1/saved-questions/${two.id}`);
    const { body } = await workspace.call<{ rows: Board[] }>('GET', '/api/v1/boards');
    expect(body.rows).toMatchObject([{ id: board.id, name: 'Monday', tiles: [{ questionId: one.id, span: 3 }] }]);
    expect((await other.call('PUT', `/api/v1/boards/${board.id}`, { name: 'Mine' })).status).toBe(404);
    expect((await workspace.call('DELETE', `/api/v1/boards/${board.id}`)).status).toBe(200);
  });

  it('holds metrics as they were asked beside questions, and refuses those that there are not', async () => {
    const { id } = await save('C');
    const filter = { field: 'plan', op: 'is', value: 'pro' };
    const metric = { id: 'grow.mrr', preset: '90d', interval: 'week', by: 'plan', filter };
    const tiles = [{ metric: { id: 'acquire.accounts_by_stage', preset: '12m' }, span: 2 }, { questionId: id }, { metric, span: 4 }];
    const { body: board } = await workspace.call<Board>('POST', '/api/v1/boards', { name: 'Both', tiles });
    expect(board.tiles).toEqual([tiles[0], { questionId: id, span: 3 }, tiles[2]]);
    const put = (wrong: object) => workspace.call('PUT', `/api/v1/boards/${board.id}`, { name: 'Both', tiles: [wrong] });
    expect(
      [await put({ metric: { id: 'no.such', preset: '7d' } }), await put({ metric, questionId: id })].map(({ status }) => status),
    ).toEqual([422, 422]);
    const moved = await workspace.call<Board>('PUT', `/api/v1/boards/${board.id}`, { name: 'Both', tiles: [tiles[2], tiles[0]] });
    expect(moved.body.tiles).toEqual([tiles[2], tiles[0]]);
  });
});

describe('an annotation', () => {
  it('stands beside the releases that facts tell, by the day of the workspace', async () => {
    const batch = [
      {
        type: 'track',
        event: 'release_shipped',
        userId: 'bot',
        messageId: 'r1',
        timestamp: '2026-03-01T23:30:00Z',
        properties: { version: '4.2' },
      },
    ];
    const sent = await fetch(`${product.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${workspace.writeKey}:`)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ batch, historicalMigration: true }),
    });
    expect(sent.status).toBe(200);
    await product.quiet();
    const { body: said } = await workspace.call<Annotation>('POST', '/api/v1/annotations', {
      day: '2026-03-01',
      kind: 'price',
      text: 'New prices',
    });
    const list = (to: string) => workspace.call<{ rows: Annotation[] }>('GET', `/api/v1/annotations?from=2026-03-01&to=${to}`);
    expect((await list('2026-03-03')).body.rows.map(({ day, kind, text }) => [day, kind, text])).toEqual([
      ['2026-03-01', 'price', 'New prices'],
      ['2026-03-02', 'release', '4.2'],
    ]);
    expect((await list('2026-03-02')).body.rows).toHaveLength(1);
    expect((await workspace.call('DELETE', `/api/v1/annotations/${said.id}`)).status).toBe(200);
    expect((await workspace.call('DELETE', `/api/v1/annotations/${said.id}`)).status).toBe(404);
  });
});
