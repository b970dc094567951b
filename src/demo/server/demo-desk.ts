import { AppError, isAppError } from '#kernel/app-error.ts';
import { addDays, dateOf } from '#kernel/calendar.ts';
import { kept, say } from '#kernel/saying.ts';
import { newId } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { DemoPlan, DemoState, DemoWish } from '../contracts.ts';
import { DEMO_SAYS } from '../domain/demo-sayings.ts';
import { demoPlan } from '../domain/plan.ts';
import { isUntouched } from '../store/demo-ground.ts';
import { type DemoRun, findRun, insertRun, moveRun, unfinishedRuns } from '../store/demo-runs.ts';
import { bringDemo, Stopped } from './bring-demo.ts';
import type { DemoDeps } from './deps.ts';
import { NO_DEMO, stateOf } from './progress.ts';
import { refuseMixed, takeOutDemo } from './remove-demo.ts';

const QUEUE = 'demo';

/** Where the demo company of a workspace is asked for, watched, stopped and taken out. */
export interface DemoDesk {
  state(ws: number): Promise<DemoState>;
  ask(workspace: WorkspaceContext, wish: DemoWish, createdBy: string): Promise<DemoState>;
  cancel(ws: number): Promise<DemoState>;
  remove(ws: number): Promise<DemoState>;
  /** Declares the queue and takes up what an earlier process left; call it before the jobs start. */
  start(): Promise<void>;
  /** Lets work stop soon; it goes on at the next start. */
  stop(): void;
}

/** Opens the desk. */
export const createDemoDesk = (deps: DemoDeps): DemoDesk => {
  const { db } = deps.postgres;
  const stopping = new AbortController();
  const state = async (ws: number): Promise<DemoState> => {
    const run = await findRun(db, ws);
    return run ? stateOf(run, deps.clock.now()) : NO_DEMO;
  };
  const ask = (ws: number): Promise<void> => deps.jobs.send(QUEUE, { ws }, { singletonKey: String(ws) });
  return {
    state,
    ask: async (workspace, wish, createdBy) => {
      await enter(deps, workspace, wish, createdBy);
      await ask(workspace.ws);
      return state(workspace.ws);
    },
    cancel: async (ws) => {
      const run = await findRun(db, ws);
      if (run) await moveRun(db, run, ['running'], { cancelAsked: true });
      return state(ws);
    },
    remove: async (ws) => {
      const run = await findRun(db, ws);
      if (!run) throw new AppError('not_found', DEMO_SAYS.demo_absent());
      await deps.ship();
      await refuseMixed(deps, run);
      if (!(await moveRun(db, run, ['done', 'failed', 'cancelled', 'removing'], { status: 'removing' })))
        throw new AppError('conflict', DEMO_SAYS.demo_coming());
      await ask(ws);
      return state(ws);
    },
    start: async () => {
      await deps.jobs.define<{ ws: number }>(QUEUE, { retries: 20, expireMinutes: 24 * 60 }, ({ ws }) => workOn(deps, ws, stopping.signal));
      for (const { ws } of await unfinishedRuns(db)) await ask(ws);
    },
    stop: () => stopping.abort(new Stopped()),
  };
};

/** Notes what is wanted. A company that is here or was cut off goes on as it was planned; another one must be taken out first. */
const enter = async (deps: DemoDeps, workspace: WorkspaceContext, wish: DemoWish, createdBy: string): Promise<void> => {
  const { db } = deps.postgres;
  const { ws } = workspace;
  const now = deps.clock.now();
  const before = await findRun(db, ws);
  if (before) {
    const again = { status: 'running', cancelAsked: false, error: null, finishedAt: null } as const;
    if (before.status === 'removing') throw new AppError('conflict', DEMO_SAYS.demo_going());
    await moveRun(db, before, ['failed', 'cancelled'], again);
    return;
  }
  if (!(await isUntouched(db, ws))) throw new AppError('conflict', DEMO_SAYS.demo_would_mix());
  const plan = planOf(workspace, wish, now);
  await insertRun(db, { ws, id: newId('import', now), plan, phase: 'simulate', createdBy, startedAt: now });
};

/** The company lives until yesterday, as today is not over: in the workspace's zone and money and, unless another is wished for, its language. */
export const planOf = ({ timeZone, currency, language }: WorkspaceContext, { uses, ...wish }: DemoWish, now: number): DemoPlan => {
  const wished = Object.entries({ ...wish, usesPerPersonMonth: uses }).filter(([, value]) => value !== undefined);
  return demoPlan({ language, ...Object.fromEntries(wished), timeZone, currency, endsOn: addDays(dateOf(now, timeZone), -1) });
};

const workOn = async (deps: DemoDeps, ws: number, stop: AbortSignal): Promise<void> => {
  const run = await findRun(deps.postgres.db, ws);
  const workspace = (await deps.workspaces()).find((one) => one.ws === ws);
  if (!run || !workspace || !['running', 'removing'].includes(run.status)) return;
  try {
    await (run.status === 'removing' ? takeOutDemo(deps, workspace, run) : bringDemo(deps, workspace, run, stop));
  } catch (error) {
    await ended(deps, run, { error, stop });
  }
};

/** Work that was left goes on later; a store that is away comes back, and the job is tried again; anything else is told. */
const ended = async (
  { postgres, clock, log }: DemoDeps,
  run: DemoRun,
  { error, stop }: { error: unknown; stop: AbortSignal },
): Promise<void> => {
  if (stop.aborted) return;
  const finishedAt = clock.now();
  if (error instanceof Stopped) {
    await moveRun(postgres.db, run, ['running'], { status: 'cancelled', cancelAsked: false, finishedAt });
    return;
  }
  if (isAppError(error) && error.code === 'unavailable') throw error;
  log.error(
    { ws: run.ws, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    'the demo company did not come in',
  );
  const said = isAppError(error) ? error.said : DEMO_SAYS.demo_failed({ error: error instanceof Error ? error.message : String(error) });
  const told = { ...say(said, 'en'), said: kept(said) };
  await moveRun(postgres.db, run, ['running', 'removing'], { status: 'failed', error: told, finishedAt });
};
