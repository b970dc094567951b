import { type Recall, say } from '#kernel/saying.ts';
import type { Language } from '#kernel/words.ts';
import { type Route, route } from '#platform/http.ts';
import type { DemoState } from '../contracts.ts';
import * as contracts from '../contracts.ts';
import type { DemoDesk } from './demo-desk.ts';

/** The routes of the demo company. */
export const demoRoutes = (desk: DemoDesk, recall: Recall): readonly Route[] => {
  const told = async (state: Promise<DemoState>, language: Language): Promise<DemoState> => {
    const { error, ...rest } = await state;
    return { ...rest, error: error?.said ? { ...say(recall(error.said), language), said: error.said } : error };
  };
  return [
    route(contracts.getDemo, (_, { workspace, language }) => told(desk.state(workspace.ws), language)),
    route(contracts.startDemo, ({ body }, { workspace, actor, language }) => told(desk.ask(workspace, body, actor.id), language)),
    route(contracts.cancelDemo, (_, { workspace, language }) => told(desk.cancel(workspace.ws), language)),
    route(contracts.removeDemo, (_, { workspace, language }) => told(desk.remove(workspace.ws), language)),
  ];
};
