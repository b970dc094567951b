import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { AppError } from '#kernel/app-error.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { type Language, languageOf } from '#kernel/words.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { Caller, ContextOf } from './context.ts';
import { HTTP_SAYS } from './http-sayings.ts';
import { shaped } from './input-problems.ts';
import { problemResponse } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';

/** Keeps what was answered under an Idempotency-Key, so that a repeated request is answered, not done again. */
export interface Idempotency {
  run(ws: number, key: string, endpoint: string, body: string, work: () => Promise<Response>): Promise<Response>;
}

export interface HttpDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string | undefined;
  readonly idempotency: Idempotency;
  /** Who is behind this request? */
  identify(request: Request): Promise<Caller>;
  readonly requestsPerMinute?: number;
  /** Refuses when there is no room on the disk; asked before anything that writes. */
  requireRoom?(): void;
}

const MAX_BODY = 2 * 1024 * 1024;

/** The web server's core: mounts routes with their policies, shapes, limits and one form of error. */
export const createHttp = (deps: HttpDeps): { app: Hono; mount(routes: readonly Route[]): void } => {
  const app = new Hono();
  const limit = createRateLimit(deps.requestsPerMinute ?? 1200);
  app.onError((error, context) => problemResponse(error, { requestId: requestIdOf(), log: deps.log, language: readerOf(context.req.raw) }));
  app.use(async (context, next) => {
    await next();
    secure(context.res.headers);
  });
  const mount = (routes: readonly Route[]): void => {
    for (const one of routes) app.on(one.endpoint.method, one.endpoint.path, (context) => serve(one, context, deps, limit));
  };
  return { app, mount };
};

const serve = async ({ endpoint, handle }: Route, context: Context, deps: HttpDeps, limit: RateLimit): Promise<Response> => {
  const requestId = requestIdOf();
  try {
    const request = context.req.raw;
    const caller = await deps.identify(request);
    const scope = scopeOf(endpoint, caller, context, deps, requestId);
    refuseForeignOrigin(request, caller, scope.origin);
    if (mayWrite(endpoint)) deps.requireRoom?.();
    limit.take(caller.actor.id || (context.req.header('x-forwarded-for') ?? 'nobody'), scope.now);
    const params = parsePart('params', endpoint.params, context.req.param());
    const query = parsePart('query', endpoint.query, context.req.query());
    const text = endpoint.body ? await readText(request) : '';
    const body = endpoint.body ? parsePart('body', endpoint.body, parseJson(request, text)) : undefined;
    const work = async () => respond(endpoint, await handle({ params, query, body }, scope));
    const key = request.headers.get('idempotency-key');
    if (key && scope.workspace && endpoint.method === 'POST' && !endpoint.transfer)
      return await deps.idempotency.run(scope.workspace.ws, key, endpoint.id, text, work);
    return await work();
  } catch (error) {
    return problemResponse(error, { requestId, log: deps.log, language: readerOf(context.req.raw) });
  }
};

// Some questions are too long for an address and are posted.
const mayWrite = ({ method, policy }: Endpoint): boolean => method !== 'GET' && policy !== 'records.read';

const scopeOf = (endpoint: Endpoint, caller: Caller, context: Context, deps: HttpDeps, requestId: string): ContextOf<'records.read'> => {
  const { policy } = endpoint;
  if (policy !== 'anyone' && caller.actor.kind === 'nobody') {
    throw new AppError('unauthenticated', HTTP_SAYS.sign_in_needed());
  }
  if (policy !== 'anyone' && policy !== 'signed-in') {
    if (!caller.workspace) throw new AppError('not_found', HTTP_SAYS.workspace_unknown());
    if (!caller.actor.permissions.has(policy)) throw new AppError('forbidden', HTTP_SAYS.permission_needed({ permission: policy }));
  }
  return {
    actor: caller.actor,
    // A permission policy was just shown to have one; the wider policies are typed with null.
    workspace: caller.workspace as NonNullable<Caller['workspace']>,
    now: deps.clock.now(),
    requestId,
    language: readerOf(context.req.raw),
    request: context.req.raw,
    origin: deps.publicUrl ?? new URL(context.req.url).origin,
    may: (permission) => caller.actor.permissions.has(permission),
  };
};

// A cookie is sent by any page of the world, a key only by who knows it.
const refuseForeignOrigin = (request: Request, caller: Caller, origin: string): void => {
  if (caller.actor.kind !== 'user' || request.method === 'GET') return;
  const from = request.headers.get('origin');
  if (from && from !== origin && new URL(from).host !== request.headers.get('host')) {
    throw new AppError('forbidden', HTTP_SAYS.foreign_site());
  }
};

const parsePart = (part: string, schema: z.ZodType | undefined, value: unknown): unknown =>
  schema && shaped(schema, value, part === 'body' ? [] : [part]);

/** In which language does whoever sent this request want to read? */
const readerOf = (request: Request): Language => languageOf(request.headers.get('accept-language'));

const readText = async (request: Request): Promise<string> => {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const text = announced > MAX_BODY ? null : await request.text();
  if (text === null || text.length > MAX_BODY)
    throw new AppError('too_large', HTTP_SAYS.body_too_large({ megabytes: MAX_BODY / 1024 / 1024 }));
  return text;
};

const parseJson = (request: Request, text: string): unknown => {
  const type = request.headers.get('content-type') ?? '';
  if (text !== '' && !type.includes('json'))
    throw new AppError('unsupported', type === '' ? HTTP_SAYS.body_untyped() : HTTP_SAYS.body_not_json_type({ type }));
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformed', HTTP_SAYS.body_not_json());
  }
};

const respond = (endpoint: Endpoint, answer: unknown): Response => {
  if (answer instanceof Response) return answer;
  return new Response(JSON.stringify(answer), {
    status: endpoint.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
};

const secure = (headers: Headers): void => {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'DENY');
};

const requestIdOf = (): string => `req_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
