import { brokenUniqueRule, type Db, sql } from '#platform/postgres.ts';
import type { TaskRecord } from '../domain/task-record.ts';
import { playTables, type TaskRow } from './tables.ts';

/** Opens tasks of plays; where one of the same play, step and account waits already, the evidence is added to it. Answers the ids of the new ones. */
export const openTasks = async (tx: Db, ws: number, tasks: readonly TaskRecord[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    insert into task select * from jsonb_populate_recordset(null::task, ${JSON.stringify(tasks.map((task) => rowOf(ws, task)))}::jsonb)
    on conflict (ws, play_id, step, account_num) where status in ('open', 'snoozed') and play_id is not null
    do update set evidence = task.evidence || excluded.evidence, version = task.version + 1 returning id`.execute(tx);
  const kept = new Set(rows.map((row) => row.id));
  return new Set(tasks.map((task) => task.id).filter((id) => kept.has(id)));
};

export const insertTask = async (tx: Db, ws: number, task: TaskRecord): Promise<void> => {
  await sql`insert into task select * from jsonb_populate_record(null::task, ${JSON.stringify(rowOf(ws, task))}::jsonb)`.execute(tx);
};

/** One task, locked until the transaction ends; null when there is none. */
export const lockTask = async (tx: Db, ws: number, id: string): Promise<TaskRecord | null> => {
  const row = await playTables(tx).selectFrom('task').selectAll().where('ws', '=', ws).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? recordOf(row) : null;
};

/** Keeps what somebody changed about a task. */
export const saveTask = async (tx: Db, ws: number, task: TaskRecord): Promise<void> => {
  await playTables(tx)
    .updateTable('task')
    .set({
      status: task.status,
      snoozed_until: task.snoozedUntil,
      owner_id: task.ownerId,
      outcome: task.outcome,
      done_at: task.doneAt === null ? null : new Date(task.doneAt),
      version: task.version,
    })
    .where('ws', '=', ws)
    .where('id', '=', task.id)
    .execute();
};

/** Did this fail because a task of the same play waits for the same account already? */
export const isSecondWaitingTask = (error: unknown): boolean => brokenUniqueRule(error) === 'task_one_waiting';

/** Which tasks are asked for; undefined asks for any. `owner` null asks for nobody's, `today` tells snoozed ones that are back from those that are not. */
export interface TaskFilter {
  readonly ws: number;
  readonly today: string;
  readonly status: TaskRecord['status'];
  readonly owner?: string | null | undefined;
  readonly accounts?: readonly number[] | undefined;
  readonly play?: string | undefined;
}

/** What decides the place of a task in a list. */
export type TaskPlace = Pick<TaskRecord, 'id' | 'dueOn' | 'valueMinor' | 'doneAt'>;

/** The tasks that a filter lets through, in no order. */
export const taskPlaces = async (db: Db, { ws, today, status, owner, accounts, play }: TaskFilter): Promise<readonly TaskPlace[]> => {
  const back = sql<boolean>`(status = 'open' or (status = 'snoozed' and snoozed_until <= ${today}::date))`;
  const away = sql<boolean>`(status = 'snoozed' and snoozed_until > ${today}::date)`;
  let query = playTables(db).selectFrom('task').select(['id', 'due_on', 'value_minor', 'done_at']).where('ws', '=', ws);
  query = status === 'open' ? query.where(back) : status === 'snoozed' ? query.where(away) : query.where('status', '=', status);
  if (owner !== undefined) query = owner === null ? query.where('owner_id', 'is', null) : query.where('owner_id', '=', owner);
  if (accounts) query = query.where('account_num', '=', sql<number>`any(${accounts}::int[])`);
  if (play !== undefined) query = query.where('play_id', '=', play);
  const rows = await query.execute();
  return rows.map((row) => ({ id: row.id, dueOn: row.due_on, valueMinor: row.value_minor, doneAt: row.done_at?.getTime() ?? null }));
};

/** These tasks, by id. */
export const tasksByIds = async (db: Db, ws: number, ids: readonly string[]): Promise<ReadonlyMap<string, TaskRecord>> => {
  const rows = await playTables(db)
    .selectFrom('task')
    .selectAll()
    .where('ws', '=', ws)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
};

/** Brings what hangs on waiting tasks up to what their accounts pay now. */
export const refreshValues = async (
  db: Db,
  ws: number,
  values: readonly { readonly account: number; readonly valueMinor: number }[],
): Promise<void> => {
  if (values.length === 0) return;
  await sql`
    update task set value_minor = told.value_minor
    from unnest(${values.map((one) => one.account)}::int[], ${values.map((one) => one.valueMinor)}::bigint[]) as told (account_num, value_minor)
    where task.ws = ${ws} and task.account_num = told.account_num and task.status in ('open', 'snoozed') and task.value_minor <> told.value_minor`.execute(
    db,
  );
};

/** The accounts on which tasks wait, beyond an account number, at most 1,000 in order. */
export const accountsWithTasks = async (db: Db, ws: number, beyond: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    select distinct account_num as num from task
    where ws = ${ws} and status in ('open', 'snoozed') and account_num > ${beyond} order by 1 limit 1000`.execute(db);
  return rows.map((row) => row.num);
};

/** Takes away what plays opened on accounts that do not exist any more; tasks written by hand stay, without an account. */
export const forgetTasks = async (tx: Db, ws: number, accounts: readonly number[]): Promise<void> => {
  const ofThem = sql<boolean>`account_num = any(${accounts}::int[])`;
  const tables = playTables(tx);
  await tables.deleteFrom('task').where('ws', '=', ws).where(ofThem).where('play_id', 'is not', null).execute();
  await tables
    .updateTable('task')
    .set({ account_num: null, account_id: null, value_minor: 0 })
    .where('ws', '=', ws)
    .where(ofThem)
    .execute();
};

const rowOf = (ws: number, task: TaskRecord): TaskRow => ({
  ws,
  id: task.id,
  play_id: task.playId,
  run_id: task.runId,
  step: task.step,
  account_num: task.accountNum,
  account_id: task.accountId,
  owner_id: task.ownerId,
  title: task.title,
  advice: task.advice,
  evidence: task.evidence,
  status: task.status,
  due_on: task.dueOn,
  snoozed_until: task.snoozedUntil,
  value_minor: task.valueMinor,
  created_at: new Date(task.createdAt),
  done_at: task.doneAt === null ? null : new Date(task.doneAt),
  outcome: task.outcome,
  version: task.version,
});

const recordOf = (row: TaskRow): TaskRecord => ({
  id: row.id,
  playId: row.play_id,
  runId: row.run_id,
  step: row.step,
  accountNum: row.account_num,
  accountId: row.account_id,
  ownerId: row.owner_id,
  title: row.title,
  advice: row.advice,
  evidence: row.evidence,
  status: row.status,
  dueOn: row.due_on,
  snoozedUntil: row.snoozed_until,
  valueMinor: row.value_minor,
  createdAt: row.created_at.getTime(),
  doneAt: row.done_at?.getTime() ?? null,
  outcome: row.outcome,
  version: row.version,
});
