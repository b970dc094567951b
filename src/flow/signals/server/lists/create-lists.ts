import { type Replacing, withOtherSegment } from '#flow/measures/index.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Route, WorkspaceContext } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import type { ListCursor } from '../../domain/list-cursor.ts';
import { accountRows, type NumberedAccountRow, standingAccountRows } from '../../store/lists/account-rows.ts';
import { listPage } from '../../store/lists/list-page.ts';
import { allViews, changeView, sharedViews } from '../../store/lists/saved-views.ts';
import type { ListsDeps } from './deps.ts';
import { createFieldCatalogue } from './field-catalogue.ts';
import { listRoutes } from './list-routes.ts';
import { settleFor } from './read-question.ts';
import { searchRoute } from './search.ts';
import { createSortIndexes } from './sort-indexes.ts';
import { viewRoutes } from './view-routes.ts';

const PAGE = 1_000;

/** Who are they: accounts and people with their figures, narrowed, sorted and found. */
export const createLists = (deps: ListsDeps) => {
  const { db } = deps.postgres;
  const catalogue = createFieldCatalogue(deps);
  const sortIndexes = createSortIndexes(deps);
  return {
    /** Declares the queue in which indexes for sorting are made. */
    start: sortIndexes.define,
    routes: [...listRoutes(deps, catalogue, sortIndexes), searchRoute(deps), ...viewRoutes(deps)] satisfies readonly Route[],
    /** What may name segments: lists that are shared. */
    namingSegments: async (ws: number) =>
      (await sharedViews(db, ws)).map(({ id, name, list, state }) => ({ kind: 'view' as const, id, name, list, of: state })),
    /** Puts one segment in the place of another in all views that are saved. */
    replaceSegment: async (tx: Db, ws: number, { from, to }: Replacing): Promise<void> => {
      for (const view of await allViews(tx, ws)) {
        const state = withOtherSegment(view.state, from, to);
        if (JSON.stringify(state) !== JSON.stringify(view.state)) await changeView(tx, ws, view.id, state);
      }
    },
    /** Under each number the account that stands for it now, money included; numbers that name none are left out. */
    accountsByNums: (ws: number, nums: readonly number[]) => standingAccountRows(db, ws, nums),
    /** The accounts that meet the condition now, money included, in pages; refuses a condition that names no field of accounts. */
    accountsWhere: async function* (
      workspace: Pick<WorkspaceContext, 'ws' | 'timeZone'>,
      condition: Condition,
    ): AsyncGenerator<readonly NumberedAccountRow[]> {
      const filter = settleFor('accounts', condition, { mayMoney: true, timeZone: workspace.timeZone });
      const question = { ws: workspace.ws, search: '', filter, now: deps.clock.now() };
      for (let after = null as ListCursor | null; ; ) {
        const places = await listPage(db, 'accounts', question, { sort: 'created_at', numeric: false, order: 'asc', limit: PAGE, after });
        const rows = await accountRows(
          db,
          workspace.ws,
          places.map((place) => place.num),
        );
        if (rows.length > 0) yield rows;
        after = places.at(-1) ?? null;
        if (places.length < PAGE) return;
      }
    },
  };
};

export type Lists = ReturnType<typeof createLists>;
