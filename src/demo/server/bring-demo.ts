import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { issueKey, keysOf, revokeKeyOf } from '#platform/access.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { DemoPhase } from '../contracts.ts';
import { writtenRates } from '../domain/company/prices.ts';
import { type DemoRun, findRun, moveRun } from '../store/demo-runs.ts';
import type { DemoDeps, Tell } from './deps.ts';
import { setDesk } from './desk.ts';
import { sendMessages } from './send-messages.ts';
import { simulate } from './simulate.ts';
import type { StoryFiles } from './story-files.ts';

/** Thrown where work ends because somebody asked for it, or because the process ends. */
export class Stopped extends Error {}

/** The system that the demo company's files come from. */
export const SOURCE = 'demo';
const TELL_MS = 400;

interface Bringing {
  readonly deps: DemoDeps;
  readonly workspace: WorkspaceContext;
  readonly run: DemoRun;
  readonly stop: AbortSignal;
}

/**
 * Brings the company of a run: simulates it, imports its files, sends its messages through the event door and works out its past. What was done
 * before the process ended is not done twice: files and messages count once by their ids.
 */
export const bringDemo = async (deps: DemoDeps, workspace: WorkspaceContext, run: DemoRun, stop: AbortSignal): Promise<void> => {
  const bringing: Bringing = { deps, workspace, run, stop };
  const story = await simulated(bringing);
  await deps.addRates(workspace, writtenRates(run.plan));
  await deps.quietly(workspace.ws, async () => {
    await imported(bringing, story);
    await sent(bringing, story);
    await begin(bringing, 'history');
    await telling(bringing, (tell) => deps.workOutPast(workspace.ws, tell));
  });
  await setDesk(deps, workspace, run);
  await moveRun(deps.postgres.db, run, ['running'], { status: 'done', finishedAt: deps.clock.now(), cancelAsked: false });
  await rm(folderOf(deps, run), { recursive: true, force: true });
};

/** Where the files of a run lie. */
export const folderOf = (deps: Pick<DemoDeps, 'folder'>, run: Pick<DemoRun, 'id'>): string => join(deps.folder, run.id);

const simulated = async (bringing: Bringing): Promise<StoryFiles> => {
  const { deps, run } = bringing;
  const task = { plan: run.plan, folder: folderOf(deps, run), prefix: `${run.id}:` };
  if (run.phase === 'simulate') await begin(bringing, 'simulate');
  // The files of a run that goes on may be gone: the same plan gives the same again, and what came already counts once.
  const cancelled = new AbortController();
  const watch = setInterval(() => void wanted(bringing).catch((reason: unknown) => cancelled.abort(reason)), TELL_MS);
  const signal = AbortSignal.any([bringing.stop, cancelled.signal]);
  try {
    return await simulate(task, (done) => void note(bringing, done, run.plan.accounts), signal);
  } finally {
    clearInterval(watch);
  }
};

const imported = async (bringing: Bringing, story: StoryFiles): Promise<void> => {
  const { deps, workspace, run } = bringing;
  if (run.phase !== 'simulate' && run.phase !== 'files') return;
  await begin(bringing, 'files');
  const batch = { batch: run.id, source: SOURCE, createdBy: run.createdBy, files: story.files };
  await deps.imports.importBatch(workspace, batch);
  for (;;) {
    await Promise.race([deps.imports.drain(workspace.ws), sleep(TELL_MS)]);
    const files = await deps.imports.importsOfBatch(workspace.ws, run.id);
    const sum = (of: 'rowsRead' | 'rowsTotal'): number => files.reduce((total, file) => total + file[of], 0);
    await note(bringing, sum('rowsRead'), sum('rowsTotal'));
    const broken = files.find(({ status }) => status === 'failed' || status === 'cancelled');
    if (broken) throw new Error(`${broken.fileName} of the demo company could not be imported.`);
    if (files.every(({ status }) => status === 'done')) return;
    await wanted(bringing);
  }
};

const sent = async (bringing: Bringing, story: StoryFiles): Promise<void> => {
  const { deps, workspace, run } = bringing;
  if (run.phase === 'history') return;
  await begin(bringing, 'messages', run.phase === 'messages' ? run.sent : 0);
  const { db } = deps.postgres;
  const name = `Demo ${run.id}`;
  // A process that was killed leaves its key behind, and nobody knows its secret any more.
  for (const left of await keysOf(db, workspace.ws)) if (left.name === name) await revokeKeyOf(db, deps.clock, workspace.ws, left.id);
  const key = await issueKey(db, deps.clock, { ws: workspace.ws, name, kind: 'write', permissions: [], by: null });
  try {
    const from = run.phase === 'messages' ? run : { sent: 0, accepted: 0, rejected: 0 };
    for await (const answered of sendMessages(story.messageFiles, from, (body) => deps.post(key.secret, body))) {
      await moveRun(db, run, ['running'], { ...answered, done: answered.sent, total: story.messages });
      await wanted(bringing);
    }
  } finally {
    await revokeKeyOf(db, deps.clock, workspace.ws, key.id);
  }
};

const begin = async ({ deps, run }: Bringing, phase: DemoPhase, done = 0): Promise<void> => {
  const isOn = await moveRun(deps.postgres.db, run, ['running'], { phase, done, total: 0 });
  if (!isOn) throw new Stopped();
};

const note = async ({ deps, run }: Bringing, done: number, total: number): Promise<void> => {
  await moveRun(deps.postgres.db, run, ['running'], { done, total });
};

/** Tells what was told last, but not more often than a reader can see. */
const telling = async (bringing: Bringing, work: (tell: Tell) => Promise<void>): Promise<void> => {
  let last: readonly [number, number] | null = null;
  const turn = setInterval(() => {
    if (last) void note(bringing, ...last);
    last = null;
  }, TELL_MS);
  try {
    await work((done, total) => {
      last = [done, total];
    });
  } finally {
    clearInterval(turn);
  }
};

/** Refuses to go on when the run is no longer wanted. */
const wanted = async ({ deps, run, stop }: Bringing): Promise<void> => {
  if (stop.aborted) throw new Stopped();
  const current = await findRun(deps.postgres.db, run.ws);
  if (current?.id !== run.id || current.status !== 'running' || current.cancelAsked) throw new Stopped();
};
