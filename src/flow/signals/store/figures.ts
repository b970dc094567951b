import type { HealthBand } from '#kernel/signal.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';

/** The current figures of an account; instants are UTC ms, dates local. */
export interface AccountFigure {
  readonly account_num: number;
  readonly account_id: string;
  readonly stage: LifeStage | null;
  readonly stage_since: number | null;
  readonly mrr_minor: number;
  readonly mrr_peak_minor: number;
  readonly first_paid_on: string | null;
  readonly customer_since: string | null;
  readonly renews_on: string | null;
  readonly health: number | null;
  readonly health_band: HealthBand;
  readonly health_confidence: number;
  readonly health_change: number | null;
  readonly lead_score: number | null;
  readonly lead_grade: string | null;
  readonly last_active_at: number | null;
  readonly active_days_28: number;
  readonly active_people_28: number;
  readonly open_tickets: number;
}

/** The current figures of a person. */
export interface PersonFigure {
  readonly person_num: number;
  readonly lead_score: number | null;
  readonly lead_grade: string | null;
  readonly last_seen_at: number | null;
}

/** Makes the current figures of these accounts be these; a row that says the same is left alone. */
export const writeAccountFigures = async (tx: Db, ws: number, figures: readonly AccountFigure[], now: number): Promise<void> => {
  if (figures.length === 0) return;
  await sql`
    insert into account_figure (ws, account_num, account_id, stage, stage_since, mrr_minor, mrr_peak_minor, first_paid_on, customer_since, renews_on,
      health, health_band, health_confidence, health_change, lead_score, lead_grade, last_active_at, active_days_28, active_people_28, open_tickets,
      updated_at)
    select ${ws}, account_num, account_id, stage, to_timestamp(stage_since / 1000.0), mrr_minor, mrr_peak_minor, first_paid_on, customer_since,
      renews_on, health, health_band, health_confidence, health_change, lead_score, lead_grade, to_timestamp(last_active_at / 1000.0),
      active_days_28, active_people_28, open_tickets, ${new Date(now)}
    from json_to_recordset(${JSON.stringify(figures)}::json) as r (account_num int, account_id text, stage text, stage_since bigint,
      mrr_minor bigint, mrr_peak_minor bigint, first_paid_on date, customer_since date, renews_on date, health float8, health_band text,
      health_confidence float8, health_change float8, lead_score float8, lead_grade text, last_active_at bigint, active_days_28 int,
      active_people_28 int, open_tickets int)
    on conflict (ws, account_num) do update set account_id = excluded.account_id, stage = excluded.stage, stage_since = excluded.stage_since,
      mrr_minor = excluded.mrr_minor, mrr_peak_minor = excluded.mrr_peak_minor, first_paid_on = excluded.first_paid_on,
      customer_since = excluded.customer_since, renews_on = excluded.renews_on, health = excluded.health, health_band = excluded.health_band,
      health_confidence = excluded.health_confidence, health_change = excluded.health_change, lead_score = excluded.lead_score,
      lead_grade = excluded.lead_grade, last_active_at = excluded.last_active_at, active_days_28 = excluded.active_days_28,
      active_people_28 = excluded.active_people_28, open_tickets = excluded.open_tickets, updated_at = excluded.updated_at
    where (account_figure.stage, account_figure.stage_since, account_figure.mrr_minor, account_figure.mrr_peak_minor, account_figure.first_paid_on,
      account_figure.customer_since, account_figure.renews_on, account_figure.health, account_figure.health_band, account_figure.health_confidence,
      account_figure.health_change, account_figure.lead_score, account_figure.lead_grade, account_figure.last_active_at,
      account_figure.active_days_28, account_figure.active_people_28, account_figure.open_tickets)
      is distinct from (excluded.stage, excluded.stage_since, excluded.mrr_minor, excluded.mrr_peak_minor, excluded.first_paid_on,
      excluded.customer_since, excluded.renews_on, excluded.health, excluded.health_band, excluded.health_confidence, excluded.health_change,
      excluded.lead_score, excluded.lead_grade, excluded.last_active_at, excluded.active_days_28, excluded.active_people_28,
      excluded.open_tickets)`.execute(tx);
};

/** Makes the current figures of these people be these. */
export const writePersonFigures = async (tx: Db, ws: number, figures: readonly PersonFigure[], now: number): Promise<void> => {
  if (figures.length === 0) return;
  await sql`
    insert into person_figure (ws, person_num, lead_score, lead_grade, last_seen_at, updated_at)
    select ${ws}, person_num, lead_score, lead_grade, to_timestamp(last_seen_at / 1000.0), ${new Date(now)}
    from json_to_recordset(${JSON.stringify(figures)}::json) as r (person_num int, lead_score float8, lead_grade text, last_seen_at bigint)
    on conflict (ws, person_num) do update set lead_score = excluded.lead_score, lead_grade = excluded.lead_grade,
      last_seen_at = excluded.last_seen_at, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes away the figures of accounts that stand for nothing any more. */
export const clearAccountFigures = async (tx: Db, ws: number, accounts: readonly number[]): Promise<void> => {
  if (accounts.length > 0) await sql`delete from account_figure where ws = ${ws} and account_num = any(${accounts}::int[])`.execute(tx);
};

/** Sets the band that counts after a person spoke. */
export const setFigureBand = async (tx: Db, ws: number, account: number, band: HealthBand): Promise<void> => {
  await sql`update account_figure set health_band = ${band} where ws = ${ws} and account_num = ${account}`.execute(tx);
};
