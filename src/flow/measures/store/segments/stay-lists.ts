import { type Db, sql } from '#platform/postgres.ts';
import type { SegmentUnit } from '../../condition-contracts.ts';
import type { SegmentPlace, StayCause } from './stays.ts';

/** A stay with who it is about. Instants are UTC ms. */
export interface MemberRow {
  readonly num: number;
  readonly id: string;
  readonly name: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly enteredAt: number;
  readonly enteredBy: StayCause;
}

/** Where a page of a list begins: after this instant (UTC ms) and number. */
export interface StayCursor {
  readonly at: number;
  readonly num: number;
}

interface MembersAsked {
  readonly unit: SegmentUnit;
  readonly search: string;
  /** UTC ms; null for now. */
  readonly asOf: number | null;
  readonly after: StayCursor | null;
  readonly limit: number;
}

// Identity's tables are upstream: they are read here, never written.
const WHO = {
  account: sql`account who left join account company on false`,
  person: sql`person who left join account company on company.ws = who.ws and company.num = who.account_num and company.merged_into is null`,
} as const;
const NAME = { account: sql`who.name`, person: sql`coalesce(who.name, who.email)` } as const;

/** The members of a segment, those who came last first. */
export const memberPage = async (db: Db, { ws, num }: SegmentPlace, asked: MembersAsked): Promise<readonly MemberRow[]> => {
  const { unit, asOf, after } = asked;
  const here =
    asOf === null
      ? sql`stay.left_at is null`
      : sql`stay.entered_at <= ${new Date(asOf)} and (stay.left_at is null or stay.left_at > ${new Date(asOf)})`;
  const beyond = after === null ? sql`true` : sql`(stay.entered_at, -stay.unit_num) < (${new Date(after.at)}, ${-after.num}::int)`;
  const pattern = `%${asked.search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const found = asked.search.trim() === '' ? sql`true` : sql`lower(coalesce(${NAME[unit]}, '')) like ${pattern}`;
  const { rows } = await sql<Omit<MemberRow, 'enteredAt'> & { enteredAt: Date }>`
    select stay.unit_num as num, who.id, ${NAME[unit]} as name, company.id as "accountId", company.name as "accountName",
      stay.entered_at as "enteredAt", stay.entered_by as "enteredBy"
    from segment_stay stay join (${WHO[unit]}) on who.ws = stay.ws and who.num = stay.unit_num
    where stay.ws = ${ws} and stay.segment_num = ${num} and ${here} and ${beyond} and ${found}
    order by stay.entered_at desc, stay.unit_num limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({ ...row, enteredAt: row.enteredAt.getTime() }));
};

/** Somebody came in or went. */
export interface TurnRow {
  readonly id: string;
  readonly num: number;
  readonly name: string | null;
  readonly turn: 'entered' | 'left';
  readonly at: number;
  readonly by: StayCause;
}

/** Who came and went, the latest first; of one unit when `of` names it. */
export const turnPage = async (
  db: Db,
  { ws, num }: SegmentPlace,
  asked: { readonly unit: SegmentUnit; readonly of: number | null; readonly after: StayCursor | null; readonly limit: number },
): Promise<readonly TurnRow[]> => {
  const { unit, of, after, limit } = asked;
  const whose = of === null ? sql`true` : sql`unit_num = ${of}`;
  const turns = (turn: 'entered' | 'left') => {
    const [at, by] = [sql.ref(`${turn}_at`), sql.ref(`${turn}_by`)];
    const beyond = after === null ? sql`true` : sql`(${at}, -unit_num) < (${new Date(after.at)}, ${-after.num}::int)`;
    return sql`(select unit_num, ${turn}::text as turn, ${at} as at, ${by} as by from segment_stay
      where ws = ${ws} and segment_num = ${num} and ${at} is not null and ${whose} and ${beyond} order by ${at} desc, unit_num limit ${limit})`;
  };
  const { rows } = await sql<Omit<TurnRow, 'at'> & { at: Date }>`
    select who.id, turns.unit_num as num, ${NAME[unit]} as name, turns.turn, turns.at, turns.by
    from (${turns('entered')} union all ${turns('left')}) as turns join (${WHO[unit]}) on who.ws = ${ws} and who.num = turns.unit_num
    order by turns.at desc, turns.unit_num, turns.turn limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
};
