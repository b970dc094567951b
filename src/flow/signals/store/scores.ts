import type { HealthBand } from '#kernel/signal.ts';
import { type Db, sql, textArray } from '#platform/postgres.ts';
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
export const writeScores = (tx: Db, ws: number, signal: SignalId, rows: readonly ScoreDay[]): Promise<void> =>
  insertScores(
    tx,
    { ws, signal, rows },
    sql`
      on conflict (ws, signal, account_num, day) do update set score = excluded.score, band = excluded.band,
        confidence = excluded.confidence, version = excluded.version, points = excluded.points
      where (score_day.score, score_day.band, score_day.version, score_day.points)
        is distinct from (excluded.score, excluded.band, excluded.version, excluded.points)`,
  );

const insertScores = async (
  tx: Db,
  { ws, signal, rows }: { readonly ws: number; readonly signal: SignalId; readonly rows: readonly ScoreDay[] },
  onConflict = sql``,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE);
    await sql`
      insert into score_day (ws, signal, account_num, day, score, band, confidence, version, points)
      select ${ws}, ${signal}, account, day, score, band, confidence, version, points::real[]
      from unnest(${listOf(part, (row) => row.account)}::int[], ${listOf(part, (row) => row.day)}::date[], ${listOf(part, (row) => row.score)}::float8[],
        ${textArray(part.map((row) => row.band))}::text[], ${listOf(part, (row) => row.confidence)}::real[], ${listOf(part, (row) => row.version)}::int[],
        ${textArray(part.map((row) => pointsText(row.points)))}::text[]) as r (account, day, score, band, confidence, version, points)
      ${onConflict}`.execute(tx);
  }
};

/** Makes the scores of these accounts on these days be these: on the others there is nothing to say any more. */
export const keepScores = async (
  tx: Db,
  ws: number,
  signal: SignalId,
  { accounts, days, rows }: { readonly accounts: readonly number[]; readonly days: readonly string[]; readonly rows: readonly ScoreDay[] },
): Promise<void> => {
  if (accounts.length === 0 || days.length === 0) return;
  const inOrder = days.toSorted();
  const theirs = sql`ws = ${ws} and signal = ${signal} and account_num = any(${accounts}::int[])
    and day between ${inOrder[0]}::date and ${inOrder.at(-1)}::date and day = any(${days}::date[])`;
  const { rows: held } = await sql`select from score_day where ${theirs} limit 1`.execute(tx);
  // Where there is none yet, as in a history, the rows need not be looked up one by one: two fifths of what keeping them costs.
  if (held.length === 0) return insertScores(tx, { ws, signal, rows });
  await sql`delete from score_day where ${theirs} and (account_num, day) not in (
    select * from unnest(${listOf(rows, (row) => row.account)}::int[], ${listOf(rows, (row) => row.day)}::date[]))`.execute(tx);
  await writeScores(tx, ws, signal, rows);
};

/** Takes away all scores of accounts that are gone. */
export const clearScores = async (tx: Db, ws: number, accounts: readonly number[]): Promise<void> => {
  if (accounts.length > 0) await sql`delete from score_day where ws = ${ws} and account_num = any(${accounts}::int[])`.execute(tx);
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
const pointsText = (points: readonly (number | null)[]): string =>
  `{${points.map((point) => (point === null ? 'NULL' : Math.round(point * 100) / 100)).join(',')}}`;

/** Numbers or dates as PostgreSQL writes an array of them: the driver looks at each element anew to find out what it is. */
const listOf = (rows: readonly ScoreDay[], value: (row: ScoreDay) => number | string | null): string =>
  `{${rows.map((row) => value(row) ?? 'NULL').join(',')}}`;
