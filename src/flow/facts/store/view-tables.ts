import { RECORD_FACT_PREFIXES } from '#kernel/record-facts.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';

/** Between two instants (UTC ms, both inclusive). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span of these instants (UTC ms). */
export const spanOf = (instants: readonly number[]): Span => ({
  from: instants.reduce((least, instant) => Math.min(least, instant), Number.POSITIVE_INFINITY),
  to: instants.reduce((most, instant) => Math.max(most, instant), Number.NEGATIVE_INFINITY),
});

const HOUR_MS = 3_600_000;
const HOURS_AT_ONCE = 30 * 24;
const HOUR = `toInt32(floor(toUnixTimestamp64Milli(at) / ${HOUR_MS}))`;

/** The columns of the tables that views of the events keep by hours, as the views make them (migrations 0011 and 0012). */
export const HOUR_TABLES = {
  person_hours: `select ws, person, alias, account, ${HOUR} as hour, count() as n, max(toUInt32(toUnixTimestamp64Milli(at) - toInt64(hour) * ${HOUR_MS})) as latest
    from events where not match(event, '^(${RECORD_FACT_PREFIXES.join('|')})') and WHICH group by ws, person, alias, account, hour`,
  event_hours: `select ws, event, ${HOUR} as hour, count() as n, groupBitmapState(person) as people, groupBitmapState(account) as accounts
    from events where WHICH group by ws, event, hour`,
} as const;

/**
 * Makes the rows that views keep of a workspace's events anew from the events: they only ever add. Of the tables of hours, those of a span. No facts of
 * the workspace may come in meanwhile.
 */
export const keepAnew = async (clickhouse: ClickHouse, ws: number, { from, to }: Span): Promise<void> => {
  const hours = { first: Math.floor(from / HOUR_MS), last: Math.floor(to / HOUR_MS) };
  for (const [table, select] of Object.entries(HOUR_TABLES)) {
    await clickhouse.command(`delete from ${table} where ws = {ws:UInt32} and hour >= {first:Int32} and hour <= {last:Int32}`, {
      ws,
      ...hours,
    });
    // Some weeks at a time: those of fifty million events together need more memory than a statement may have.
    for (let first = hours.first; first <= hours.last; first += HOURS_AT_ONCE) {
      const params = { ws, since: first * HOUR_MS, until: (Math.min(first + HOURS_AT_ONCE - 1, hours.last) + 1) * HOUR_MS };
      // A token keeps what is told twice from counting twice; this may be the same as what was told before, and counts.
      await clickhouse.command(`insert into ${table} ${select.replace('WHICH', WHICH)} settings insert_deduplicate = 0`, params);
    }
  }
  await hearAnew(clickhouse, ws);
};

const WHICH =
  "ws = {ws:UInt32} and at >= fromUnixTimestamp64Milli({since:Int64}, 'UTC') and at < fromUnixTimestamp64Milli({until:Int64}, 'UTC')";

/** Notes anew when each event of a workspace was last heard of: what is gone was not heard. */
const hearAnew = async (clickhouse: ClickHouse, ws: number): Promise<void> => {
  await clickhouse.command('delete from facts_heard where ws = {ws:UInt32}', { ws });
  await clickhouse.command(
    `insert into facts_heard select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest,
       count() as n, groupBitXor(id) as ids from events where ws = {ws:UInt32} group by ws, event, quarter`,
    { ws },
  );
};
