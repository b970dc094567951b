import type { TaskStatus } from '../contracts.ts';
import type { TaskEvent, TaskRecord } from './task-record.ts';

/** What somebody wants of a task; what is undefined stays. */
export interface TaskPatch {
  readonly status?: TaskStatus | undefined;
  readonly snoozedUntil?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly outcome?: string | null | undefined;
}

export type TaskChange =
  | { readonly task: TaskRecord; readonly events: readonly TaskEvent[] }
  | { readonly problem: 'snooze_needs_a_later_day' };

/** What becomes of the task, and which facts tell it? A date to snooze until snoozes by itself; done and dropped note the instant; no change, no fact. */
export const changeTask = (
  task: TaskRecord,
  patch: TaskPatch,
  { now, today }: { readonly now: number; readonly today: string },
): TaskChange => {
  const status =
    patch.status ?? (patch.snoozedUntil ? 'snoozed' : patch.snoozedUntil === null && task.status === 'snoozed' ? 'open' : task.status);
  const until = patch.snoozedUntil === undefined ? task.snoozedUntil : patch.snoozedUntil;
  const isAskedToSleep = patch.status === 'snoozed' || typeof patch.snoozedUntil === 'string';
  if (status === 'snoozed' && isAskedToSleep && (until === null || until <= today)) return { problem: 'snooze_needs_a_later_day' };
  const isOver = status === 'done' || status === 'dropped';
  const next: TaskRecord = {
    ...task,
    status,
    snoozedUntil: status === 'snoozed' ? until : null,
    ownerId: patch.ownerId === undefined ? task.ownerId : patch.ownerId,
    outcome: patch.outcome === undefined ? task.outcome : patch.outcome,
    doneAt: isOver ? (task.status === status ? task.doneAt : now) : null,
    version: task.version + 1,
  };
  return { task: next, events: eventsBetween(task, next) };
};

const EVENT_OF: Readonly<Record<TaskStatus, TaskEvent>> = {
  open: 'task_opened',
  snoozed: 'task_snoozed',
  done: 'task_done',
  dropped: 'task_dropped',
};

const eventsBetween = (before: TaskRecord, after: TaskRecord): readonly TaskEvent[] => [
  ...(before.status === after.status && before.snoozedUntil === after.snoozedUntil ? [] : [EVENT_OF[after.status]]),
  ...(before.ownerId === after.ownerId ? [] : (['task_reassigned'] as const)),
];
