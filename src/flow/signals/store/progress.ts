import { type Db, sql } from '#platform/postgres.ts';

/** How far a long piece of work on a workspace is; instants are UTC ms. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** How far is this work? Null when it was never begun. */
export const readProgress = async (db: Db, ws: number, task: string): Promise<Progress | null> => {
  const { rows } = await sql<{ done: number; total: number; started_at: Date; finished_at: Date | null }>`
    select done, total, started_at, finished_at from signals_progress where ws = ${ws} and task = ${task}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return { done: row.done, total: row.total, startedAt: row.started_at.getTime(), finishedAt: row.finished_at?.getTime() ?? null };
};

/** Notes how far this work is. */
export const writeProgress = async (db: Db, ws: number, task: string, progress: Progress): Promise<void> => {
  const { done, total, startedAt, finishedAt } = progress;
  await sql`
    insert into signals_progress (ws, task, done, total, started_at, finished_at)
    values (${ws}, ${task}, ${done}, ${total}, ${new Date(startedAt)}, ${finishedAt === null ? null : new Date(finishedAt)})
    on conflict (ws, task) do update set done = excluded.done, total = excluded.total, started_at = excluded.started_at,
      finished_at = excluded.finished_at`.execute(db);
};
