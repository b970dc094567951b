import type { HealthBand } from '#kernel/signal.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { SignalId } from '../contracts.ts';

/** A signal of an account at the close of a local day. */
export interface ScoreDay<Band extends string = string> {
  readonly account: number;
  readonly day: string;
  readonly score: number | null;
  readonly band: Band;
  readonly confidence: number;
  readonly version: number;
  /** Points of the formula's factors in its order, null where there was no fresh data. */
  readonly points: readonly (number | null)[];
}

/** Keeps scores; a day that is told again is replaced. */
export const writeScores = async (tx: Db, ws: number, signal: SignalId, rows: readonly ScoreDay[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE);
    await sql`
      insert into score_day (ws, signal, account_num, day, score, band, confidence, version, points)
      select ${ws}, ${signal}, account, day, score, band, confidence, version, points::real[]
      from unnest(${part.map((row) => row.account)}::int[], ${part.map((row) => row.day)}::date[], ${part.map((row) => row.score)}::float8[],
        ${part.map((row) => row.band)}::text[], ${part.map((row) => row.confidence)}::real[], ${part.map((row) => row.version)}::int[],
        ${part.map((row) => arrayText(row.points))}::text[]) as r (account, day, score, band, confidence, version, points)
      on conflict (ws, signal, account_num, day) do update set score = excluded.score, band = excluded.band,
        confidence = excluded.confidence, version = excluded.version, points = excluded.points
      where (score_day.score, score_day.band, score_day.version, score_day.points)
        is distinct from (excluded.score, excluded.band, excluded.version, excluded.points)`.execute(tx);
  }
};

/** Takes away the scores of accounts on these days on which there is nothing to say any more, or all scores of accounts that are gone. */
export const clearScores = async (
  tx: Db,
  ws: number,
  of: { readonly signal?: SignalId; readonly accounts: readonly number[]; readonly days?: readonly string[] },
): Promise<void> => {
  if (of.accounts.length === 0) return;
  await sql`delete from score_day where ws = ${ws} and account_num = any(${of.accounts}::int[])
    and (${of.signal ?? null}::text is null or signal = ${of.signal ?? null})
    and (${of.days ?? null}::date[] is null or day = any(${of.days ?? null}::date[]))`.execute(tx);
};

/** The scores of these accounts from one local date to another, both included, in order. Without points. */
export const scoresBetween = async <Band extends string = HealthBand>(
  db: Db,
  ws: number,
  of: { readonly signal: SignalId; readonly accounts: readonly number[]; readonly from: string; readonly to: string },
): Promise<ReadonlyMap<number, readonly Omit<ScoreDay<Band>, 'points'>[]>> => {
  const { rows } = await sql<Omit<ScoreDay<Band>, 'points'>>`
    select account_num as account, day, score, band, confidence, version from score_day
    where ws = ${ws} and signal = ${of.signal} and account_num = any(${of.accounts}::int[]) and day between ${of.from}::date and ${of.to}::date
    order by account_num, day`.execute(db);
  return Map.groupBy(rows, (row) => row.account);
};

/** The last score of each of these accounts before a local date. */
export const lastScores = async (
  db: Db,
  ws: number,
  of: { readonly signal: SignalId; readonly accounts: readonly number[]; readonly before: string },
): Promise<ReadonlyMap<number, Omit<ScoreDay, 'points'>>> => {
  const { rows } = await sql<Omit<ScoreDay, 'points'>>`
    select distinct on (account_num) account_num as account, day, score, band, confidence, version from score_day
    where ws = ${ws} and signal = ${of.signal} and account_num = any(${of.accounts}::int[]) and day < ${of.before}::date
    order by account_num, day desc`.execute(db);
  return new Map(rows.map((row) => [row.account, row]));
};

const ROWS_AT_ONCE = 10_000;
const arrayText = (points: readonly (number | null)[]): string =>
  `{${points.map((point) => (point === null ? 'NULL' : Math.round(point * 100) / 100)).join(',')}}`;
