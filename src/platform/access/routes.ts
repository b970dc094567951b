import { AppError } from '#kernel/app-error.ts';
import type { Clock } from '#platform/clock.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import type { Postgres } from '#platform/postgres.ts';
import { ACCESS_SAYS } from './access-sayings.ts';
import type { Auth } from './auth.ts';
import type { Callers } from './callers.ts';
import * as contracts from './contracts.ts';
import { issueKey, keysOf, revokeKeyOf } from './keys.ts';
import { dropMember, invitationsOf, invite, joinByInvitation, membersOf, patchMember } from './members.ts';
import { permissionsOf } from './permissions.ts';
import { accessTables } from './tables.ts';
import type { WorkspaceChanges } from './workspace-changes.ts';
import { insertWorkspace, patchWorkspace, presentWorkspace } from './workspaces.ts';

export interface AccessRoutesDeps {
  readonly postgres: Postgres;
  readonly auth: Auth;
  readonly callers: Callers;
  readonly clock: Clock;
  readonly tellChange: WorkspaceChanges['tell'];
}

const ok = { ok: true } as const;

/** Answers everything about users, workspaces, members and keys. */
export const accessRoutes = (deps: AccessRoutesDeps): readonly Route[] => [...meRoutes(deps), ...memberRoutes(deps), ...keyRoutes(deps)];

const meRoutes = ({ postgres, clock, tellChange }: AccessRoutesDeps): readonly Route[] => [
  route(contracts.getMe, async (_, context) => readMe(postgres, context)),
  route(contracts.updateMe, async ({ body }, { actor }) => {
    if (Object.keys(body).length > 0)
      await accessTables(postgres.db).updateTable('auth_user').set(body).where('id', '=', actor.id).execute();
    return ok;
  }),
  route(contracts.createWorkspace, async ({ body }, { actor }) =>
    presentWorkspace(await postgres.transaction((tx) => insertWorkspace(tx, clock, body, actor.id))),
  ),
  route(contracts.updateWorkspace, async ({ body }, { workspace }) => {
    const changed = await patchWorkspace(postgres.db, workspace.ws, body);
    await tellChange(workspace, changed);
    return presentWorkspace(changed);
  }),
];

const memberRoutes = ({ postgres, clock }: AccessRoutesDeps): readonly Route[] => [
  route(contracts.listMembers, async (_, { workspace, now }) => ({
    members: await membersOf(postgres.db, workspace.ws),
    invitations: await invitationsOf(postgres.db, workspace.ws, now),
  })),
  route(contracts.inviteMember, async ({ body }, { workspace, actor, origin }) =>
    invite(postgres.db, clock, { ws: workspace.ws, ...body, by: actor.id, origin }),
  ),
  route(contracts.revokeInvitation, async ({ params }, { workspace }) => {
    await accessTables(postgres.db).deleteFrom('invitation').where('ws', '=', workspace.ws).where('id', '=', params.id).execute();
    return ok;
  }),
  route(contracts.acceptInvitation, async ({ body }, { actor, now }) => {
    const ws = await postgres.transaction((tx) => joinByInvitation(tx, now, { token: body.token, userId: actor.id }));
    return presentWorkspace(await patchWorkspace(postgres.db, ws, {}));
  }),
  route(contracts.updateMember, async ({ params, body }, { workspace }) => {
    await postgres.transaction((tx) => patchMember(tx, { ws: workspace.ws, userId: params.userId, ...body }));
    return ok;
  }),
  route(contracts.removeMember, async ({ params }, { workspace }) => {
    await postgres.transaction((tx) => dropMember(tx, workspace.ws, params.userId));
    return ok;
  }),
];

const keyRoutes = ({ postgres, clock, callers }: AccessRoutesDeps): readonly Route[] => [
  route(contracts.listKeys, async (_, { workspace }) => ({ rows: await keysOf(postgres.db, workspace.ws) })),
  route(contracts.createKey, async ({ body }, context) => {
    const beyond = body.permissions.find((permission) => !context.may(permission));
    if (body.kind === 'api' && beyond) throw new AppError('forbidden', ACCESS_SAYS.key_beyond_own({ permission: beyond }));
    return issueKey(postgres.db, clock, { ws: context.workspace.ws, ...body, by: context.actor.id });
  }),
  route(contracts.revokeKey, async ({ params }, { workspace }) => {
    const done = await revokeKeyOf(postgres.db, clock, workspace.ws, params.id);
    callers.forget();
    if (!done) throw new AppError('not_found', ACCESS_SAYS.key_unknown());
    return ok;
  }),
];

const readMe = async (postgres: Postgres, { actor, workspace }: ContextOf<'anyone'>): Promise<contracts.Me> => {
  const tables = accessTables(postgres.db);
  const user =
    actor.kind === 'user'
      ? await tables.selectFrom('auth_user').select(['id', 'name', 'email', 'language']).where('id', '=', actor.id).executeTakeFirst()
      : undefined;
  const memberships = user
    ? await tables
        .selectFrom('member')
        .innerJoin('workspace', 'workspace.ws', 'member.ws')
        .select(['workspace.ws', 'workspace.id', 'slug', 'workspace.name', 'role', 'duty'])
        .where('user_id', '=', user.id)
        .orderBy('joined_at')
        .execute()
    : [];
  const here = memberships.find((membership) => membership.ws === workspace?.ws);
  const fresh = !user && !(await tables.selectFrom('auth_user').select('id').limit(1).executeTakeFirst());
  return {
    user: user ?? null,
    workspaces: memberships.map(({ id, slug, name }) => ({ id, slug, name })),
    workspace:
      workspace && here
        ? { ...presentWorkspace(workspace), role: here.role, duty: here.duty, permissions: [...permissionsOf(here.role, here.duty)] }
        : null,
    fresh,
  };
};
