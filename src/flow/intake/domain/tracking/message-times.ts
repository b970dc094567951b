import { type EventTime, plausibleTime } from './event-time.ts';
import { instantFrom } from './instant-text.ts';
import type { MessageReceipt } from './tracking-message.ts';

type Fields = Readonly<Record<string, unknown>>;

/** When did a message happen, and when was it known (UTC ms)? */
export type MessageTimes = EventTime & { readonly known: number };

/**
 * When did this message happen, and since when is it known? A live one is known when it arrives. History is known when it happened, or at its own
 * `receivedAt` when that is later and not ahead of us; its `sentAt` corrects the clock only beside that, as the batch was sent long afterwards.
 */
export function messageTimes(raw: Fields, receipt: MessageReceipt): MessageTimes {
  const { receivedAt, now } = receipt;
  if (!receipt.isHistory) return { ...plausibleTime(statedTimes(raw, receipt)), known: receivedAt };
  const arrived = instantFrom(raw.receivedAt);
  const heard = arrived === null ? null : Math.min(arrived, receivedAt);
  const stated = statedTimes(raw, { receivedAt: heard ?? receivedAt, now, sentAt: undefined });
  const time = plausibleTime(heard === null ? { ...stated, sentAt: undefined } : stated);
  return { ...time, known: Math.min(Math.max(time.at, heard ?? time.at), receivedAt) };
}

/** A message with both times was corrected by the tool that forwards it; only a single time is the raw word of the client. */
function statedTimes(raw: Fields, { receivedAt, now, sentAt }: MessageReceipt): Parameters<typeof plausibleTime>[0] {
  const { timestamp, originalTimestamp } = raw;
  const wasCorrected = hasValue(timestamp) && hasValue(originalTimestamp);
  const sent = wasCorrected ? undefined : (raw.sentAt ?? sentAt);
  return { timestamp: hasValue(timestamp) ? timestamp : originalTimestamp, sentAt: sent, receivedAt, clock: now };
}

function hasValue(raw: unknown): boolean {
  return raw !== undefined && raw !== null && raw !== '';
}
