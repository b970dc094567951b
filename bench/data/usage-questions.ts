import type { ApiClient } from '../machine/api-client.ts';
import { DAYS } from './usage-events.ts';

const DAY_MS = 86_400_000;

/** A question as it is asked through the API, and by hand: the `run` makes each another question. */
export interface UsageAsk {
  readonly name: string;
  readonly ask: (api: ApiClient, run: number) => Promise<unknown>;
  /** The best SQL that we know for the same answer from the events themselves. */
  readonly byHand: string;
  /** Reads the columns that the question needs, and does nothing with them. */
  readonly scan: string;
  /** Milliseconds at 10 and at 50 million events. */
  readonly aims: readonly [number, number];
}

type Unit = 'person' | 'account';

/** The questions of the aims, by person and by account. */
export const usageQuestions = ({ now }: { readonly now: number }): readonly UsageAsk[] =>
  (['person', 'account'] as const).flatMap((unit) => questionsOf(unit, now));

const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const FUNNEL = ['signed_up', 'project_created', 'teammate_invited', 'report_exported'];
const THREE = ['page_viewed', 'feature_used', 'signed_in'];
const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const questionsOf = (unit: Unit, now: number): readonly UsageAsk[] => {
  const asks = (question: object) => (api: ApiClient, run: number) =>
    // The first days have few facts: a range that begins a few days later is another question of the same size.
    api.post('/api/v1/questions/ask', { question: { unit, ...rangeOf(run), ...question } });
  const rangeOf = (run: number) => ({ range: { from: dayAt(now - (DAYS - (run % 30)) * DAY_MS), to: dayAt(now) } });
  const events = (names: readonly string[]) => ({ events: [...names] });
  const windowFunnel = (by: string, more: string) =>
    `select level, count()${by === '' ? '' : ', c'} from (select ${unit}, windowFunnel(1209600000)(toUInt64(toUnixTimestamp64Milli(at)), ${FUNNEL.map((name) => `event = '${name}'`).join(', ')}) as level${more}
      from events where ws = 1 and event in (${list(FUNNEL)}) group by ${unit}) group by level${by}`;
  const funnelScan = `select count(), sum(cityHash64(${unit}, at)) from events where ws = 1 and event in (${list(FUNNEL)})`;
  const wholeScan = `select count(), sum(cityHash64(${unit}, at)) from events where ws = 1`;
  // Weeks begin on Mondays; day 4 after 1 January 1970 was one.
  const monday = Math.floor((now / DAY_MS - DAYS - 4) / 7) * 7 + 4;
  const week = `bitShiftLeft(toUInt32(1), toUInt8(intDiv(toUInt32(toDate(at)) - ${monday}, 7)))`;
  const path = 'arraySlice(arrayCompact(arrayMap(x -> x.2, arraySort(x -> x.1, groupArray((at, path))))), 1, 5)';
  const owner = unit === 'person' ? 'people/per_' : 'accounts/acc_';
  return [
    {
      name: `funnel, 4 steps, 14 days, by ${unit}`,
      ask: asks({ kind: 'funnel', steps: FUNNEL.map((name) => events([name])) }),
      byHand: windowFunnel('', ''),
      scan: funnelScan,
      aims: [60, 160],
    },
    {
      name: `funnel by a property, by ${unit}`,
      ask: asks({ kind: 'funnel', steps: FUNNEL.map((name) => events([name])), breakdown: { field: 'event.channel', top: 5 } }),
      byHand: windowFunnel(', c', `, argMinIf(channel, at, event = '${FUNNEL[0]}') as c`),
      scan: `select count(), sum(cityHash64(${unit}, at, channel)) from events where ws = 1 and event in (${list(FUNNEL)})`,
      aims: [75, 180],
    },
    {
      name: `weekly retention, any activity, by ${unit}`,
      ask: asks({ kind: 'retention', interval: 'week', start: events([]), back: events([]) }),
      byHand: `with m as (select ${unit}, groupBitOr(${week}) as mask from events where ws = 1 group by ${unit})
        select c, n, count() from (select bitCount(bitXor(mask, mask - 1)) - 1 as c, arrayJoin(range(toUInt8(27 - c))) as n, mask from m) where bitTest(mask, c + n) group by c, n`,
      scan: wholeScan,
      aims: [40, 60],
    },
    {
      name: `weekly retention, sign-up to sign-in, by ${unit}`,
      ask: asks({ kind: 'retention', interval: 'week', start: events(['signed_up']), back: events(['signed_in']) }),
      byHand: `with m as (select ${unit}, groupBitOrIf(${week}, event = 'signed_up') as began, groupBitOrIf(${week}, event = 'signed_in') as mask
          from events where ws = 1 and event in ('signed_up', 'signed_in') group by ${unit} having began > 0)
        select c, n, count() from (select bitCount(bitXor(began, began - 1)) - 1 as c, arrayJoin(range(toUInt8(27 - c))) as n, mask from m) where bitTest(mask, c + n) group by c, n`,
      scan: `select count(), sum(cityHash64(${unit}, at)) from events where ws = 1 and event in ('signed_up', 'signed_in')`,
      aims: [40, 60],
    },
    {
      name: `D1, D7, D30, any activity, by ${unit}`,
      ask: asks({
        kind: 'retention',
        interval: 'day',
        start: events([]),
        back: events([]),
        returns: 'bracket',
        brackets: [
          [1, 1],
          [7, 7],
          [30, 30],
        ],
      }),
      byHand: `select sum(has(ds, f + 1)), sum(has(ds, f + 7)), sum(has(ds, f + 30)), count() from (select ${unit}, groupUniqArray(toUInt16(toDate(at))) as ds, arrayMin(ds) as f from events where ws = 1 group by ${unit})`,
      scan: wholeScan,
      aims: [60, 130],
    },
    {
      name: `daily uniques of 3 events, ${DAYS} days, by ${unit}`,
      ask: asks({ kind: 'trend', series: THREE.map((name) => events([name])) }),
      byHand: `select event, toDate(at) as day, groupBitmap(${unit}) from events where ws = 1 and event in (${list(THREE)}) group by event, day`,
      scan: `select count(), sum(cityHash64(${unit}, at)) from events where ws = 1 and event in (${list(THREE)})`,
      aims: [25, 35],
    },
    {
      name: `paths, 5 steps of pages, by ${unit}`,
      ask: asks({ kind: 'paths', match: events(['page_viewed']), name: 'event.path' }),
      byHand: `select p, count() as n from (select ${path} as p from events where ws = 1 and event = 'page_viewed' group by ${unit}, session) group by p order by n desc limit 50`,
      scan: `select count(), sum(cityHash64(${unit}, at, path)) from events where ws = 1 and event = 'page_viewed'`,
      aims: [200, 900],
    },
    {
      name: `timeline of one ${unit}`,
      ask: (api, run) => api.get(`/api/v1/${owner}${run * 53 + 7}/timeline`, { limit: 100 }),
      byHand: `select * from events where ws = 1 and ${unit} = 431 order by at desc limit 100`,
      scan: `select count() from events where ws = 1 and ${unit} = 431`,
      aims: [40, 40],
    },
    ...(unit === 'person' ? [] : [rollUp(rangeOf, now)]),
  ];
};

// Who is active, how much and until when, over the last 28 days: a page of the list behind a number, which ranks all accounts.
const rollUp = (rangeOf: (run: number) => object, now: number): UsageAsk => ({
  name: 'account roll-up, 28 days',
  ask: (api, run) => {
    const range = { from: dayAt(now - (28 + (run % 5)) * DAY_MS), to: dayAt(now) };
    const question = { kind: 'trend', unit: 'account', ...rangeOf(run), range, interval: 'day', series: [{ events: [] }] };
    return api.post('/api/v1/questions/units?limit=50', { question, part: { index: 0 } });
  },
  byHand: `select account, count() as n, max(at) from events where ws = 1 and at >= fromUnixTimestamp64Milli(${now - 28 * DAY_MS}, 'UTC') group by account order by n desc limit 50`,
  scan: `select count(), sum(cityHash64(account, at)) from events where ws = 1 and at >= fromUnixTimestamp64Milli(${now - 28 * DAY_MS}, 'UTC')`,
  aims: [35, 60],
});
