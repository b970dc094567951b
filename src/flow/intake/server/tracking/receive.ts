import { AppError, isAppError } from '#kernel/app-error.ts';
import { languageOf } from '#kernel/words.ts';
import type { Clock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { KeptMessage, MessageOwner } from '../../domain/tracking/fact-of-message.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';
import type { GroupCommit } from './group-commit.ts';
import { type LiveView, shownMessage, shownRefusal } from './live-view.ts';
import { MAX_BODY_BYTES, readJson } from './read-body.ts';
import { type Call, readEnvelope } from './read-envelope.ts';
import type { SeenMessages } from './seen-messages.ts';
import { allRefused, presentRefused, sortMessages } from './sort-messages.ts';
import { writeKeyOf } from './write-key.ts';

/** Bytes of requests being answered at this moment; beyond it new ones are asked to come later. */
const MAX_HELD_BYTES = 64 * 1024 * 1024;

export interface ReceiveDeps {
  readonly clock: Clock;
  readonly seen: SeenMessages;
  readonly group: GroupCommit<WorkspaceContext, KeptMessage, MessageOwner>;
  readonly live: LiveView;
  /** History was kept: what was computed for past days must be computed again. */
  onHistory(ws: number): void;
  workspaceOfWriteKey(secret: string): Promise<WorkspaceContext | null>;
  /** The 64-bit id of a workspace's fact with this key, in decimal text. */
  factId(ws: number, key: string): string;
}

/** The answer to a request of which at least one message could be read. */
export interface Receipt {
  readonly success: true;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: ReturnType<typeof presentRefused>;
}

/** Makes the use case of one tracking request; its answer comes after the messages are kept for good. */
export const createReceive = (deps: ReceiveDeps) => {
  let held = 0;
  return async (call: Call, request: Request): Promise<Receipt> => {
    const receivedAt = deps.clock.now();
    const announced = Math.min(Number(request.headers.get('content-length') ?? MAX_BODY_BYTES), MAX_BODY_BYTES);
    if (held > 0 && held + announced > MAX_HELD_BYTES) throw tooMuch();
    held += announced;
    try {
      return await receive(deps, { call, request, receivedAt });
    } finally {
      held -= announced;
    }
  };
};

interface Incoming {
  readonly call: Call;
  readonly request: Request;
  readonly receivedAt: number;
}

const receive = async (deps: ReceiveDeps, { call, request, receivedAt }: Incoming): Promise<Receipt> => {
  const { json, bytes } = await readJson(request);
  const envelope = readEnvelope(call, json);
  const workspace = await authenticate(deps, writeKeyOf(request.headers.get('authorization')) ?? envelope.writeKey);
  const factId = (messageId: string): string => deps.factId(workspace.ws, messageId);
  const { good, raws, bad } = sortMessages(envelope, { receivedAt, bodyBytes: bytes, factId });
  const { sentAt, isHistory } = envelope;
  deps.live.add(
    workspace.ws,
    bad.map(({ raw, problems }) => shownRefusal({ raw, sentAt }, problems, receivedAt)),
  );
  if (good.length === 0 && bad.length > 0) throw allRefused(bad, call === 'batch');
  const accepted = await keepOnce(deps, workspace, { good, raws, sentAt, isHistory });
  return {
    success: true,
    accepted,
    duplicates: good.length - accepted,
    rejected: presentRefused(bad, languageOf(request.headers.get('accept-language'))),
  };
};

interface Keeping {
  readonly good: readonly KeptMessage[];
  readonly raws: readonly unknown[];
  readonly sentAt: unknown;
  readonly isHistory: boolean;
}

/** How many of these messages were new, and are kept now? History is not shown among what arrived last, which it would push out. */
const keepOnce = async (deps: ReceiveDeps, workspace: WorkspaceContext, { good, raws, sentAt, isHistory }: Keeping): Promise<number> => {
  if (good.length === 0) return 0;
  const { seen, group, live } = deps;
  const keep = async (fresh: readonly number[]): Promise<void> => {
    const messages = fresh.map((index) => good[index]!);
    const owners = await group.add(workspace, messages).catch(comeAgain);
    if (isHistory) return deps.onHistory(workspace.ws);
    live.add(
      workspace.ws,
      messages.map((message, i) => shownMessage(message, owners[i] ?? NOBODY, { raw: raws[fresh[i]!], sentAt })),
    );
  };
  const ids = good.map((message) => message.factId ?? deps.factId(workspace.ws, message.messageId));
  const kept = await seen.once(workspace.ws, ids, keep);
  if (kept.length < good.length && !isHistory) {
    const fresh = new Set(kept);
    const again = good.flatMap((message, index) => (fresh.has(index) ? [] : [shownMessage(message, null, { raw: raws[index], sentAt })]));
    live.add(workspace.ws, again);
  }
  return kept.length;
};

const NOBODY = { person: 0, account: 0 };

const authenticate = async (deps: ReceiveDeps, secret: string | null): Promise<WorkspaceContext> => {
  const workspace = secret === null ? null : await deps.workspaceOfWriteKey(secret);
  if (workspace) return workspace;
  throw new AppError('unauthenticated', secret === null ? TRACKING_SAYS.write_key_missing() : TRACKING_SAYS.write_key_unknown());
};

/** To a tracking library a lost race is no fault of its own, and only an answer of 429 or 5xx makes it try again. */
const comeAgain = (error: unknown): never => {
  if (isAppError(error) && error.code === 'conflict') {
    throw new AppError('unavailable', TRACKING_SAYS.events_not_kept(), { retryAfter: 1, cause: error });
  }
  throw error;
};

const tooMuch = (): AppError => new AppError('rate_limited', TRACKING_SAYS.too_much_data(), { retryAfter: 1 });
