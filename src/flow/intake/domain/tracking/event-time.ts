import { instantFrom } from './instant-text.ts';

/** The times of one message, as they arrived. `receivedAt`: when it reached us (UTC ms); `clock`: our clock while reading it. */
export type StatedTimes = {
  readonly timestamp?: unknown;
  readonly sentAt?: unknown;
  /** How long before receipt it happened, in ms; some libraries send this instead of a timestamp. */
  readonly offsetMs?: unknown;
  readonly receivedAt: number;
  readonly clock: number;
};

/** What was wrong with the stated times. */
export type TimeWarning = 'bad_timestamp' | 'bad_sent_at' | 'bad_offset' | 'time_ahead' | 'time_ancient';

/** When it happened (UTC ms), and what had to be ignored to say so. */
export type EventTime = { readonly at: number; readonly warnings: readonly TimeWarning[] };

/** A correction that leads further ahead than this is itself wrong: no zone is further away. */
const AHEAD_LIMIT_MS = 23 * 3_600_000;
/** Nothing tracked is older; such a time is the zero of a broken clock. */
const OLDEST = Date.UTC(1995, 0, 1);

/**
 * When did it happen by the client's word, corrected for a wrong clock: at = receivedAt − (sentAt − timestamp)? A correction more than 23 h
 * ahead is dropped, an unusable time ignored, each with a warning; without any time it is the receipt.
 */
export function eventTime(stated: StatedTimes): EventTime {
  if (isNamed(stated.offsetMs)) return fromOffset(stated);
  if (!isNamed(stated.timestamp)) return { at: stated.receivedAt, warnings: [] };
  const timestamp = instantFrom(stated.timestamp);
  if (timestamp === null) return { at: stated.clock, warnings: ['bad_timestamp'] };
  if (!isNamed(stated.sentAt)) return { at: timestamp, warnings: [] };
  const sentAt = instantFrom(stated.sentAt);
  if (sentAt === null) return { at: timestamp, warnings: ['bad_sent_at'] };
  return unlessAhead(stated.receivedAt + timestamp - sentAt, timestamp, stated.receivedAt);
}

/** The same, but never in the future by more than 23 h nor before 1995: then it is the receipt, as charts must not grow such days. */
export function plausibleTime(stated: StatedTimes): EventTime {
  const { at, warnings } = eventTime(stated);
  if (at - stated.receivedAt > AHEAD_LIMIT_MS) return { at: stated.receivedAt, warnings: withWarning(warnings, 'time_ahead') };
  if (at < OLDEST) return { at: stated.receivedAt, warnings: withWarning(warnings, 'time_ancient') };
  return { at, warnings };
}

function fromOffset({ offsetMs, timestamp, receivedAt }: StatedTimes): EventTime {
  const offset = typeof offsetMs === 'string' ? Number(offsetMs) : offsetMs;
  const at = typeof offset === 'number' ? instantFrom(new Date(receivedAt - offset).getTime()) : null;
  if (at === null) return { at: receivedAt, warnings: ['bad_offset'] };
  return unlessAhead(at, instantFrom(timestamp) ?? receivedAt, receivedAt);
}

function unlessAhead(corrected: number, otherwise: number, receivedAt: number): EventTime {
  return corrected - receivedAt > AHEAD_LIMIT_MS ? { at: otherwise, warnings: ['time_ahead'] } : { at: corrected, warnings: [] };
}

function withWarning(warnings: readonly TimeWarning[], warning: TimeWarning): readonly TimeWarning[] {
  return warnings.includes(warning) ? warnings : [...warnings, warning];
}

function isNamed(raw: unknown): boolean {
  return raw !== undefined && raw !== null && raw !== '';
}
