import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Entrance } from './Entrance.tsx';
import { FailedPage } from './FailedPage.tsx';
import { MissingPage } from './MissingPage.tsx';
import { Root } from './Root.tsx';
import { Shell } from './Shell.tsx';
import type { AnyWebSlice, WebRoute } from './slice.ts';
import { WorkspaceHome } from './WorkspaceHome.tsx';

/** The router for the pages that the slices bring: public ones at the root, all others below `/w/$workspace` inside of the shell. */
export const createAppRouter = (slices: readonly AnyWebSlice[], history?: RouterHistory) => {
  const root = createRootRoute({ component: Root, notFoundComponent: MissingPage });
  const pages = slices.flatMap((slice) => slice.routes.map((route) => ({ slice, route })));
  const entrance = createRoute({ getParentRoute: () => root, path: '/', component: Entrance });
  const open = pages
    .filter(({ route }) => route.public)
    .map(({ slice, route }) =>
      createRoute({ getParentRoute: () => root, path: route.path, component: pageOf(route), staticData: titleOf(slice, route) }),
    );
  const workspace = createRoute({ getParentRoute: () => root, path: '/w/$workspace', component: Shell, notFoundComponent: MissingPage });
  const home = createRoute({ getParentRoute: () => workspace, path: '/', component: WorkspaceHome });
  const inside = pages
    .filter(({ route }) => !route.public)
    .map(({ slice, route }) =>
      createRoute({ getParentRoute: () => workspace, path: route.path, component: pageOf(route), staticData: titleOf(slice, route) }),
    );
  return createRouter({
    history,
    routeTree: root.addChildren([entrance, ...open, workspace.addChildren([home, ...inside])]),
    defaultPendingMs: 120,
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <Skeleton shape="table" rows={12} />,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
};

const pageOf = (route: WebRoute) => lazyRouteComponent(async () => ({ default: await route.page() }));

const titleOf = (slice: AnyWebSlice, route: WebRoute) => ({ title: { slice, key: route.titleKey } });
