import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { FactGroup, TimelineEntry } from '../contracts.ts';
import { GROUP_PREFIXES, groupOf } from '../domain/fact-groups.ts';
import type { TimelineCursor } from '../domain/timeline-cursor.ts';
import { numsOf, ownerSql, type PageAsked, reachesOf } from './timeline-reach.ts';

/** A page of somebody's timeline: of facts before `before` and, when it is a further page, of the entries that come after the last one of the page before. */
export interface TimelineQuestion extends PageAsked {
  readonly groups: readonly FactGroup[];
  readonly asOf: number;
  readonly after?: Pick<TimelineCursor, 'at' | 'id'>;
}

export interface TimelineRow extends Omit<TimelineEntry, 'personId' | 'personName'> {
  readonly person: number;
}

interface Row {
  readonly newest_id: string;
  readonly event: string;
  readonly latest: string;
  readonly learned: string;
  readonly count: number;
  readonly person: number;
  readonly subject: string;
  readonly amount: number;
  readonly source: string;
  readonly feature: string;
  readonly path: string;
  readonly channel: string;
  readonly props: Record<string, string>;
}

/** What happened, newest first. Use of one feature, or views of one page, by one person on one day come as one entry with their count. */
export const readTimeline = async (clickhouse: ClickHouse, question: TimelineQuestion): Promise<readonly TimelineRow[]> => {
  // A page is mostly filled by the last days; only when it is not, older ones are opened. Facts may lie ahead of what is known; they are read in any case.
  let rows: readonly TimelineRow[] = [];
  const page = { ...question, before: Math.min(question.before, question.asOf + 1, (question.after?.at ?? question.before) + 1) };
  for (const since of isOfUse(question.groups) ? await reachesOf(clickhouse, page) : [0]) {
    rows = await rowsSince(clickhouse, { ...question, before: wholeDays(question) }, since);
    if (rows.length >= question.limit) break;
  }
  return rows;
};

// An entry is told by all facts of its day, wherever in it a page ended: else what is left of the day would come as an entry once more.
const wholeDays = ({ after, before, timeZone }: TimelineQuestion): number =>
  after === undefined ? before : Math.min(before, startOfDate(addDays(dateOf(after.at, timeZone), 1), timeZone));

// Facts of records are few, and the table of days does not count them.
const isOfUse = (groups: readonly FactGroup[]): boolean =>
  groups.length === 0 || groups.some((group) => group === 'usage' || group === 'web');

const rowsSince = async (clickhouse: ClickHouse, question: TimelineQuestion, since: number): Promise<readonly TimelineRow[]> => {
  const rows = await clickhouse.query<Row>(
    `select max((at, id)) as newest, toString(newest.2) as newest_id, event, newest.1 as latest, max(known) as learned, count() as count, person, subject, sum(amount) as amount,
       any(source) as source, feature, path, any(channel) as channel, argMax(props, (at, id)) as props
     from (
       select * from events where ws = {ws:UInt32} and ${ownerSql(question.owner)} and known <= {asOf:DateTime64(3)} and at < {before:DateTime64(3)} and at >= {since:DateTime64(3)}
         and ${groupFilter(question.groups)}
     )
     -- A record's facts stand alone (their subject and instant differ); behaviour is told by the day.
     group by event, person, subject, feature, path, if(subject = '', toDate(at, {zone:String}), toDate(0)), if(subject = '', toDateTime64(0, 3), at)
     having ${question.after ? 'newest < ({endedAt:DateTime64(3)}, {endedId:UInt64})' : 'true'}
     order by newest desc limit {limit:UInt32}`,
    {
      ws: question.ws,
      owner: numsOf(question.owner),
      asOf: new Date(question.asOf),
      before: new Date(question.before),
      since: new Date(since),
      zone: question.timeZone,
      limit: question.limit,
      ...(question.after && { endedAt: new Date(question.after.at), endedId: question.after.id }),
      ...groupParams(),
    },
  );
  return rows.map(entryOf);
};

const entryOf = (row: Row): TimelineRow => ({
  id: row.newest_id,
  event: row.event,
  group: groupOf(row.event),
  at: Date.parse(row.latest),
  known: Date.parse(row.learned),
  count: Number(row.count),
  person: row.person,
  subject: row.subject || null,
  amountMinor: row.amount === 0 ? null : Number(row.amount),
  source: row.source,
  props: {
    ...row.props,
    ...(row.feature && { feature: row.feature }),
    ...(row.path && { path: row.path }),
    ...(row.channel && { channel: row.channel }),
  },
});

const groupParams = (): Record<string, readonly string[]> =>
  Object.fromEntries(GROUP_PREFIXES.map(([group, prefixes]) => [`g_${group}`, prefixes]));
const groupTest = (group: FactGroup): string => `arrayExists(prefix -> startsWith(event, prefix), {g_${group}:Array(String)})`;

const groupFilter = (groups: readonly FactGroup[]): string => {
  if (groups.length === 0) return 'true';
  const named = groups.filter((group) => group !== 'usage').map(groupTest);
  const usage = groups.includes('usage') ? [`not (${GROUP_PREFIXES.map(([group]) => groupTest(group)).join(' or ')})`] : [];
  return `(${[...named, ...usage].join(' or ')})`;
};

/** Which facts exist in a workspace: how many of each, the first and the last. */
export const factNames = async (
  clickhouse: ClickHouse,
  ws: number,
): Promise<{ event: string; count: number; first: number; last: number }[]> => {
  const rows = await clickhouse.query<{ event: string; count: number; first: string; last: string }>(
    'select event, count() as count, min(at) as first, max(at) as last from events where ws = {ws:UInt32} group by event order by count desc, event',
    { ws },
  );
  return rows.map((row) => ({ event: row.event, count: Number(row.count), first: Date.parse(row.first), last: Date.parse(row.last) }));
};

/** When the newest fact of a workspace was known (UTC ms); null without facts. */
export const newestKnown = async (clickhouse: ClickHouse, ws: number): Promise<number | null> => {
  const [row] = await clickhouse.query<{ newest: string; n: number }>(
    'select max(latest) as newest, count() as n from facts_heard where ws = {ws:UInt32}',
    { ws },
  );
  return row && Number(row.n) > 0 ? Date.parse(row.newest) : null;
};
