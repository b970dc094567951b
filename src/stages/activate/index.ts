import type { ActivateDeps } from './server/deps.ts';
import { activateRoutes } from './server/routes.ts';

export type { ActivateDeps } from './server/deps.ts';

/** The stage that turns customers into users: what makes them stay, found from what they did at first. */
export const createActivate = (deps: ActivateDeps) => ({ routes: activateRoutes(deps) });
