import { type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import type { DemoDesk } from './demo-desk.ts';

/** The routes of the demo company. */
export const demoRoutes = (desk: DemoDesk): readonly Route[] => [
  route(contracts.getDemo, (_, { workspace }) => desk.state(workspace.ws)),
  route(contracts.startDemo, ({ body }, { workspace, actor }) => desk.ask(workspace, body, actor.id)),
  route(contracts.cancelDemo, (_, { workspace }) => desk.cancel(workspace.ws)),
  route(contracts.removeDemo, (_, { workspace }) => desk.remove(workspace.ws)),
];
