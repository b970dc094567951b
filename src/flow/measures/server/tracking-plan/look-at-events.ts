import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { MeasuredWorkspace } from '../../domain/answer.ts';
import type { EventCounts } from '../../domain/tracking-plan/findings.ts';
import type { PropertyCounts } from '../../domain/tracking-plan/seen.ts';
import { rowsOf } from '../../store/statement.ts';
import {
  type PropertyRow,
  propertyCounts,
  type Sample,
  type SeenTotals,
  sampleSizes,
  seenDays,
  seenTotals,
} from '../../store/tracking-plan/seen-events.ts';

/** Days of history that volumes are judged by: eight weeks before the last one. */
const HISTORY_DAYS = 63;
/** How far back events are recent. */
export const RECENT_DAYS = 28;
/** About as many events are looked at for their properties, whatever the size of the workspace. */
const LOOKED_AT = 100_000;

/** An event as it was tracked; `days` are whole days up to yesterday. */
export interface TrackedEvent extends EventCounts {
  readonly first: number;
  readonly last: number;
  /** With today, which is not over. */
  readonly recentDays: readonly number[];
}

/** Which events were tracked, how often, since and until when? By name. */
export const trackedEvents = async (
  clickhouse: ClickHouse,
  workspace: MeasuredWorkspace,
  now: number,
): Promise<readonly TrackedEvent[]> => {
  const { ws, timeZone: zone } = workspace;
  const today = dateOf(now, zone);
  const first = addDays(today, -HISTORY_DAYS);
  const [totals, days] = await Promise.all([
    rowsOf<SeenTotals>(clickhouse, seenTotals({ ws, zone })),
    rowsOf<{ event: string; day: string; n: string }>(clickhouse, seenDays({ ws, zone }, startOfDate(first, zone))),
  ]);
  const counts = new Map(days.map(({ event, day, n }) => [`${event}\n${day}`, Number(n)]));
  const dates = Array.from({ length: HISTORY_DAYS + 1 }, (_, index) => addDays(first, index));
  return totals.map(({ event, total, first: began, last, last_day }) => {
    const all = dates.map((date) => counts.get(`${event}\n${date}`) ?? 0);
    const recentDays = all.slice(-RECENT_DAYS);
    const recent = recentDays.reduce((sum, n) => sum + n, 0);
    return {
      name: event,
      total: Number(total),
      recent,
      lastDay: last_day,
      days: all.slice(0, -1),
      first: Number(began),
      last: Number(last),
      recentDays,
    };
  });
};

/** What was found in the properties of the events that were looked at. */
export interface LookedAt {
  readonly sizes: ReadonlyMap<string, number>;
  readonly properties: readonly PropertyCounts[];
}

/** What do recent events carry? Of `recent` many, an even sample of at most some 100,000 is looked at. */
export const lookAtProperties = async (
  clickhouse: ClickHouse,
  { ws, event, now, recent }: { readonly ws: number; readonly event?: string; readonly now: number; readonly recent: number },
): Promise<LookedAt> => {
  const sample: Sample = {
    ...{ ws, since: now - RECENT_DAYS * 86_400_000, every: Math.max(1, Math.ceil(recent / LOOKED_AT)) },
    ...(event !== undefined && { event }),
  };
  const [sizes, rows] = await Promise.all([
    rowsOf<{ event: string; n: string }>(clickhouse, sampleSizes(sample)),
    rowsOf<PropertyRow>(clickhouse, propertyCounts(sample)),
  ]);
  return {
    sizes: new Map(sizes.map(({ event: name, n }) => [name, Number(n)])),
    properties: rows.map((row) => ({
      ...row,
      ...{
        count: Number(row.count),
        numbers: Number(row.numbers),
        booleans: Number(row.booleans),
        dates: Number(row.dates),
        distinct: Number(row.distinct),
      },
    })),
  };
};
