import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { LifecycleMove } from '../contracts.ts';
import type { BelievedMove } from '../domain/lifecycle/ledger.ts';
import { changedRows } from './changed-rows.ts';

/** A row of the ledger. Instants are UTC ms, dates local to the workspace. */
export interface LedgerRow {
  readonly stage: LifeStage;
  readonly from_stage: LifeStage | null;
  readonly to_stage: LifeStage | null;
  readonly rule_version: number;
  readonly entered_on: string;
  readonly left_on: string | null;
  readonly entered_at: number;
  readonly left_at: number | null;
  readonly known_from: number;
  readonly known_to: number | null;
  readonly mrr_minor: number;
  readonly cause: string;
  readonly known_at: number;
  readonly evidence: LifecycleMove['evidence'];
}

/** Makes the ledgers of these accounts be these rows; an account without rows loses its own. Answers how many rows had to change. */
export const writeLedgers = async (tx: Db, ws: number, ledgers: ReadonlyMap<number, readonly LedgerRow[]>): Promise<number> => {
  const accounts = [...ledgers.keys()];
  const stored = await readLedgers(tx, ws, accounts);
  const { changed, shorter } = changedRows(stored, ledgers);
  if (shorter.length > 0) {
    const [nums, lengths] = [shorter.map((one) => one.account), shorter.map((one) => one.length)];
    await sql`delete from lifecycle_move as move using unnest(${nums}::int[], ${lengths}::int[]) as kept (account, length)
      where move.ws = ${ws} and move.account_num = kept.account and move.n >= kept.length`.execute(tx);
    await sql`delete from lifecycle_cause as cause using unnest(${nums}::int[], ${lengths}::int[]) as kept (account, length)
      where cause.ws = ${ws} and cause.account_num = kept.account and cause.n >= kept.length`.execute(tx);
  }
  if (changed.length > 0) {
    const rows = JSON.stringify(changed.map(({ account, n, row }) => ({ ...row, account, n })));
    await insertMoves(tx, ws, rows);
    await insertCauses(tx, ws, rows);
  }
  return changed.length + shorter.length;
};

/** The ledgers of these accounts, each in order of entering. */
export const readLedgers = async (db: Db, ws: number, accounts: readonly number[]): Promise<ReadonlyMap<number, readonly LedgerRow[]>> => {
  const { rows } = await sql<LedgerRow & { account: number }>`
    select move.account_num as account, stage, from_stage, to_stage, rule_version, entered_on, left_on, mrr_minor, cause, evidence,
      ${ms('entered_at')}, ${ms('left_at')}, ${ms('known_from')}, ${ms('known_to')}, ${ms('known_at')}
    from lifecycle_move as move join lifecycle_cause as cause using (ws, account_num, n)
    where move.ws = ${ws} and move.account_num = any(${accounts}::int[]) order by move.account_num, move.n`.execute(db);
  const found = new Map<number, LedgerRow[]>();
  for (const { account, evidence, ...row } of rows) {
    const held = found.get(account) ?? [];
    // Read back in the order of names in which it is made: the database keeps its own.
    held.push({ ...row, evidence: evidence.map(({ event, at, subject, note }) => ({ event, at, subject, note })) });
    found.set(account, held);
  }
  return found;
};

/** What a row says about belief, for the rules that read a ledger as of an instant. */
export const believedOf = (row: LedgerRow): BelievedMove => ({
  stage: row.stage,
  from: row.from_stage,
  enteredAt: row.entered_at,
  leftAt: row.left_at,
  knownAt: row.known_at,
  cause: row.cause,
  evidence: row.evidence,
  ruleVersion: row.rule_version,
  knownFrom: row.known_from,
  knownTo: row.known_to,
});

const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint as ${sql.ref(column)}`;
const instant = (column: string) => sql`to_timestamp(${sql.ref(`r.${column}`)} / 1000.0)`;

const insertMoves = (tx: Db, ws: number, rows: string) =>
  sql`
    insert into lifecycle_move (ws, account_num, n, stage, from_stage, to_stage, rule_version, entered_on, left_on, entered_at, left_at,
      known_from, known_to, mrr_minor)
    select ${ws}, account, n, stage, from_stage, to_stage, rule_version, entered_on, left_on, ${instant('entered_at')}, ${instant('left_at')},
      ${instant('known_from')}, ${instant('known_to')}, mrr_minor
    from json_to_recordset(${rows}::json) as r (account int, n int, stage life_stage, from_stage life_stage, to_stage life_stage,
      rule_version int, entered_on date, left_on date, entered_at bigint, left_at bigint, known_from bigint, known_to bigint, mrr_minor bigint)
    on conflict (ws, account_num, n) do update set stage = excluded.stage, from_stage = excluded.from_stage, to_stage = excluded.to_stage,
      rule_version = excluded.rule_version, entered_on = excluded.entered_on, left_on = excluded.left_on, entered_at = excluded.entered_at,
      left_at = excluded.left_at, known_from = excluded.known_from, known_to = excluded.known_to, mrr_minor = excluded.mrr_minor`.execute(
    tx,
  );

const insertCauses = (tx: Db, ws: number, rows: string) =>
  sql`
    insert into lifecycle_cause (ws, account_num, n, cause, known_at, evidence)
    select ${ws}, account, n, cause, ${instant('known_at')}, evidence
    from json_to_recordset(${rows}::json) as r (account int, n int, cause text, known_at bigint, evidence jsonb)
    on conflict (ws, account_num, n) do update set cause = excluded.cause, known_at = excluded.known_at, evidence = excluded.evidence`.execute(
    tx,
  );
