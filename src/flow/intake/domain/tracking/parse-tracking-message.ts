import { flattenProperties } from './flatten-properties.ts';
import { kindOf, problem, problemsOf } from './message-problems.ts';
import { messageTimes } from './message-times.ts';
import { isObject, storableText, textOf } from './plain-text.ts';
import { trackingContext } from './tracking-context.ts';
import {
  MESSAGE_LIMITS,
  type MessageReceipt,
  type ParsedMessage,
  TRACKING_KINDS,
  type TrackingKind,
  type TrackingMessage,
} from './tracking-message.ts';
import { TRACKING_SAYS } from './tracking-sayings.ts';
import { warningsOf } from './tracking-warnings.ts';

type Fields = Readonly<Record<string, unknown>>;

const EMPTY: Fields = {};
const ID_LENGTH = MESSAGE_LIMITS.idLength;
/** The fact that a call tells; a track call tells its own. */
const FACTS: Readonly<Record<Exclude<TrackingKind, 'track'>, string>> = {
  page: 'page_viewed',
  screen: 'screen_viewed',
  identify: 'person_identified',
  group: 'group_identified',
  alias: 'person_aliased',
};
/** Properties with a meaning of their own: changes of traits, and the address of the machine, which is never kept. */
const SPECIAL = new Set(['$set', '$set_once', '$ip']);

/**
 * What does this message of the Segment tracking specification say, or why can it not be kept? Reads by hand, as this is the hottest path of
 * the product; `TrackingInput` in `tracking-schema.ts` states the same rules as a schema, and a test holds the two together.
 */
export function parseTrackingMessage(raw: unknown, receipt: MessageReceipt): ParsedMessage {
  if (!isObject(raw)) {
    return {
      ok: false,
      problems: [problem('message', 'not_an_object', TRACKING_SAYS.message_not_object())],
    };
  }
  const kind = kindOf(raw, receipt.kind);
  if (kind === null) {
    return { ok: false, problems: [problem('type', 'unknown_type', TRACKING_SAYS.message_type_unknown({ types: TRACKING_KINDS }))] };
  }
  const isMeasured = receipt.bodyBytes !== undefined && receipt.bodyBytes <= MESSAGE_LIMITS.bytes;
  const problems = problemsOf(raw, kind, isMeasured);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, message: messageFrom(raw, kind, receipt) };
}

function messageFrom(raw: Fields, kind: TrackingKind, receipt: MessageReceipt): TrackingMessage {
  const stated = fieldsOf(raw.properties);
  const given = fieldsOf(raw.context);
  const traits = fieldsOf(raw.traits);
  const tellsTraits = kind === 'identify' || kind === 'group';
  const context = trackingContext(given, stated, kind === 'page');
  const time = messageTimes(raw, receipt);
  const flattened = flattenProperties(tellsTraits ? traits : named(raw, stated, kind), SPECIAL);
  return {
    kind,
    messageId: textOf(raw.messageId),
    event: kind === 'track' ? storableText(String(raw.event)).trim() : FACTS[kind],
    userId: textOf(raw.userId, ID_LENGTH),
    anonymousId: textOf(raw.anonymousId, ID_LENGTH),
    previousId: kind === 'alias' ? textOf(raw.previousId, ID_LENGTH) : null,
    groupId: textOf(raw.groupId, ID_LENGTH) ?? textOf(given?.groupId, ID_LENGTH),
    deviceId: context.deviceId,
    email: emailOf(kind, traits, given),
    at: time.at,
    receivedAt: time.known,
    properties: flattened.properties,
    traits: {
      set: (tellsTraits ? traits : fieldsOf(stated?.$set)) ?? EMPTY,
      setOnce: fieldsOf(stated?.$set_once) ?? EMPTY,
    },
    context,
    warnings: warningsOf(time, flattened, tellsTraits ? 'traits' : 'properties'),
  };
}

/** Pages and screens name themselves beside their properties. */
function named(raw: Fields, properties: Fields | null, kind: TrackingKind): Fields | null {
  if (kind !== 'page' && kind !== 'screen') return properties;
  if (raw.name === undefined && raw.category === undefined) return properties;
  return { name: textOf(raw.name, 500), category: textOf(raw.category, 500), ...properties };
}

/** A group's traits may hold an address too, but that is the group's, not the person's. */
function emailOf(kind: TrackingKind, traits: Fields | null, context: Fields | null): string | null {
  const own = kind === 'identify' ? textOf(traits?.email, 320) : null;
  return own ?? textOf(fieldsOf(context?.traits)?.email, 320);
}

function fieldsOf(raw: unknown): Fields | null {
  return isObject(raw) ? raw : null;
}
