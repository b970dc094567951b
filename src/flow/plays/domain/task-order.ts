import type { TaskStatus } from '../contracts.ts';
import { taskRank } from './task-rank.ts';
import type { TaskRecord } from './task-record.ts';

/** A task in its place: heavier ones first, equal ones by id. */
export interface RankedTask {
  readonly id: string;
  readonly weight: number;
}

/** In which order are tasks listed? Those that wait by rank (without the revenue for who may not see money), those that are over by when, newest first. */
export const rankTasks = (
  tasks: readonly Pick<TaskRecord, 'id' | 'dueOn' | 'valueMinor' | 'doneAt'>[],
  { status, today, mayMoney }: { readonly status: TaskStatus; readonly today: string; readonly mayMoney: boolean },
): readonly RankedTask[] => {
  const isOver = status === 'done' || status === 'dropped';
  return tasks
    .map(({ id, dueOn, valueMinor, doneAt }) => ({
      id,
      weight: isOver ? (doneAt ?? 0) : taskRank({ valueMinor: mayMoney ? valueMinor : null, dueOn }, today),
    }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
};

/** Where does the next page begin: after this task. */
export const writeCursor = ({ id, weight }: RankedTask): string => `${weight}~${id}`;

/** Which task does a cursor name? Null for a text that is none. */
export const readCursor = (text: string): RankedTask | null => {
  const [weight, id] = text.split('~');
  return weight && id && Number.isFinite(Number(weight)) ? { id, weight: Number(weight) } : null;
};
