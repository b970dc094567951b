import type { RawBuilder } from 'kysely';
import { segmentTestSql } from '#flow/measures/index.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { RiverPeriod } from '../domain/river-stays.ts';
import { at, formerMovesSql, isOneOf, presentMovesSql, revisedAccountsSql } from './believed-moves.ts';

/** Which accounts are in the river: those whose recorded attribute is exactly this. */
export interface RiverFilter {
  readonly channel?: string | undefined;
  readonly industry?: string | undefined;
  readonly country?: string | undefined;
  readonly plan?: string | undefined;
  readonly owner?: string | undefined;
  /** Those that are in this segment now. */
  readonly segment?: string | undefined;
}

/** A river that is asked for: its periods, the local date on which the period ends so far, what was believed when. */
export interface RiverScope {
  readonly ws: number;
  readonly period: RiverPeriod;
  readonly before: RiverPeriod;
  /** When the last local day of the period is over; later than its end while that day lasts. */
  readonly dayEnd: number;
  /** The local date of the period's end: days of lasting stays are counted up to it. */
  readonly endsOn: string;
  readonly asOf: number;
  /** Is it asked as of now? Then everything that was ever learned counts. */
  readonly isNow: boolean;
  readonly filter: RiverFilter;
}

/** The belief that a river is read from: of moves entered before the end of its period. */
export const beliefOf = ({ ws, asOf, isNow, period }: RiverScope) => ({ ws, asOf, isNow, enteredBefore: period.end });

/** Accounts about whose moves something was learned since the instant of the question. */
export const revisedSql = (scope: RiverScope) => revisedAccountsSql('lifecycle_move', 'entered_at', beliefOf(scope));

/** The stays that last at the end of the period. Apart, since an index answers each of the parts alone, and not all at once. */
export const lastingSql = (scope: RiverScope) => {
  const move = presentMovesSql(beliefOf(scope), filterSql(scope));
  const present = sql`
    select * from (${move}) as move where left_at is null
    union all
    select * from (${move}) as move where left_at >= ${at(scope.period.end)}`;
  if (scope.isNow) return present;
  const former = formerMovesSql(beliefOf(scope), sql`${isOneOf(revisedSql(scope))} and ${filterSql(scope)}`);
  return sql`
    select * from (${present}) as present where account_num not in (${revisedSql(scope)})
    union all
    select * from (${former}) as former where left_at is null`;
};

/**
 * What each account paid at the end of the period; `whose` is a condition on account_num. As of earlier, what is believed now of accounts about which
 * nothing was learned since, and of the others what was believed then.
 */
export const paidSql = ({ ws, period, asOf, isNow }: RiverScope, whose = sql`true`) => {
  const step = sql`from account_mrr where ws = ${ws} and from_at < ${at(period.end)} and ${whose}`;
  const present = sql`
    select account_num, mrr_minor ${step} and known_to is null and to_at is null
    union all
    select account_num, mrr_minor ${step} and known_to is null and to_at >= ${at(period.end)}`;
  if (isNow) return present;
  const revised = revisedAccountsSql('account_mrr', 'from_at', { ws, asOf, enteredBefore: period.end });
  return sql`
    select account_num, mrr_minor from (${present}) as present where account_num not in (${revised})
    union all
    (select distinct on (account_num) account_num, mrr_minor ${step} and ${isOneOf(revised)}
      and known_from <= ${at(asOf)} and (known_to is null or known_to > ${at(asOf)}) order by account_num, from_at desc)`;
};

/** Does the filter leave accounts out? */
export const isFiltered = ({ filter: { channel, industry, country, plan, owner, segment } }: Pick<RiverScope, 'filter'>): boolean =>
  [channel, industry, country, plan, owner, segment].some((value) => value !== undefined);

/** Whose moves are meant, as a condition on `move`. Reads identity's table, which is upstream: attributes are those recorded now. */
export const filterSql = ({ ws, filter }: RiverScope) => {
  const { channel, industry, country, plan, owner, segment } = filter;
  if (!isFiltered({ filter })) return sql`true`;
  const is = (column: string, value: string | undefined) => (value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`);
  const row = { ws: sql`account.ws`, account: sql`account.num`, person: null };
  const inSegment = segment === undefined ? sql`true` : segmentTestSql(segment, row);
  return sql`move.account_num in (
    select num from account where ws = ${ws} and ${is('channel', channel)} and ${is('industry', industry)} and ${is('country', country)}
      and ${is('plan', plan)} and ${is('owner_id', owner)} and ${inSegment})`;
};

/** Asks with room for what every account takes: with the usual few megabytes it would be sorted on disk. */
export const inMemory = <Row>(db: Db, query: RawBuilder<Row>) =>
  db.transaction().execute(async (tx) => {
    await sql`set local work_mem = '64MB'`.execute(tx);
    // Of a union the planner does not know how often an account occurs: it would sort everybody to join them.
    await sql`set local enable_mergejoin = off`.execute(tx);
    return query.execute(tx);
  });
