import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, OperatorError } from '#kernel/app-error.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { sayings } from '#kernel/saying.ts';
import { told } from '#kernel/told.ts';
import { createLog } from '#platform/log.ts';
import { NOBODY } from './context.ts';
import { type Route, route } from './route.ts';
import { createHttp } from './server.ts';

const SAYS = sayings({
  pot_missing: {
    en: ['There is no pot {name}.', 'Look in the shed.'],
    'zh-CN': ['没有花盆 {name}。', '请看看棚子里。'],
    es: ['No hay maceta {name}.', 'Mire en el cobertizo.'],
  },
  pot_not_round: { en: ['It is not round.'], 'zh-CN': ['不是圆的。'], es: ['No es redonda.'] },
});
const Pot = z.object({
  name: z.string().min(1).max(5),
  size: z.number().int().min(1),
  colours: z.array(z.enum(['red', 'blue'])).max(2),
  shape: z
    .string()
    .refine((shape) => shape === 'round', told(SAYS.pot_not_round()))
    .optional(),
});
const common = { method: 'POST', policy: 'anyone', tag: 'Pots', summary: '', out: z.unknown() } as const;
const routes: readonly Route[] = [
  route(endpoint({ ...common, id: 'makePot', path: '/pots', body: Pot }), async () => ({})),
  route(endpoint({ ...common, id: 'failPot', path: '/pots/:name', params: z.object({ name: z.string() }) }), async ({ params }) => {
    if (params.name === 'bug') throw new Error('the kiln exploded');
    if (params.name === 'operator') throw new OperatorError('unavailable', 'Buy a kiln.', { remedy: 'Soon.' });
    throw new AppError('not_found', SAYS.pot_missing({ name: params.name }), { retryAfter: 3 });
  }),
];

const { app, mount } = createHttp({
  clock: { now: () => 0 },
  log: createLog('silent'),
  publicUrl: undefined,
  idempotency: { run: (_ws, _key, _endpoint, _body, work) => work() },
  identify: async () => ({ actor: NOBODY, workspace: null }),
});
mount(routes);

const ask = async (path: string, language: string | null, body?: unknown) => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(language ? { 'accept-language': language } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { response, problem: (await response.json()) as Record<string, unknown> & { fields?: Record<string, unknown>[] } };
};

describe('a problem', () => {
  it('is told in English, with its sentence’s code and values, when no language is asked for', async () => {
    const { response, problem } = await ask('/pots/Ming', null);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-language')).toBe('en');
    expect(response.headers.get('retry-after')).toBe('3');
    expect(problem).toMatchObject({
      title: 'Not found',
      code: 'not_found',
      reason: 'pot_missing',
      params: { name: 'Ming' },
      detail: 'There is no pot Ming.',
      remedy: 'Look in the shed.',
    });
  });

  it('is told in the language that the reader asks for, with the same code and values', async () => {
    const { problem } = await ask('/pots/Ming', 'es-ES, en;q=0.5');
    expect(problem).toMatchObject({
      title: 'No encontrado',
      code: 'not_found',
      reason: 'pot_missing',
      params: { name: 'Ming' },
      detail: 'No hay maceta Ming.',
      remedy: 'Mire en el cobertizo.',
    });
  });

  it.each(['bug', 'operator'])('of ours (%s) is told without its cause', async (name) => {
    const { problem } = await ask(`/pots/${name}`, 'zh-CN');
    expect(problem.detail).toBe('发生了意外错误，本次请求的内容均未保存。');
    expect(problem.remedy).toContain(problem.id);
    expect(JSON.stringify(problem)).not.toMatch(/kiln/);
  });
});

describe('input that does not fit', () => {
  it('is refused field by field in the reader’s language', async () => {
    const body = { name: '', size: 0.5, colours: ['red', 'blue', 'blue'], shape: 'square' };
    const { response, problem } = await ask('/pots', 'zh-CN', body);
    expect(response.status).toBe(422);
    expect(problem.detail).toBe('部分字段不正确：name、size、colours、shape。');
    expect(problem.fields?.map(({ field, code, message }) => [field, code, message])).toEqual([
      ['name', 'field_empty', '此项为空。'],
      ['size', 'field_wrong_type', '这里应当是整数。'],
      ['colours', 'list_too_long', '超过 2 项。'],
      ['shape', 'pot_not_round', '不是圆的。'],
    ]);
  });

  it('names what is missing, and a single fault in its sentence', async () => {
    const { problem } = await ask('/pots', 'es', { name: 'Ming-vase', size: 1, colours: [] });
    expect(problem).toMatchObject({
      reason: 'input_field_wrong',
      detail: 'name: Tiene más de 5 caracteres.',
      params: { field: 'name', problem: { code: 'text_too_long', params: { limit: 5 } } },
    });
    expect((await ask('/pots', null, { name: 'Ming', colours: [] })).problem.detail).toBe('size: It is missing.');
  });

  it('is offered the values that would fit', async () => {
    const { problem } = await ask('/pots', 'zh-CN', { name: 'Ming', size: 1, colours: ['green'] });
    expect(problem.detail).toBe('colours.0：不是以下任何一个：“red”或“blue”。');
  });

  it('that is no JSON is refused in the reader’s language', async () => {
    const response = await app.request('/pots', { method: 'POST', headers: { 'accept-language': 'es' }, body: '{' });
    expect(((await response.json()) as { detail: string }).detail).toContain('no JSON');
  });
});
