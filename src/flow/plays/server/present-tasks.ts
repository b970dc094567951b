import type { Task } from '../contracts.ts';
import { taskRank } from '../domain/task-rank.ts';
import { statusOn, type TaskRecord } from '../domain/task-record.ts';
import type { Desk } from './deps.ts';

export interface TaskReader {
  readonly ws: number;
  readonly today: string;
  /** May the reader see money? */
  readonly mayMoney: boolean;
}

/** The tasks as their reader may see them, with the names of their accounts and owners. */
export const presentTasks = async (desk: Desk, reader: TaskReader, tasks: readonly TaskRecord[]): Promise<Task[]> => {
  const nums = [...new Set(tasks.flatMap((task) => task.accountNum ?? []))];
  const [accounts, members] = await Promise.all([desk.directory.byNums(reader.ws, nums), desk.directory.members(reader.ws)]);
  const names = new Map(desk.shipped.map(({ definition }) => [definition.id, definition.name]));
  return tasks.map((task) => {
    const account = task.accountNum === null ? undefined : accounts.get(task.accountNum);
    const valueMinor = reader.mayMoney ? task.valueMinor : null;
    return {
      id: task.id,
      title: task.title,
      advice: task.advice,
      accountId: account?.id ?? task.accountId,
      accountName: account?.name ?? null,
      ownerId: task.ownerId,
      ownerName: task.ownerId === null ? null : (members.get(task.ownerId) ?? null),
      status: statusOn(task, reader.today),
      dueOn: task.dueOn,
      snoozedUntil: task.snoozedUntil,
      createdAt: task.createdAt,
      doneAt: task.doneAt,
      outcome: task.outcome,
      playId: task.playId,
      playName: task.playId === null ? null : (names.get(task.playId) ?? null),
      evidence: [...task.evidence],
      valueAtStakeMinor: valueMinor,
      rank: taskRank({ valueMinor, dueOn: task.dueOn }, reader.today),
    };
  });
};
