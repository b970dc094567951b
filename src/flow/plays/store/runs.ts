import { type Db, sql } from '#platform/postgres.ts';
import type { UnsettledRun } from '../domain/goal-verdict.ts';
import type { EarlierRun, PlannedRun } from '../domain/plan-runs.ts';
import { playTables } from './tables.ts';

/** What a play decided earlier about these accounts, the newest decision last. */
export const earlierRuns = async (db: Db, ws: number, playId: string, accounts: readonly number[]): Promise<readonly EarlierRun[]> => {
  const rows = await playTables(db)
    .selectFrom('play_run')
    .select(['account_num', 'cause_key', 'arm'])
    .where('ws', '=', ws)
    .where('play_id', '=', playId)
    .where('account_num', '=', sql<number>`any(${accounts}::int[])`)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ account: row.account_num, key: row.cause_key, arm: row.arm }));
};

/** Writes decisions; answers the ids of those that nobody wrote before, which alone may be carried out. */
export const insertRuns = async (
  tx: Db,
  { ws, playId }: { readonly ws: number; readonly playId: string },
  runs: readonly (PlannedRun & { readonly id: string })[],
): Promise<ReadonlySet<string>> => {
  // In the order of accounts, so that two that write the same never wait for each other.
  const inOrder = runs.toSorted((a, b) => a.account.num - b.account.num || (a.cause.key < b.cause.key ? -1 : 1));
  const values = inOrder.map((run) => ({
    ws,
    id: run.id,
    play_id: playId,
    version: run.version,
    account_num: run.account.num,
    account_id: run.account.id,
    cause_key: run.cause.key,
    cause_at: new Date(run.cause.at),
    arm: run.arm,
    at: new Date(run.at),
    evidence: run.cause.evidence,
    goal_by: run.goalBy === null ? null : new Date(run.goalBy),
    held_at_start: run.heldAtStart,
    settled_at: run.arm === 'old' ? new Date(run.at) : null,
  }));
  const { rows } = await sql<{ id: string }>`
    insert into play_run select * from jsonb_populate_recordset(null::play_run, ${JSON.stringify(values)}::jsonb)
    on conflict (ws, play_id, account_num, cause_key) do nothing returning id`.execute(tx);
  return new Set(rows.map((row) => row.id));
};

/** Runs of these accounts of which it is not certain whether the goal was reached. */
export const unsettledRuns = async (db: Db, ws: number, accounts: readonly number[]): Promise<readonly UnsettledRun[]> =>
  (await unsettled(db, ws).where('account_num', '=', sql<number>`any(${accounts}::int[])`).execute()).map(unsettledOf);

const UNSETTLED_AT_ONCE = 5_000;

/** The same of all accounts, in pages; a run may be settled while its page is read, and none is left out. */
export async function* allUnsettledRuns(db: Db, ws: number): AsyncGenerator<readonly UnsettledRun[]> {
  for (let account = 0, id = ''; ; ) {
    const rows = await unsettled(db, ws)
      .where(sql<boolean>`(account_num, id) > (${account}, ${id})`)
      .orderBy('account_num')
      .orderBy('id')
      .limit(UNSETTLED_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(unsettledOf);
    [account, id] = [last.account_num, last.id];
  }
}

const unsettled = (db: Db, ws: number) =>
  playTables(db)
    .selectFrom('play_run')
    .select(['id', 'play_id', 'account_num', sql<Date>`goal_by`.as('goal_by'), 'held_at_start'])
    .where('ws', '=', ws)
    .where('settled_at', 'is', null);

// Only a run without a goal's end is settled from the start, so that the others have one.
const unsettledOf = (row: {
  readonly id: string;
  readonly play_id: string;
  readonly account_num: number;
  readonly goal_by: Date;
  readonly held_at_start: boolean;
}): UnsettledRun => ({
  id: row.id,
  playId: row.play_id,
  account: row.account_num,
  goalBy: row.goal_by.getTime(),
  heldAtStart: row.held_at_start,
});

/** Notes for certain which runs reached their goal, and which did not. */
export const settleRuns = async (
  db: Db,
  { ws, now }: { readonly ws: number; readonly now: number },
  verdicts: readonly { readonly id: string; readonly reached: boolean }[],
): Promise<void> => {
  if (verdicts.length === 0) return;
  const at = new Date(now);
  await sql`
    update play_run as run set settled_at = ${at}, goal_reached_at = case when verdict.reached then least(${at}, run.goal_by) end
    from unnest(${verdicts.map((one) => one.id)}::text[], ${verdicts.map((one) => one.reached)}::boolean[]) as verdict (id, reached)
    where run.ws = ${ws} and run.id = verdict.id and run.settled_at is null`.execute(db);
};

/** Forgets what was decided about accounts that do not exist any more, as after an undone import. */
export const forgetRuns = async (tx: Db, ws: number, accounts: readonly number[]): Promise<void> => {
  await playTables(tx)
    .deleteFrom('play_run')
    .where('ws', '=', ws)
    .where('account_num', '=', sql<number>`any(${accounts}::int[])`)
    .execute();
};

/** The first decision of a play about an account that put it into an arm. */
export interface FirstRun {
  readonly arm: 'act' | 'hold';
  readonly goalBy: number;
  readonly reachedAt: number | null;
}

/** The first decision about each account: the one by which it is counted. */
export const firstRuns = async (db: Db, ws: number, playId: string): Promise<readonly FirstRun[]> => {
  const { rows } = await sql<{ arm: 'act' | 'hold'; goal_by: Date; goal_reached_at: Date | null }>`
    select distinct on (account_num) arm, goal_by, goal_reached_at from play_run
    where ws = ${ws} and play_id = ${playId} and arm <> 'old' order by account_num, at, id`.execute(db);
  return rows.map((row) => ({ arm: row.arm, goalBy: row.goal_by.getTime(), reachedAt: row.goal_reached_at?.getTime() ?? null }));
};

export interface PlayCount {
  readonly runs: number;
  readonly skippedTooOld: number;
  readonly openTasks: number;
  readonly lastRunAt: number | null;
}

/** How often did each play decide, when last, and how many of its tasks wait? Plays that never did are left out. */
export const playCounts = async (db: Db, ws: number): Promise<ReadonlyMap<string, PlayCount>> => {
  const { rows } = await sql<{ play_id: string; runs: number; old: number; last: Date | null; waiting: number }>`
    select play_id, count(*) filter (where arm <> 'old') as runs, count(*) filter (where arm = 'old') as old, max(at) filter (where arm <> 'old') as last,
      coalesce((select count(*) from task where task.ws = ${ws} and task.play_id = play_run.play_id and status in ('open', 'snoozed')), 0) as waiting
    from play_run where ws = ${ws} group by play_id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.play_id,
      { runs: row.runs, skippedTooOld: row.old, openTasks: row.waiting, lastRunAt: row.last?.getTime() ?? null },
    ]),
  );
};
