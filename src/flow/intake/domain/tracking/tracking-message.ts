import type { Said } from '#kernel/saying.ts';
import type { TimeWarning } from './event-time.ts';
import type { FlatProperties, FlattenWarning } from './flatten-properties.ts';
import type { TrackingContext } from './tracking-context.ts';

/** The calls of the tracking API. */
export const TRACKING_KINDS = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
export type TrackingKind = (typeof TRACKING_KINDS)[number];

/** Limits of one message: bytes as JSON in UTF-8, characters of ids and names. */
export const MESSAGE_LIMITS = { bytes: 32 * 1024, idLength: 512, eventLength: 200, messageIdLength: 200 } as const;

/** A message that was understood. Ids are raw, as identity keeps them; null means not named. */
export type TrackingMessage = {
  readonly kind: TrackingKind;
  /** The library's id of the message, by which a repetition is known; null when it names none. */
  readonly messageId: string | null;
  /** The name of the fact: the tracked event, or `page_viewed`, `screen_viewed`, `person_identified`, `group_identified`, `person_aliased`. */
  readonly event: string;
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly previousId: string | null;
  readonly groupId: string | null;
  readonly deviceId: string | null;
  readonly email: string | null;
  /** When it happened, corrected for the client's clock, and when it was received (of history: when it was known then); UTC ms. */
  readonly at: number;
  readonly receivedAt: number;
  readonly properties: FlatProperties;
  /** What an identify call says of the person, or a group call of the group; values are JSON. `setOnce` only fills what is missing. */
  readonly traits: { readonly set: Readonly<Record<string, unknown>>; readonly setOnce: Readonly<Record<string, unknown>> };
  readonly context: TrackingContext;
  readonly warnings: readonly TrackingWarning[];
};

/** Something that was ignored, cut or corrected; the message is kept. */
export type TrackingWarning = { readonly field: string; readonly code: TimeWarning | FlattenWarning; readonly said: Said };

/** Why a message cannot be kept, in which field, and what the sender can do. */
export type TrackingProblem = { readonly field: string; readonly code: ProblemCode; readonly said: Said };

export type ProblemCode = 'not_an_object' | 'unknown_type' | 'too_large' | 'missing' | 'wrong_type' | 'too_long' | 'reserved';

/** The answer to one message. */
export type ParsedMessage =
  | { readonly ok: true; readonly message: TrackingMessage }
  | { readonly ok: false; readonly problems: readonly TrackingProblem[] };

/** What is known of the request around a message. */
export type MessageReceipt = {
  /** When the request arrived, and our clock while reading it; UTC ms. */
  readonly receivedAt: number;
  readonly now: number;
  /** The call that the address names (`/v1/track`); it wins over the message's own `type`. */
  readonly kind?: TrackingKind;
  /** `sentAt` of the batch, for messages without one of their own. */
  readonly sentAt?: unknown;
  /** The messages tell of a past that is brought in afterwards, and say themselves when they were known. */
  readonly isHistory?: boolean;
  /** Size of the whole body; when even that keeps the limit of one message, single messages need not be measured. */
  readonly bodyBytes?: number;
};
