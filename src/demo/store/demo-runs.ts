import { type Db, sql } from '#platform/postgres.ts';
import type { DemoPhase, DemoPlan, DemoState, DemoStatus } from '../contracts.ts';

/** The demo company of a workspace as it is kept. Instants are UTC ms. */
export interface DemoRun {
  readonly ws: number;
  readonly id: string;
  readonly status: DemoStatus;
  readonly plan: DemoPlan;
  readonly phase: DemoPhase;
  readonly done: number;
  readonly total: number;
  /** Messages that the event door has answered. */
  readonly sent: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly error: DemoState['error'];
  readonly cancelAsked: boolean;
  readonly createdBy: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

interface Row extends Omit<DemoRun, 'cancelAsked' | 'createdBy' | 'startedAt' | 'finishedAt'> {
  readonly cancel_asked: boolean;
  readonly created_by: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

const runOf = ({ cancel_asked, created_by, started_at, finished_at, ...row }: Row): DemoRun => ({
  ...row,
  cancelAsked: cancel_asked,
  createdBy: created_by,
  startedAt: started_at.getTime(),
  finishedAt: finished_at?.getTime() ?? null,
});

/** The demo company of this workspace; undefined when there is none. */
export const findRun = async (db: Db, ws: number): Promise<DemoRun | undefined> => {
  const { rows } = await sql<Row>`select * from demo_run where ws = ${ws}`.execute(db);
  return rows.map(runOf)[0];
};

/** The workspaces in which work was begun and is not finished. */
export const unfinishedRuns = async (db: Db): Promise<readonly DemoRun[]> => {
  const { rows } = await sql<Row>`select * from demo_run where status in ('running', 'removing') order by ws`.execute(db);
  return rows.map(runOf);
};

/** Notes that a company is to be brought; instead of one that is there already nothing is noted, which the answer false says. */
export const insertRun = async (
  db: Db,
  fresh: Pick<DemoRun, 'ws' | 'id' | 'plan' | 'phase' | 'createdBy' | 'startedAt'>,
): Promise<boolean> => {
  const done = await sql`
    insert into demo_run (ws, id, status, plan, phase, created_by, started_at)
    values (${fresh.ws}, ${fresh.id}, 'running', ${JSON.stringify(fresh.plan)}::jsonb, ${fresh.phase}, ${fresh.createdBy}, ${new Date(fresh.startedAt)})
    on conflict (ws) do nothing`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
};

/** What may change of a run. */
export type RunPatch = Partial<Omit<DemoRun, 'ws' | 'id' | 'plan' | 'createdBy' | 'startedAt'>>;

/** Changes a run that stands in one of these states; false when it does not. */
export const moveRun = async (
  db: Db,
  { ws, id }: Pick<DemoRun, 'ws' | 'id'>,
  from: readonly DemoStatus[],
  patch: RunPatch,
): Promise<boolean> => {
  const { error, finishedAt, cancelAsked, ...plain } = patch;
  const values = {
    ...plain,
    ...(cancelAsked !== undefined && { cancel_asked: cancelAsked }),
    ...(error !== undefined && { error: error === null ? null : JSON.stringify(error) }),
    ...(finishedAt !== undefined && { finished_at: finishedAt === null ? null : new Date(finishedAt) }),
  };
  const sets = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const done = await sql`
    update demo_run set ${sql.join(sets)} where ws = ${ws} and id = ${id} and status = any(${[...from]}::text[])`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
};

/** Forgets the run: the workspace has no demo company any more. */
export const dropRun = async (db: Db, { ws, id }: Pick<DemoRun, 'ws' | 'id'>): Promise<void> => {
  await sql`delete from demo_run where ws = ${ws} and id = ${id}`.execute(db);
};
