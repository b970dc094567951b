import { AppError } from '#kernel/app-error.ts';
import { newId } from '#platform/clock.ts';
import { type Route, route } from '#platform/http.ts';
import * as contracts from '../../contracts.ts';
import { SIGNAL_SAYS } from '../../domain/signal-sayings.ts';
import { dropView, keepView, type StoredView, viewOf, viewsOf } from '../../store/lists/saved-views.ts';
import type { ListsDeps } from './deps.ts';

/** Answers saved views: everybody's own and those that are shared. */
export const viewRoutes = (deps: ListsDeps): readonly Route[] => {
  const { db } = deps.postgres;
  return [
    route(contracts.listSavedViews, async ({ query }, { workspace, actor }) => ({
      rows: (await viewsOf(db, workspace.ws, query.list, actor.id)).map((view) => presentView(view, actor.id)),
    })),
    route(contracts.saveView, async ({ body }, { workspace, actor, now }) => {
      const kept = await keepView(db, workspace.ws, { ...body, id: newId('view', now), ownerId: actor.id }, now);
      return presentView(kept, actor.id);
    }),
    route(contracts.deleteView, async ({ params }, { workspace, actor }) => {
      const view = await viewOf(db, workspace.ws, params.id);
      if (view === null || (view.ownerId !== actor.id && !view.shared)) throw new AppError('not_found', SIGNAL_SAYS.view_unknown());
      if (view.ownerId !== actor.id) {
        throw new AppError('forbidden', SIGNAL_SAYS.view_of_another());
      }
      await dropView(db, workspace.ws, params.id);
      return { ok: true as const };
    }),
  ];
};

const presentView = ({ ownerId, ...view }: StoredView, actorId: string) => ({ ...view, mine: ownerId === actorId });
