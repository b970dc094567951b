import { CANDIDATE_PATTERN } from '../../domain/tracking-plan/personal-data.ts';
import type { PropertyCounts } from '../../domain/tracking-plan/seen.ts';
import { NOT_OF_RECORDS } from '../questions/unit-facts.ts';
import type { Statement } from '../statement.ts';

/** Whose events, in which zone their days are. */
export interface SeenScope {
  readonly ws: number;
  readonly zone: string;
}

export interface SeenTotals {
  readonly event: string;
  readonly total: string;
  /** UTC ms. */
  readonly first: string;
  readonly last: string;
  /** Local date of the last. */
  readonly last_day: string;
}

/** How often was each event tracked, and when first and last? What records tell about themselves is not tracked. */
export const seenTotals = ({ ws, zone }: SeenScope): Statement => ({
  sql: `select event, count() as total, toUnixTimestamp64Milli(min(at)) as first, toUnixTimestamp64Milli(max(at)) as last, toDate(max(at), {zone:String}) as last_day
    from events where ws = {ws:UInt32} and ${NOT_OF_RECORDS} group by event order by event`,
  params: { ws, zone },
});

/** How often was each event tracked on each local day from `since` (UTC ms) on? */
export const seenDays = ({ ws, zone }: SeenScope, since: number): Statement => ({
  sql: `select event, toDate(at, {zone:String}) as day, count() as n
    from events where ws = {ws:UInt32} and ${NOT_OF_RECORDS} and at >= {since:DateTime64(3)} group by event, day order by event, day`,
  params: { ws, zone, since: new Date(since) },
});

/** Which events are looked at: of one name or of all, one in `every`, from `since` (UTC ms) on. */
export interface Sample {
  readonly ws: number;
  readonly event?: string;
  readonly since: number;
  readonly every: number;
}

/** How many events of each name are looked at? */
export const sampleSizes = (sample: Sample): Statement => {
  const { from, params } = sampled(sample);
  return { sql: `select event, count() as n from ${from} group by event order by event`, params };
};

/** What each property of the events looked at holds. Columns of their own in the store are properties to whoever tracks. */
export const propertyCounts = (sample: Sample): Statement => {
  const { from, params } = sampled(sample);
  return {
    sql: `select event, property, count() as count, countIf(isNotNull(toFloat64OrNull(value))) as numbers, countIf(value in ('true', 'false')) as booleans,
      countIf(match(value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}')) as dates, uniq(value) as distinct, topK(8)(substring(value, 1, 200)) as values,
      groupUniqArrayIf(20)(substring(value, 1, 200), match(value, {suspect:String})) as suspects
    from (select event, mapUpdate(mapFilter((_, text) -> text != '', map('feature', toString(feature), 'path', toString(path), 'channel', toString(channel))),
        mapApply((name, text) -> (toString(name), text), props)) as all from ${from})
      array join mapKeys(all) as property, mapValues(all) as value
    where value != '' group by event, property order by event, property`,
    params: { ...params, suspect: CANDIDATE_PATTERN },
  };
};

// By the id of the fact: the same events are looked at whenever they are asked for.
const sampled = ({ ws, event, since, every }: Sample): { readonly from: string; readonly params: Statement['params'] } => ({
  from: `(select event, feature, path, channel, props from events where ws = {ws:UInt32} and ${event === undefined ? NOT_OF_RECORDS : 'event = {event:String}'}
    and at >= {since:DateTime64(3)} and id % {every:UInt32} = 0)`,
  params: { ws, since: new Date(since), every, ...(event !== undefined && { event }) },
});

/** A row of propertyCounts as the event store answers it: counts are texts. */
export type PropertyRow = { readonly [Key in keyof PropertyCounts]: PropertyCounts[Key] extends number ? string : PropertyCounts[Key] };
