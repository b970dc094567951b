import { type Db, sql } from '#platform/postgres.ts';
import type { PersonRow } from '../../contracts.ts';

type Stored = Omit<PersonRow, 'createdAt' | 'lastSeenAt'> & {
  readonly num: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
};

/** These people with their figures, in the order asked for; numbers that name nobody are left out. */
export const personRows = async (db: Db, ws: number, nums: readonly number[]): Promise<readonly PersonRow[]> => {
  if (nums.length === 0) return [];
  const { rows } = await sql<Stored>`
    select p.num, p.id, p.name, p.email, p.title, a.id as "accountId", a.name as "accountName", p.channel, g.lead_score as "leadScore",
      g.lead_grade as "leadGrade", g.last_seen_at as "lastSeenAt", p.created_at as "createdAt", p.attributes
    from person p
    left join person_figure g on g.ws = p.ws and g.person_num = p.num
    left join account a on a.ws = p.ws and a.num = p.account_num
    where p.ws = ${ws} and p.num = any(${nums}::int[])`.execute(db);
  const byNum = new Map(rows.map((row) => [row.num, rowOf(row)]));
  return nums.flatMap((num) => byNum.get(num) ?? []);
};

const rowOf = ({ num: _num, createdAt, lastSeenAt, ...row }: Stored): PersonRow => ({
  ...row,
  createdAt: createdAt.getTime(),
  lastSeenAt: lastSeenAt?.getTime() ?? null,
});
