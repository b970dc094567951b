import { type KeptMessage, parseTrackingMessage } from '#flow/intake/index.ts';
import type { Message } from '../../domain/deliveries.ts';

/** Messages as the event door reads history, and those that must be asked about: who they are from follows for the others. */
export interface ReadMessages {
  readonly kept: readonly { readonly message: KeptMessage; readonly speaker: number }[];
  /** Those that say something of a person or a company, and the first that names itself by the same ids. */
  readonly speakers: readonly KeptMessage[];
  readonly refused: number;
}

/**
 * Reads messages as the event door does. Whoever names itself by the same ids is the same at the end of the batch, so that of a hundred uses of one
 * person only the first is asked about.
 */
export const readMessages = (messages: readonly Message[], now: number): ReadMessages => {
  const kept: { message: KeptMessage; speaker: number }[] = [];
  const speakers: KeptMessage[] = [];
  const known = new Map<string, number>();
  let refused = 0;
  for (const raw of messages) {
    // What is simulated is small: it need not be measured one by one.
    const parsed = parseTrackingMessage(raw, { receivedAt: now, now, sentAt: undefined, isHistory: true, bodyBytes: 0 });
    if (!parsed.ok) {
      refused += 1;
      continue;
    }
    const message: KeptMessage = { ...parsed.message, messageId: raw.messageId };
    const key = namesOf(message);
    let speaker = known.get(key);
    if (speaker === undefined || saysMore(message)) {
      speaker = speakers.push(message) - 1;
      known.set(key, speaker);
    }
    kept.push({ message, speaker });
  }
  return { kept, speakers, refused };
};

const namesOf = ({ anonymousId, userId, deviceId, groupId, email, context }: KeptMessage): string =>
  [anonymousId, userId, deviceId, groupId, email, context.isBot].join('\n');

const saysMore = ({ kind, traits }: KeptMessage): boolean =>
  kind === 'identify' || kind === 'group' || kind === 'alias' || !isEmpty(traits.set) || !isEmpty(traits.setOnce);

const isEmpty = (traits: object): boolean => {
  for (const _ in traits) return false;
  return true;
};
