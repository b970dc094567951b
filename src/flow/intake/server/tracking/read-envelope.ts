import { AppError } from '#kernel/app-error.ts';
import { isObject } from '../../domain/tracking/plain-text.ts';
import type { TrackingKind } from '../../domain/tracking/tracking-message.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';

/** What a call of the tracking API brings: one kind for all messages when the address names it. */
export type Call = TrackingKind | 'batch';

/** The calls by the last part of their address, with the short forms that browser libraries use. */
export const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ...(['identify', 'track', 'page', 'screen', 'group', 'alias', 'batch'] as const).map((call): [string, Call] => [call, call]),
  ...(['identify', 'track', 'page', 'screen', 'group', 'alias', 'batch'] as const).map((call): [string, Call] => [call.charAt(0), call]),
]);

/** The messages of a request as they came, with what the request says for all of them. */
export interface Envelope {
  readonly messages: readonly unknown[];
  readonly kind: TrackingKind | undefined;
  readonly sentAt: unknown;
  /** The messages tell of a past that is brought in afterwards: each is known when it says, not now. */
  readonly isHistory: boolean;
  readonly writeKey: string | null;
}

/** What is in this body? A context of the whole batch holds for each message, whose own words win. */
export const readEnvelope = (call: Call, json: unknown): Envelope => {
  if (!isObject(json)) {
    throw new AppError('malformed', TRACKING_SAYS.body_not_object());
  }
  const writeKey = typeof json.writeKey === 'string' ? json.writeKey : null;
  if (call !== 'batch') return { messages: [json], kind: call, sentAt: json.sentAt, isHistory: false, writeKey };
  if (!Array.isArray(json.batch)) {
    throw new AppError('malformed', TRACKING_SAYS.batch_missing());
  }
  const { context } = json;
  const messages = isObject(context) ? json.batch.map((message: unknown) => withContext(message, context)) : json.batch;
  return { messages, kind: undefined, sentAt: json.sentAt, isHistory: json.historicalMigration === true, writeKey };
};

const withContext = (message: unknown, context: object): unknown =>
  isObject(message) ? { ...message, context: { ...context, ...(isObject(message.context) ? message.context : {}) } } : message;
