import type { FactDraft } from '#kernel/fact.ts';
import type { Words } from '#kernel/words.ts';
import type { Evidence, TaskStatus } from '../contracts.ts';

/** A task as it is kept; instants are UTC ms, dates local. */
export interface TaskRecord {
  readonly id: string;
  readonly playId: string | null;
  readonly runId: string | null;
  readonly step: number;
  readonly accountNum: number | null;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly title: Words;
  readonly advice: Words | null;
  readonly evidence: readonly Evidence[];
  readonly status: TaskStatus;
  readonly dueOn: string;
  readonly snoozedUntil: string | null;
  readonly valueMinor: number;
  readonly createdAt: number;
  readonly doneAt: number | null;
  readonly outcome: string | null;
  readonly version: number;
}

/** How does the task stand on this local day? A snoozed one is open again on its date. */
export const statusOn = ({ status, snoozedUntil }: Pick<TaskRecord, 'status' | 'snoozedUntil'>, today: string): TaskStatus =>
  status === 'snoozed' && snoozedUntil !== null && snoozedUntil <= today ? 'open' : status;

export type TaskEvent = 'task_opened' | 'task_done' | 'task_dropped' | 'task_snoozed' | 'task_reassigned';

/** The fact that tells a step in a task's life. Titles and outcomes stay in the record: people write names into them. */
export const taskFact = (event: TaskEvent, task: TaskRecord, now: number): FactDraft => ({
  event,
  at: now,
  known: now,
  source: task.playId === null || task.version > 1 ? 'record' : 'system',
  ...(task.accountNum === null ? {} : { account: task.accountNum }),
  subject: task.id,
  key: `${task.id}:${task.version}:${event}`,
  props: {
    ...(task.playId === null ? {} : { play: task.playId }),
    ...(task.ownerId === null ? {} : { owner: task.ownerId }),
    ...(event === 'task_snoozed' && task.snoozedUntil !== null ? { until: task.snoozedUntil } : {}),
  },
});
