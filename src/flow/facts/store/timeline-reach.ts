import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';

/** Whose timeline: the dense numbers under which an account is kept (its own, and those of accounts merged into it), or a person's. */
export type TimelineOwner = { readonly accounts: readonly number[] } | { readonly person: number };

/** A page of a timeline: the newest `limit` entries before an instant (UTC ms). */
export interface PageAsked {
  readonly ws: number;
  readonly owner: TimelineOwner;
  readonly before: number;
  readonly limit: number;
  readonly timeZone: string;
}

const DAY_MS = 86_400_000;

/** So many facts for each entry: of most owners two come together in an entry, of busy ones a dozen. */
const FACTS_AN_ENTRY = [3, 15];

/** Of an account's days the last are asked first: those of a person lie together in the table, those of an account do not. */
const RECENT_DAYS = 60;

/** The test of rows that they are an owner's. */
export const ownerSql = (owner: TimelineOwner): string =>
  'accounts' in owner ? 'account in {owner:Array(UInt32)}' : 'person in {owner:Array(UInt32)}';

/** The numbers that `ownerSql` names. */
export const numsOf = (owner: TimelineOwner): readonly number[] => ('accounts' in owner ? owner.accounts : [owner.person]);

/**
 * From which instants (UTC ms, beginnings of local days) on does a page likely find enough? The latest first, the beginning of time last. The table of days tells how much
 * somebody did on which day for a tenth of what it takes to read the facts; these decide whether the page is full.
 */
export const reachesOf = async (clickhouse: ClickHouse, page: PageAsked): Promise<readonly number[]> => {
  const lastDay = Math.floor((page.before - 1) / DAY_MS);
  const recent = 'accounts' in page.owner ? await daysSince(clickhouse, page, lastDay - RECENT_DAYS, lastDay) : [];
  const found = daysReached(recent, page.limit);
  const days = found.length === 0 ? daysReached(await daysSince(clickhouse, page, FIRST_DAY, lastDay), page.limit) : found;
  return [...days.map((day) => startOfDate(dateOf(day * DAY_MS, page.timeZone), page.timeZone)), 0];
};

const FIRST_DAY = -(2 ** 31);

/** What somebody did on a day of UTC. */
interface DayTold {
  readonly day: number;
  readonly told: number;
}

/** On which days is there so much, from the latest backwards, that a page of so many entries may be full? Of days with the latest first. */
export const daysReached = (days: readonly DayTold[], limit: number): readonly number[] => {
  const reached: number[] = [];
  let told = 0;
  for (const { day, told: more } of days) {
    told += more;
    const aim = FACTS_AN_ENTRY[reached.length];
    if (aim === undefined) break;
    if (told >= aim * limit) reached.push(day);
  }
  return reached;
};

const daysSince = async (clickhouse: ClickHouse, { ws, owner }: PageAsked, first: number, last: number): Promise<readonly DayTold[]> => {
  const rows = await clickhouse.query<DayTold>(
    `select day, sum(n) as told from person_days where ws = {ws:UInt32} and ${ownerSql(owner)} and day >= {first:Int32} and day <= {last:Int32}
     group by day order by day desc limit 2000`,
    { ws, owner: numsOf(owner), first, last: Math.min(last, 2 ** 31 - 1) },
  );
  return rows.map(({ day, told }) => ({ day, told: Number(told) }));
};
