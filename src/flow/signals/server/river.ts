import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { Db } from '#platform/postgres.ts';
import type { River } from '../contracts.ts';
import type { RiverQuestion } from '../domain/river.ts';
import { longStayOf, riverOfCounts } from '../domain/river-counts.ts';
import { periodBefore, periodOf, type RiverSpan } from '../domain/river-stays.ts';
import { listStays, type StayPage, type StayRow } from '../store/river.ts';
import { countEnded, countStays, stuckAmounts } from '../store/river-counts.ts';
import type { RiverFilter, RiverScope } from '../store/river-scope.ts';

/** Where are the accounts of a workspace in the lifecycle, how did they move, where do they leak? */
export const river = async (
  db: Db,
  ws: number,
  { question, isNow, filter }: { question: RiverQuestion; isNow: boolean; filter: RiverFilter },
): Promise<River> => {
  const scope = scopeOf(ws, question, { isNow, filter });
  const counts = await countStays(db, scope);
  const first = riverOfCounts(counts, question, new Map());
  const { code, stage } = first.sentence;
  const longerThan = first.stages.find((one) => one.stage === stage)?.p75Days ?? null;
  // Only the sentence about who is stuck names single amounts; they are fetched when it is the one that is said.
  if (code !== 'stuck' || stage === null || longerThan === null || !question.money) return first;
  return riverOfCounts(counts, question, new Map([[stage, await stuckAmounts(db, scope, stage, longerThan)]]));
};

/** The stays behind a part of the river. */
export const riverAccounts = async (
  db: Db,
  ws: number,
  { span, isNow, filter, page }: { span: RiverSpan; isNow: boolean; filter: RiverFilter; page: Omit<StayPage, 'longerThan'> },
): Promise<{ readonly rows: readonly StayRow[]; readonly total: number }> => {
  const scope = scopeOf(ws, span, { isNow, filter });
  const longerThan = page.part === 'stuck' ? longStayOf(await countEnded(db, scope, page.stage)) : null;
  return listStays(db, scope, { ...page, longerThan });
};

const scopeOf = (ws: number, span: RiverSpan, { isNow, filter }: { isNow: boolean; filter: RiverFilter }): RiverScope => {
  const period = periodOf(span);
  return {
    ws,
    period,
    before: periodBefore(period, span.zone),
    dayEnd: startOfDate(period.endDate, span.zone),
    endsOn: dateOf(period.end, span.zone),
    asOf: span.asOf,
    isNow,
    filter,
  };
};
