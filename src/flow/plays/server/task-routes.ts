import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { createTask, type TaskScene, updateTask } from './change-tasks.ts';
import { type Desk, sceneOf } from './deps.ts';
import { listTasks } from './list-tasks.ts';

/** Answers what should be done, and keeps what was done. */
export const taskRoutes = (desk: Desk): readonly Route[] => [
  route(contracts.listTasks, ({ query }, context) => listTasks(desk, query, context)),
  route(contracts.createTask, ({ body }, context) => createTask(desk, taskScene(context), body)),
  route(contracts.updateTask, ({ params, body }, context) => updateTask(desk, taskScene(context), { ...body, id: params.id })),
];

const taskScene = (context: ContextOf<'records.write'>): TaskScene => ({
  ...sceneOf(context.workspace, context.now),
  mayMoney: context.may('money.read'),
});
