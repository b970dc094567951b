import { segmentIdsOfAccounts } from '#flow/measures/index.ts';
import type { HealthBand } from '#kernel/signal.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { AccountRow } from '../../contracts.ts';

/** An account's row with its dense number in the workspace. */
export interface NumberedAccountRow extends AccountRow {
  readonly num: number;
}

interface Stored {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly channel: string | null;
  readonly plan: string | null;
  readonly seats: number | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly attributes: AccountRow['attributes'];
  readonly created_at: Date;
  readonly stage: LifeStage | null;
  readonly stage_since: Date | null;
  readonly mrr_minor: number | null;
  readonly mrr_peak_minor: number | null;
  readonly customer_since: string | null;
  readonly renews_on: string | null;
  readonly health: number | null;
  readonly health_band: HealthBand | null;
  readonly health_change: number | null;
  readonly lead_score: number | null;
  readonly lead_grade: string | null;
  readonly last_active_at: Date | null;
  readonly active_days_28: number | null;
  readonly active_people_28: number | null;
  readonly open_tickets: number | null;
  readonly segments: string[];
}

/** These accounts with their figures (money included), in the order asked for; numbers that name none are left out. */
export const accountRows = async (db: Db, ws: number, nums: readonly number[]): Promise<readonly NumberedAccountRow[]> => {
  if (nums.length === 0) return [];
  const { rows } = await sql<Stored>`
    select a.num, a.id, a.name, a.domain, a.industry, a.country, a.channel, a.plan, a.seats, a.owner_id, u.name as owner_name, a.attributes, a.created_at,
      f.stage, f.stage_since, f.mrr_minor, f.mrr_peak_minor, f.customer_since, f.renews_on, f.health, f.health_band, f.health_change, f.lead_score,
      f.lead_grade, f.last_active_at, f.active_days_28, f.active_people_28, f.open_tickets, ${SEGMENTS} as segments
    from account a
    left join account_figure f on f.ws = a.ws and f.account_num = a.num
    left join auth_user u on u.id = a.owner_id
    where a.ws = ${ws} and a.num = any(${nums}::int[])`.execute(db);
  const byNum = new Map(rows.map((row) => [row.num, rowOf(row)]));
  return nums.flatMap((num) => byNum.get(num) ?? []);
};

/** The account that stands for each of these numbers now, under the number asked for. */
export const standingAccountRows = async (
  db: Db,
  ws: number,
  nums: readonly number[],
): Promise<ReadonlyMap<number, NumberedAccountRow>> => {
  if (nums.length === 0) return new Map();
  const { rows } = await sql<{ asked: number; num: number }>`
    select num as asked, coalesce(merged_into, num) as num from account where ws = ${ws} and num = any(${nums}::int[])`.execute(db);
  const found = new Map((await accountRows(db, ws, [...new Set(rows.map((row) => row.num))])).map((row) => [row.num, row]));
  return new Map(
    rows.flatMap(({ asked, num }) => {
      const row = found.get(num);
      return row ? [[asked, row] as const] : [];
    }),
  );
};

/** The number of the account that stands for this id; null when there is none. */
export const accountNumOf = async (db: Db, ws: number, id: string): Promise<number | null> => {
  const { rows } = await sql<{
    num: number;
  }>`select coalesce(merged_into, num) as num from account where ws = ${ws} and id = ${id}`.execute(db);
  return rows[0]?.num ?? null;
};

const SEGMENTS = segmentIdsOfAccounts({ ws: sql`a.ws`, account: sql`a.num` });

const rowOf = (row: Stored): NumberedAccountRow => ({
  num: row.num,
  id: row.id,
  name: row.name,
  domain: row.domain,
  industry: row.industry,
  country: row.country,
  channel: row.channel,
  plan: row.plan,
  seats: row.seats,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  attributes: row.attributes,
  createdAt: row.created_at.getTime(),
  stage: row.stage,
  stageSince: row.stage_since?.getTime() ?? null,
  mrrMinor: row.mrr_minor ?? 0,
  mrrPeakMinor: row.mrr_peak_minor ?? 0,
  customerSince: row.customer_since,
  renewsOn: row.renews_on,
  health: row.health,
  healthBand: row.health_band ?? 'unknown',
  healthChange: row.health_change,
  leadScore: row.lead_score,
  leadGrade: row.lead_grade,
  lastActiveAt: row.last_active_at?.getTime() ?? null,
  activeDays28: row.active_days_28 ?? 0,
  activePeople28: row.active_people_28 ?? 0,
  openTickets: row.open_tickets ?? 0,
  segments: row.segments,
});
