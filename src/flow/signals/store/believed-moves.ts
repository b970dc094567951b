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
 * The moves that were believed, each with the stage before and after it. As believed now, what came before and after a move stands in its row; for an
 * earlier belief it is read from the moves that were believed then. `chosen` is a condition on `move`.
 */
export const believedMovesSql = ({ ws, asOf, isNow, enteredBefore }: Belief, chosen = sql`true`) =>
  isNow
    ? sql`
      select account_num, n, stage, from_stage as previous, to_stage as next, entered_at, entered_on, left_at, left_on, mrr_minor as carried
      from lifecycle_move as move where ws = ${ws} and known_to is null and entered_at < ${at(enteredBefore)} and ${chosen}`
    : sql`
      select account_num, n, stage, lag(stage) over way as previous, lead(stage) over way as next, entered_at, entered_on,
        lead(entered_at) over way as left_at, lead(entered_on) over way as left_on, mrr_minor as carried
      from lifecycle_move as move
      where ws = ${ws} and known_from <= ${at(asOf)} and (known_to is null or known_to > ${at(asOf)}) and entered_at < ${at(enteredBefore)}
        and ${chosen}
      window way as (partition by account_num order by entered_at)`;

/** How did the account leave its stage for the next? The same as `wayOut`. */
export const wayOutSql = sql`(case when next = 'churned' then 'lost' when stage in ('renewing', 'churned') or next > stage then 'on'
  when stage <= 'opportunity' then 'lost' else 'back' end)`;
