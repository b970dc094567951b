import { isRecordFact } from '#kernel/record-facts.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { WatermarkQuestion } from './freshness.ts';
import type { KeptFacts } from './kept-sums.ts';
import { DAY_MS } from './questions/day-cuts.ts';

/** May the tables of hours speak for the facts of these names? */
export interface HourTables {
  /** How many facts they tell of. */
  readonly facts: number;
  /** They tell of as many facts as there are. While facts are taken out, or an insert is not yet in all tables, they do not. */
  readonly isWhole: boolean;
  /** The first day (UTC ms) with something dated later than the instant that was asked for; null when there is none. */
  readonly aheadFrom: number | null;
}

/** Do the tables of hours tell of all facts of these names (null: any)? Every count is kept by a view of its own, so that equal ones tell of the same facts. */
export const readHourTables = async (clickhouse: ClickHouse, kept: KeptFacts, asked: WatermarkQuestion): Promise<HourTables> => {
  const { ws, events, asOf } = asked;
  const heard = sum(events === null ? [...kept.heard.values()].map(({ n }) => n) : events.map((event) => kept.heard.get(event)?.n ?? 0));
  const told = sum(events === null ? [...kept.told.values()] : events.map((event) => kept.told.get(event) ?? 0));
  const done = sum([...kept.told].map(([event, n]) => (isRecordFact(event) ? 0 : n)));
  const aheadFrom = kept.lastAt <= asOf ? null : await firstAhead(clickhouse, ws, asOf);
  return { facts: told, isWhole: heard === told && done === kept.active, aheadFrom };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const firstAhead = async (clickhouse: ClickHouse, ws: number, asOf: number): Promise<number | null> => {
  const [row] = await clickhouse.query<{ found: number; first: number }>(
    `select count() as found, min(day) as first from person_days
    where ws = {ws:UInt32} and day >= {today:Int32} and toInt64(day) * ${DAY_MS} + latest > {asOf:Int64}`,
    { ws, asOf, today: Math.floor(asOf / DAY_MS) },
  );
  return row === undefined || Number(row.found) === 0 ? null : Number(row.first) * DAY_MS;
};

/** Are the tables of hours exact as of an instant (UTC ms)? What is dated later must not lie in a day of UTC that has begun. */
export const areHoursExact = ({ isWhole, aheadFrom }: HourTables, asOf: number): boolean =>
  isWhole && (aheadFrom === null || aheadFrom > asOf);
