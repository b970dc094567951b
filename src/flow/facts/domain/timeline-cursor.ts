/** Where a page of a timeline ended: the newest fact of its last entry (instant in UTC ms, and id), and what was known (UTC ms) when its first page was read. */
export interface TimelineCursor {
  readonly asOf: number;
  readonly at: number;
  readonly id: string;
}

/** The cursor as a text that `readCursor` understands. */
export const writeCursor = ({ asOf, at, id }: TimelineCursor): string => `${asOf}.${at}.${id}`;

/** The cursor that this text holds; null when no timeline gave it. */
export const readCursor = (text: string): TimelineCursor | null => {
  const [, asOf, at, id] = /^(-?\d{1,15})\.(-?\d{1,15})\.(\d{1,20})$/.exec(text) ?? [];
  if (asOf === undefined || at === undefined || id === undefined) return null;
  const cursor = { asOf: Number(asOf), at: Number(at), id };
  return isKept(cursor.asOf) && isKept(cursor.at) && BigInt(id) < 2n ** 64n ? cursor : null;
};

/** The last instant (UTC ms) that a timeline is asked about: the event store's DateTime64 ends in 2299. */
export const LAST_INSTANT = Date.UTC(2290, 0, 1);
const FIRST_INSTANT = Date.UTC(1900, 0, 1);
const isKept = (instant: number): boolean => instant >= FIRST_INSTANT && instant <= LAST_INSTANT;
