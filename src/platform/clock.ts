import { randomFillSync } from 'node:crypto';
import { type IdKind, makeId } from '#kernel/ids.ts';

/** The only place time comes from, so that a test can set it. */
export interface Clock {
  /** Now, in UTC milliseconds. */
  now(): number;
}

/** The real clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands until it is moved; scenarios walk through days with it. */
export const manualClock = (start: number): Clock & { set(now: number): void; advance(ms: number): void } => {
  let current = start;
  return {
    now: () => current,
    set: (now) => {
      current = now;
    },
    advance: (ms) => {
      current += ms;
    },
  };
};

/** A new id of a kind, sortable by the clock's time. */
export const newId = (kind: IdKind, now: number): string => makeId(kind, now, entropy());

const ENTROPY_BYTES = 12;
const pool = Buffer.alloc(ENTROPY_BYTES * 512);
let used = pool.length;

// Asking the system for so little is most of the cost of an id, and imports make thousands: each byte is drawn ahead, and used once.
const entropy = (): Uint8Array => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ENTROPY_BYTES;
  return pool.subarray(used - ENTROPY_BYTES, used);
};
