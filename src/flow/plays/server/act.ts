import { addDays } from '#kernel/calendar.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import type { Cause } from '../domain/causes.ts';
import { evidenceOfScore } from '../domain/evidence.ts';
import { type PlannedRun, planRuns } from '../domain/plan-runs.ts';
import type { NumberedAccount } from '../domain/play-changes.ts';
import { valueAtStake } from '../domain/task-rank.ts';
import { type TaskRecord, taskFact } from '../domain/task-record.ts';
import { earlierRuns, insertRuns } from '../store/runs.ts';
import { openTasks } from '../store/tasks.ts';
import type { Desk, Scene } from './deps.ts';

type Run = PlannedRun & { readonly id: string };

/** What a play may act on: causes, with the accounts that they are about. */
export interface Occasion {
  readonly accounts: ReadonlyMap<number, NumberedAccount>;
  readonly causes: readonly Cause[];
}

/** Decides about causes that nobody decided about yet. Answers the decisions without writing them. */
export const decide = async (desk: Desk, scene: Scene, play: PlayDefinition, occasion: Occasion): Promise<readonly PlannedRun[]> => {
  const { workspace, now } = scene;
  if (occasion.causes.length === 0) return [];
  // A cause may name an account that was merged; it is decided about the one that stands for it.
  const causes = occasion.causes.map((cause) => ({ ...cause, account: occasion.accounts.get(cause.account)?.num ?? cause.account }));
  const nums = [...new Set(causes.map((cause) => cause.account))];
  const earlier = await earlierRuns(desk.postgres.db, workspace.ws, play.id, nums);
  const accounts = new Map([...occasion.accounts.values()].map((account) => [account.num, account]));
  return planRuns({ play, workspaceId: workspace.id, zone: workspace.timeZone, now, accounts, earlier }, causes);
};

/** Sets the play in motion: decisions, tasks and their facts in one transaction. Whoever comes second to a cause does nothing. */
export const act = async (desk: Desk, scene: Scene, play: PlayDefinition, occasion: Occasion): Promise<void> => {
  const decided = await decide(desk, scene, play, occasion);
  if (decided.length === 0) return;
  const runs = (await withScores(desk, scene, play, decided)).map((run) => ({ ...run, id: newId('run', scene.now) }));
  await desk.postgres.transaction(async (tx) => {
    const written = await insertRuns(tx, { ws: scene.workspace.ws, playId: play.id }, runs);
    await openTasksOf(desk, tx, { scene, play, runs: runs.filter((run) => run.arm === 'act' && written.has(run.id)) });
  });
};

/** The decisions with what the signal said, where one crossed. */
const withScores = async (
  desk: Desk,
  { workspace }: Scene,
  { trigger }: PlayDefinition,
  runs: readonly PlannedRun[],
): Promise<readonly PlannedRun[]> => {
  if (trigger.kind !== 'signal_crosses') return runs;
  const { signal } = trigger;
  const crossings = runs.filter((run) => run.arm !== 'old').map(({ account, cause }) => ({ account: account.num, day: cause.key }));
  const scores = await desk.crossingScores(workspace.ws, signal, crossings);
  return runs.map((run) => {
    const score = run.arm === 'old' ? undefined : scores.get(run.account.num);
    if (!score) return run;
    const evidence = [...evidenceOfScore(score, { signal, at: run.cause.at, zone: workspace.timeZone }), ...run.cause.evidence];
    return { ...run, cause: { ...run.cause, evidence } };
  });
};

const openTasksOf = async (
  desk: Desk,
  tx: Db,
  { scene, play, runs }: { readonly scene: Scene; readonly play: PlayDefinition; readonly runs: readonly Run[] },
): Promise<void> => {
  if (runs.length === 0) return;
  const { ws } = scene.workspace;
  const tasks = [...Map.groupBy(runs, (run) => run.account.num).values()].flatMap((ofOne) => tasksOf(scene, play, ofOne));
  const opened = await openTasks(tx, ws, tasks);
  const facts = tasks.filter((task) => opened.has(task.id)).map((task) => taskFact('task_opened', task, scene.now));
  await desk.appendFacts(tx, ws, facts);
};

/** The tasks that the play opens for one account, whatever the number of causes. */
const tasksOf = (scene: Scene, play: PlayDefinition, runs: readonly Run[]): readonly TaskRecord[] => {
  const { account, id: runId } = runs[0]!;
  return play.steps.map((step, index) => ({
    id: newId('task', scene.now),
    playId: play.id,
    runId,
    step: index,
    accountNum: account.num,
    accountId: account.id,
    ownerId: account.ownerId,
    title: step.title,
    advice: step.advice,
    evidence: runs.flatMap((run) => run.cause.evidence),
    status: 'open',
    dueOn: addDays(scene.today, step.dueInDays),
    snoozedUntil: null,
    valueMinor: valueAtStake(account.mrrMinor),
    createdAt: scene.now,
    doneAt: null,
    outcome: null,
    version: 1,
  }));
};
