import type { RawBuilder } from 'kysely';
import { sql } from '#platform/postgres.ts';

/** Which belief is read: that of now, or of an instant (UTC ms), and only moves entered before another one. */
export interface Belief {
  readonly ws: number;
  readonly asOf: number;
  /** Is it asked as of now? Then everything that was ever learned counts. */
  readonly isNow: boolean;
  readonly enteredBefore: number;
}

/** An instant (UTC ms) as the database writes it. */
export const at = (instant: number) => sql`${new Date(instant)}::timestamptz`;

/**
 * The moves that were believed, each with the stage before and after it. As believed now, what came before and after a move stands in its row. For an
 * earlier belief that holds too, but for accounts of which something was learned since about the time before it: theirs is read from the moves that were
 * believed then. `chosen` is a condition on `move`; an earlier belief knows of no move entered after it.
 */
export const believedMovesSql = (belief: Belief, chosen = sql`true`) => {
  if (belief.isNow) return presentMovesSql(belief, chosen);
  const end = at(belief.enteredBefore);
  return sql`
    with revised as materialized (${revisedAccountsSql('lifecycle_move', 'entered_at', belief)})
    select account_num, n, stage, previous, case when left_at < ${end} then next end as next, entered_at, entered_on,
      case when left_at < ${end} then left_at end as left_at, case when left_at < ${end} then left_on end as left_on, carried
    from (${presentMovesSql(belief, chosen)}) as present where account_num not in (select account_num from revised)
    union all
    ${formerMovesSql(belief, sql`${isOneOf(sql`select account_num from revised`)} and ${chosen}`)}`;
};

/** The moves that are believed now; a move may have been left after `enteredBefore`. */
export const presentMovesSql = ({ ws, enteredBefore }: Belief, chosen = sql`true`) => sql`
  select account_num, n, stage, from_stage as previous, to_stage as next, entered_at, entered_on, left_at, left_on, mrr_minor as carried
  from lifecycle_move as move where ws = ${ws} and known_to is null and entered_at < ${at(enteredBefore)} and ${chosen}`;

/** The moves that were believed then, read from nothing but what was known then. */
export const formerMovesSql = ({ ws, asOf, enteredBefore }: Belief, chosen: RawBuilder<unknown>) => sql`
  select account_num, n, stage, lag(stage) over way as previous, lead(stage) over way as next, entered_at, entered_on,
    lead(entered_at) over way as left_at, lead(entered_on) over way as left_on, mrr_minor as carried
  from lifecycle_move as move
  where ws = ${ws} and known_from <= ${at(asOf)} and (known_to is null or known_to > ${at(asOf)}) and entered_at < ${at(enteredBefore)}
    and ${chosen}
  window way as (partition by account_num order by entered_at)`;

/**
 * Of which accounts was something learned after `asOf` that changes what had happened before `enteredBefore`? A belief was given up, or a move (or step,
 * by when it `begins`) came to be known late.
 */
export const revisedAccountsSql = (
  table: 'lifecycle_move' | 'account_mrr',
  begins: 'entered_at' | 'from_at',
  { ws, asOf, enteredBefore }: Pick<Belief, 'ws' | 'asOf' | 'enteredBefore'>,
) => {
  const row = sql`select account_num from ${sql.table(table)} where ws = ${ws} and ${sql.ref(begins)} < ${at(enteredBefore)}`;
  // Nothing asks beyond the instant of the belief, so that what came late began before it was known: the index holds no other rows.
  return sql`
    ${row} and known_to > ${at(asOf)} and known_from <= ${at(asOf)}
    union
    ${row} and known_to is null and known_from > ${at(asOf)} and known_from > ${sql.ref(begins)}`;
};

/**
 * Is `account_num` one of those accounts? As an array, so that each is looked up by its number: of a union the planner expects thousands where there are
 * a few, and would read the whole ledger for them.
 */
export const isOneOf = (accounts: RawBuilder<unknown>) => sql`account_num = any(array(${accounts}))`;

/** How did the account leave its stage for the next? The same as `wayOut`. */
export const wayOutSql = sql`(case when next = 'churned' then 'lost' when stage in ('renewing', 'churned') or next > stage then 'on'
  when stage <= 'opportunity' then 'lost' else 'back' end)`;
