import type { ClickHouse } from '#platform/clickhouse.ts';

/** How many fingerprints travel in one answer: 5 MB of text. */
const PAGE = 500_000;

/** The upper halves of the 64-bit ids received on one day (days since 1970, UTC). */
export interface DayOfFingerprints {
  readonly day: number;
  /** How many the whole day has. */
  readonly expected: number;
  readonly highs: readonly number[];
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
      const [row] = await clickhouse.query<{ highs: number[] }>(
        `select groupArray(toUInt32(bitShiftRight(id, 32))) as highs from message_ids
        where received = toDate({day:UInt16}) and id % {pages:UInt32} = {page:UInt32}`,
        { day, pages, page },
      );
      yield { day, expected: n, highs: row?.highs ?? [] };
    }
  }
}

/**
 * Adds ids that the event store has as events but not as ids, as after a crash between the two inserts; days are compared by their counts
 * first, since they hardly ever differ. Answers how many days were mended.
 */
export const mendMessageIds = async (clickhouse: ClickHouse, since: number): Promise<number> => {
  const days = await clickhouse.query<{ day: number }>(
    `select day from (
      select toUInt16(toDate(known)) as day, count() as events, 0 as ids from events
      where source in ('web', 'server') and known >= toDate({since:UInt16}) group by day
      union all
      select toUInt16(received) as day, 0 as events, count() as ids from message_ids where received >= toDate({since:UInt16}) group by day
    ) group by day having sum(events) > sum(ids) order by day`,
    { since },
  );
  for (const { day } of days) {
    await clickhouse.command(
      `insert into message_ids select ws, id, toDate(known) from events
      where source in ('web', 'server') and toDate(known) = toDate({day:UInt16})
        and (ws, id) not in (select ws, id from message_ids where received = toDate({day:UInt16}))`,
      { day },
    );
  }
  return days.length;
};
