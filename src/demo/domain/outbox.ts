import type { Message } from './deliveries.ts';

/** What somebody did, without its id and its time. */
export type Said = Omit<Message, 'messageId' | 'timestamp' | 'receivedAt'>;

/** Collects messages in any order and gives them in order of time. */
export interface Outbox {
  /** Something happened at this instant (UTC ms); heard of at `receivedAt` when that was later. Nothing after the end is taken. */
  say(at: number, said: Said, receivedAt?: number): void;
  sorted(): readonly Message[];
}

/** An outbox whose messages have ids that begin with this text. */
export const createOutbox = (prefix: string, endsAt: number): Outbox => {
  const sent: { readonly at: number; readonly message: Message }[] = [];
  let number = 0;
  return {
    say: (at, said, receivedAt) => {
      number += 1;
      if (at >= endsAt) return;
      const named = { messageId: `${prefix}${number}`, timestamp: new Date(at).toISOString() };
      const isLate = receivedAt !== undefined && receivedAt > at && receivedAt < endsAt;
      sent.push({ at, message: isLate ? { ...named, receivedAt: new Date(receivedAt).toISOString(), ...said } : { ...named, ...said } });
    },
    sorted: () => sent.sort((a, b) => a.at - b.at).map(({ message }) => message),
  };
};
