import { AppError } from '#kernel/app-error.ts';
import type { EndpointOutput, EndpointParsed } from '#kernel/endpoint.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { ContextOf } from '#platform/http.ts';
import type { listTasks as endpoint } from '../contracts.ts';
import { type RankedTask, rankTasks, readCursor, writeCursor } from '../domain/task-order.ts';
import { taskPlaces, tasksByIds } from '../store/tasks.ts';
import { type Desk, sceneOf } from './deps.ts';
import { presentTasks } from './present-tasks.ts';

type Query = EndpointParsed<typeof endpoint>['query'];

/** A page of tasks: what waits by rank, what is over by its end. Without a status it lists what is to do now. */
export const listTasks = async (desk: Desk, query: Query, context: ContextOf<'records.read'>): Promise<EndpointOutput<typeof endpoint>> => {
  const { ws } = context.workspace;
  const { today } = sceneOf(context.workspace, context.now);
  const mayMoney = context.may('money.read');
  const accounts = query.account === undefined ? undefined : ((await desk.directory.numsOf(ws, query.account)) ?? []);
  const status = query.status ?? 'open';
  const owner = query.owner === 'me' ? context.actor.id : query.owner === 'none' ? null : query.owner;
  const places = await taskPlaces(desk.postgres.db, { ws, today, status, owner, accounts, play: query.play });
  const ranked = rankTasks(places, { status, today, mayMoney });
  const rest = query.cursor === undefined ? ranked : ranked.slice(startAfter(ranked, query.cursor));
  const page = rest.slice(0, query.limit);
  const found = await tasksByIds(
    desk.postgres.db,
    ws,
    page.map((one) => one.id),
  );
  const last = page.at(-1);
  return {
    rows: await presentTasks(
      desk,
      { ws, today, mayMoney },
      page.flatMap((one) => found.get(one.id) ?? []),
    ),
    nextCursor: last && rest.length > page.length ? writeCursor(last) : null,
    total: ranked.length,
  };
};

const startAfter = (ranked: readonly RankedTask[], text: string): number => {
  const cursor = readCursor(text);
  if (cursor === null) throw new AppError('invalid', RECORD_SAYS.cursor_foreign());
  const next = ranked.findIndex((one) => one.weight < cursor.weight || (one.weight === cursor.weight && one.id > cursor.id));
  return next === -1 ? ranked.length : next;
};
