import type { ClickHouse } from '#platform/clickhouse.ts';

/** How many fingerprints travel in one answer: 5 MB of text. */
const PAGE = 500_000;

/** The upper 36 bits of the 64-bit ids received on one day (days since 1970, UTC). */
export interface DayOfFingerprints {
  readonly day: number;
  readonly tops: readonly number[];
}

/** Which of these facts does the event store have already? Ids as decimal text. */
export const knownMessageIds = async (clickhouse: ClickHouse, ws: number, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await clickhouse.query<{ id: string }>(
    'select distinct toString(id) as id from message_ids where ws = {ws:UInt32} and id in {ids:Array(UInt64)}',
    { ws, ids: ids.map(BigInt) },
  );
  return new Set(rows.map((row) => row.id));
};

/** Every message id received since a day (days since 1970, UTC), as fingerprints, in pages. */
export async function* fingerprintsSince(clickhouse: ClickHouse, day: number): AsyncGenerator<DayOfFingerprints> {
  const days = await clickhouse.query<{ day: number; n: number }>(
    'select toUInt16(received) as day, count() as n from message_ids where received >= toDate({day:UInt16}) group by received order by received',
    { day },
  );
  for (const { day, n } of days) {
    const pages = Math.ceil(n / PAGE);
    for (let page = 0; page < pages; page += 1) {
      // Whole numbers of this size are exact as floating point, and as such they come as numbers.
      const [row] = await clickhouse.query<{ tops: number[] }>(
        `select groupArray(toFloat64(bitShiftRight(id, 28))) as tops from message_ids
        where received = toDate({day:UInt16}) and id % {pages:UInt32} = {page:UInt32}`,
        { day, pages, page },
      );
      yield { day, tops: row?.tops ?? [] };
    }
  }
}
