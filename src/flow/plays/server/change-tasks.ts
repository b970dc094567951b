import { AppError } from '#kernel/app-error.ts';
import type { EndpointParsed } from '#kernel/endpoint.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { newId } from '#platform/clock.ts';
import type { createTask as createEndpoint, Task } from '../contracts.ts';
import { changeTask, type TaskPatch } from '../domain/change-task.ts';
import { PLAY_SAYS } from '../domain/play-sayings.ts';
import { valueAtStake } from '../domain/task-rank.ts';
import { type TaskRecord, taskFact } from '../domain/task-record.ts';
import { insertTask, isSecondWaitingTask, lockTask, saveTask } from '../store/tasks.ts';
import type { Desk, Scene } from './deps.ts';
import { presentTasks } from './present-tasks.ts';

type NewTask = EndpointParsed<typeof createEndpoint>['body'];

/** Who changes tasks, where and when. */
export interface TaskScene extends Scene {
  readonly mayMoney: boolean;
}

/** Writes a task by hand. */
export const createTask = async (desk: Desk, scene: TaskScene, body: NewTask): Promise<Task> => {
  const { ws } = scene.workspace;
  await checkOwner(desk, ws, body.ownerId);
  const account = body.accountId === null ? null : await accountOf(desk, ws, body.accountId);
  const task: TaskRecord = {
    id: newId('task', scene.now),
    playId: null,
    runId: null,
    step: 0,
    accountNum: account?.num ?? null,
    accountId: account?.id ?? null,
    ownerId: body.ownerId,
    title: { en: body.title, 'zh-CN': body.title, es: body.title },
    advice: null,
    evidence: [],
    status: 'open',
    dueOn: body.dueOn,
    snoozedUntil: null,
    valueMinor: valueAtStake(account?.mrrMinor ?? null),
    createdAt: scene.now,
    doneAt: null,
    outcome: null,
    version: 1,
  };
  await desk.postgres.transaction(async (tx) => {
    await insertTask(tx, ws, task);
    await desk.appendFacts(tx, ws, [taskFact('task_opened', task, scene.now)]);
  });
  return present(desk, scene, task);
};

/** Does, snoozes, reassigns or reopens a task; the record and the facts that tell it are one transaction. */
export const updateTask = async (desk: Desk, scene: TaskScene, { id, ...patch }: TaskPatch & { readonly id: string }): Promise<Task> => {
  const { ws } = scene.workspace;
  if (patch.ownerId !== undefined) await checkOwner(desk, ws, patch.ownerId);
  const task = await desk.postgres
    .transaction(async (tx) => {
      const before = await lockTask(tx, ws, id);
      if (!before) throw new AppError('not_found', PLAY_SAYS.task_unknown({ id }));
      const change = changeTask(before, patch, scene);
      if ('problem' in change) throw tooEarly();
      await saveTask(tx, ws, change.task);
      await desk.appendFacts(
        tx,
        ws,
        change.events.map((event) => taskFact(event, change.task, scene.now)),
      );
      return change.task;
    })
    .catch((error: unknown) => {
      throw isSecondWaitingTask(error) ? new AppError('conflict', PLAY_SAYS.task_waits_already(), { cause: error }) : error;
    });
  return present(desk, scene, task);
};

const tooEarly = (): AppError =>
  new AppError('invalid', PLAY_SAYS.snooze_too_early(), {
    fields: [{ field: 'snoozedUntil', code: 'not_later', said: PLAY_SAYS.snooze_too_early() }],
  });

const present = async (desk: Desk, { workspace, today, mayMoney }: TaskScene, task: TaskRecord): Promise<Task> => {
  const [shown] = await presentTasks(desk, { ws: workspace.ws, today, mayMoney }, [task]);
  return shown!;
};

const checkOwner = async (desk: Desk, ws: number, ownerId: string | null): Promise<void> => {
  if (ownerId === null || (await desk.directory.members(ws)).has(ownerId)) return;
  const said = PLAY_SAYS.task_owner_stranger();
  throw new AppError('invalid', said, { fields: [{ field: 'ownerId', code: 'unknown_user', said }] });
};

const accountOf = async (desk: Desk, ws: number, id: string) => {
  const [num] = (await desk.directory.numsOf(ws, id)) ?? [];
  const account = num === undefined ? undefined : (await desk.directory.byNums(ws, [num])).get(num);
  if (account) return account;
  throw new AppError('not_found', RECORD_SAYS.account_gone({ id }));
};
