import type { RawBuilder } from 'kysely';
import { sql } from '#platform/postgres.ts';

/** Whose rows a statement reads: the columns with their workspace and numbers. */
export interface SegmentedRow {
  readonly ws: RawBuilder<unknown>;
  readonly account: RawBuilder<unknown>;
  /** Null where rows are accounts. */
  readonly person: RawBuilder<unknown> | null;
}

/** Is a row's account or person in this segment now? Never null; nobody is in one that does not exist. */
export const segmentTestSql = (id: string, { ws, account, person }: SegmentedRow): RawBuilder<boolean> => {
  const whose =
    person === null
      ? sql`case segment.unit when 'account' then ${account} end`
      : sql`case segment.unit when 'person' then ${person} else ${account} end`;
  return sql<boolean>`exists (select from segment join segment_stay stay on stay.ws = segment.ws and stay.segment_num = segment.num
    where segment.ws = ${ws} and segment.id = ${id} and stay.unit_num = ${whose} and stay.left_at is null)`;
};

/** The ids of the segments in which an account is now, as an array. */
export const segmentIdsOfAccounts = ({ ws, account }: Pick<SegmentedRow, 'ws' | 'account'>): RawBuilder<readonly string[]> =>
  sql<
    readonly string[]
  >`array(select segment.id from segment_stay stay join segment on segment.ws = stay.ws and segment.num = stay.segment_num and segment.unit = 'account'
    where stay.ws = ${ws} and stay.unit_num = ${account} and stay.left_at is null order by segment.id)`;
