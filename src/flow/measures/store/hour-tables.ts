import type { ClickHouse } from '#platform/clickhouse.ts';
import { DAY_MS } from './questions/day-cuts.ts';
import { NOT_OF_RECORDS } from './questions/unit-facts.ts';

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
export const readHourTables = async (
  clickhouse: ClickHouse,
  { ws, events, asOf }: { readonly ws: number; readonly events: readonly string[] | null; readonly asOf: number },
): Promise<HourTables> => {
  const named = events === null ? 'true' : 'event in {events:Array(String)}';
  const [row] = await clickhouse.query<Counts>(
    `select (select sum(n) from facts_heard where ws = {ws:UInt32} and ${named}) as heard,
      sumIf(n, ${named}) as told, sumIf(n, ${NOT_OF_RECORDS}) as done,
      (select sum(n) from person_days where ws = {ws:UInt32}) as by_person,
      (select min(${DAY_BEGINS}) from person_days where ws = {ws:UInt32} and ${DAY_BEGINS} + latest > {asOf:Int64} and day >= {day:Int32}) as ahead
    from event_hours where ws = {ws:UInt32}`,
    { ws, asOf, day: Math.floor(asOf / DAY_MS), ...(events !== null && { events }) },
  );
  const [heard, told, done, byPerson] = [row?.heard, row?.told, row?.done, row?.by_person].map(Number);
  const ahead = Number(row?.ahead ?? 0);
  return { facts: Number(told), isWhole: heard === told && done === byPerson, aheadFrom: ahead === 0 ? null : ahead };
};

const DAY_BEGINS = `toInt64(day) * ${DAY_MS}`;

interface Counts {
  readonly heard: number;
  readonly told: number;
  readonly done: number;
  readonly by_person: number;
  readonly ahead: number | null;
}

/** Are the tables of hours exact as of an instant (UTC ms)? What is dated later must not lie in a day of UTC that has begun. */
export const areHoursExact = ({ isWhole, aheadFrom }: HourTables, asOf: number): boolean =>
  isWhole && (aheadFrom === null || aheadFrom > asOf);
