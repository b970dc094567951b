import { randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { AppError } from '#kernel/app-error.ts';
import { say } from '#kernel/saying.ts';
import { languageOf } from '#kernel/words.ts';
import { problemResponse, type Route, type WorkspaceContext } from '#platform/http.ts';
import type { Log } from '#platform/log.ts';
import type { KeptMessage, MessageOwner } from '../../domain/tracking/fact-of-message.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';
import { createGroupCommit } from './group-commit.ts';
import { liveRoutes, type NamesOf } from './live-routes.ts';
import { createLiveView } from './live-view.ts';
import { CALLS } from './read-envelope.ts';
import { createReceive } from './receive.ts';
import { createSdkScript } from './sdk-script.ts';
import { createSeenMessages, type SeenMessagesDeps } from './seen-messages.ts';

/** Keeps messages for good, all or none, and says whose each is. */
export type KeepMessages = (workspace: WorkspaceContext, messages: readonly KeptMessage[]) => Promise<readonly MessageOwner[]>;

export interface TrackingDeps extends SeenMessagesDeps {
  readonly log: Log;
  readonly keep: KeepMessages;
  readonly namesOf: NamesOf;
  workspaceOfWriteKey(secret: string): Promise<WorkspaceContext | null>;
  /** The 64-bit id of a workspace's fact with this key, in decimal text. */
  factId(ws: number, key: string): string;
  /** History was kept: what was computed for past days must be computed again. */
  onHistory(ws: number): void;
  /** The tracking script for browsers. */
  buildSdk(): Promise<string>;
}

/** The live event door: the Segment tracking API under /v1, the tracking script, and the live view. */
export interface Tracking {
  readonly routes: readonly Route[];
  mount(app: Hono): void;
  /** Learns which messages were seen before; no request may be answered earlier. */
  start(): Promise<void>;
  /** Refuses new requests with 503 and waits until the last one is kept. */
  stop(): Promise<void>;
  /** Messages waiting for their transaction, messages remembered, and the bytes that remembering takes. */
  state(): { readonly waiting: number; readonly remembered: number; readonly rememberedBytes: number };
}

const GROUP = { maxItems: 2_000, waitMs: 2, maxWaiting: 20_000 } as const;
const ROTATE_MS = 15_000;
/** Browsers keep the answer to a preflight for two hours at most. */
const PREFLIGHT = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type, content-encoding',
  'access-control-max-age': '7200',
};
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };

/** Opens the live event door. It keeps nothing itself: `keep` writes, and an answer says that it has written. */
export const createTracking = (deps: TrackingDeps): Tracking => {
  const seen = createSeenMessages(deps);
  const live = createLiveView(randomBytes(6).toString('hex'));
  const group = createGroupCommit<WorkspaceContext, KeptMessage, MessageOwner>({ ...GROUP, commit: deps.keep });
  const receive = createReceive({ ...deps, seen, live, group });
  let isOpen = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    routes: liveRoutes(live, deps.namesOf),
    mount: (app) =>
      mountDoor(app, (name, request) => answer(name, request, { receive, isOpen, log: deps.log }), createSdkScript(deps.buildSdk)),
    start: async () => {
      const remembered = await seen.load();
      deps.log.info({ remembered }, 'events: the message ids of the last days are known');
      isOpen = true;
      timer = setInterval(() => void seen.rotate().catch(() => undefined), ROTATE_MS).unref();
    },
    stop: async () => {
      isOpen = false;
      clearInterval(timer);
      await group.drain();
    },
    state: () => {
      const { messages, bytes } = seen.size();
      return { waiting: group.waiting(), remembered: messages, rememberedBytes: bytes };
    },
  };
};

interface Desk {
  readonly receive: ReturnType<typeof createReceive>;
  readonly isOpen: boolean;
  readonly log: Log;
}

const answer = async (name: string, request: Request, { receive, isOpen, log }: Desk): Promise<Response> => {
  try {
    const call = CALLS.get(name);
    if (call === undefined) throw new AppError('not_found', TRACKING_SAYS.call_unknown({ call: name.slice(0, 40) }));
    if (!isOpen) throw new AppError('unavailable', TRACKING_SAYS.door_closed(), { retryAfter: 2 });
    return Response.json(await receive(call, request), { headers: CORS });
  } catch (error) {
    const response = problemResponse(error, {
      requestId: `req_${randomUUID().replaceAll('-', '').slice(0, 20)}`,
      log,
      language: languageOf(request.headers.get('accept-language')),
    });
    for (const [header, value] of Object.entries(CORS)) response.headers.set(header, value);
    return response;
  }
};

const mountDoor = (
  app: Hono,
  answer: (call: string, request: Request) => Promise<Response>,
  script: (request: Request) => Promise<Response>,
): void => {
  app.post('/v1/:call', (context) => answer(context.req.param('call'), context.req.raw));
  app.options('/v1/:call', () => new Response(null, { status: 204, headers: { ...CORS, ...PREFLIGHT } }));
  app.get('/v1/:call', (context) => {
    const { message, remedy } = say(TRACKING_SAYS.call_not_posted(), languageOf(context.req.header('accept-language') ?? null));
    return Response.json({ code: 'not_found', detail: message, remedy }, { status: 405, headers: { allow: 'POST, OPTIONS', ...CORS } });
  });
  app.get('/sdk.js', (context) => script(context.req.raw));
};
