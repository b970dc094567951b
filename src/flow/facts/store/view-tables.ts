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
const DAY_MS = 24 * HOUR_MS;
const DAYS_AT_ONCE = 30;

// A one in each of the eight numbers of 32 bits of a column: moved up by the hour, it counts a fact in all hours from then on.
const EACH_HOUR = "toUInt256('26959946673427741531515197488526605382048662297355296634326893985793')";
const counted = (hour: string): string => `sum(bitShiftLeft(each_hour, toUInt16(32 * ${hour})))`;

/** The columns of the tables of hours, as the views of the events make them (migrations 0013 and 0012). */
export const HOUR_TABLES = {
  person_days: `with toHour(at) as hour, ${EACH_HOUR} as each_hour
    select ws, person, alias, account, toInt32(toDate32(at)) as day, groupBitOr(bitShiftLeft(toUInt32(1), hour)) as hours, count() as n,
      toUInt32(toUnixTimestamp64Milli(max(at)) - toInt64(day) * ${DAY_MS}) as latest,
      ${counted('least(hour, 8)')} as night, ${counted('(least(greatest(hour, 8), 16) - 8)')} as morning, ${counted('(greatest(hour, 16) - 16)')} as evening
    from events where not match(event, '^(${RECORD_FACT_PREFIXES.join('|')})') and WHICH group by ws, person, alias, account, day`,
  event_hours: `select ws, event, toInt32(floor(toUnixTimestamp64Milli(at) / ${HOUR_MS})) as hour, count() as n, groupBitmapState(person) as people, groupBitmapState(account) as accounts
    from events where WHICH group by ws, event, hour`,
} as const;

const PLACES = { person_days: { column: 'day', length: DAY_MS }, event_hours: { column: 'hour', length: HOUR_MS } } as const;

/**
 * Makes the rows that views keep of a workspace's events anew from the events: they only ever add. Of the tables of hours, those of a span. No facts of
 * the workspace may come in meanwhile.
 */
export const keepAnew = async (clickhouse: ClickHouse, ws: number, { from, to }: Span): Promise<void> => {
  for (const table of ['person_days', 'event_hours'] as const) {
    const { column, length } = PLACES[table];
    const [first, last] = [Math.floor(from / length), Math.floor(to / length)];
    await clickhouse.command(`delete from ${table} where ws = {ws:UInt32} and ${column} >= {first:Int32} and ${column} <= {last:Int32}`, {
      ...{ ws, first, last },
    });
    // Some weeks at a time: those of fifty million events together need more memory than a statement may have.
    const until = (last + 1) * length;
    for (let since = first * length; since < until; since += DAYS_AT_ONCE * DAY_MS) {
      const params = { ws, since, until: Math.min(since + DAYS_AT_ONCE * DAY_MS, until) };
      // A token keeps what is told twice from counting twice; this may be the same as what was told before, and counts.
      await clickhouse.command(
        `insert into ${table} ${HOUR_TABLES[table].replace('WHICH', WHICH)} settings insert_deduplicate = 0`,
        params,
      );
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
