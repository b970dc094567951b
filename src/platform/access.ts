import type { Clock } from '#platform/clock.ts';
import type { Postgres } from '#platform/postgres.ts';
import { createAuth } from './access/auth.ts';
import { createCallers } from './access/callers.ts';
import { createIdempotency, forgetOldKeys } from './access/idempotency.ts';
import { accessRoutes } from './access/routes.ts';
import { createWorkspaceChanges } from './access/workspace-changes.ts';

export { ACCESS_SAYS } from './access/access-sayings.ts';
export { AUTH_PATH } from './access/auth.ts';
export { issueKey, keysOf, revokeKeyOf } from './access/keys.ts';
export { membersOf } from './access/members.ts';
export { allWorkspaces, insertWorkspace } from './access/workspaces.ts';

/** Sign-in, workspaces, members and keys, ready to be mounted. */
export const createAccess = (deps: { postgres: Postgres; clock: Clock; secret: string; publicUrl: string | undefined }) => {
  const auth = createAuth({ ...deps, db: deps.postgres.db });
  const callers = createCallers({ db: deps.postgres.db, auth, clock: deps.clock });
  const changes = createWorkspaceChanges();
  return {
    auth,
    callers,
    idempotency: createIdempotency(deps.postgres.db),
    routes: accessRoutes({ ...deps, auth, callers, tellChange: changes.tell }),
    /** Whoever keeps figures by local day or in the workspace's currency is told here when these change. */
    onWorkspaceChange: changes.listen,
    /** What is kept for a day only is forgotten: to be called now and then. */
    tidy: () => forgetOldKeys(deps.postgres.db, deps.clock.now()),
  };
};

export type Access = ReturnType<typeof createAccess>;
