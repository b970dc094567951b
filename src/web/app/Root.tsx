import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { workspaceInPath } from '#web/api.ts';
import { type Navigation, NavigationContext } from '#web/ui/navigation.ts';

/** What every page stands in: it knows how links are followed, and moves the focus to the new page's title. */
export const Root = () => {
  const router = useRouter();
  const slug = useRouterState({ select: (state) => workspaceInPath(state.location.pathname) });
  const navigation = useMemo<Navigation>(
    () => ({
      hrefOf: (to) => hrefIn(slug, to),
      push: (href) => router.history.push(href),
      preload: (href) => void router.preloadRoute({ to: href.split('?')[0] } as never).catch(() => undefined),
    }),
    [router, slug],
  );
  useEffect(() => router.subscribe('onRendered', ({ pathChanged, fromLocation }) => pathChanged && fromLocation && focusPage()), [router]);
  return (
    <NavigationContext value={navigation}>
      <Outlet />
    </NavigationContext>
  );
};

const hrefIn = (slug: string | undefined, to: string): string => {
  if (to.startsWith('//')) return to.slice(1);
  if (slug === undefined || to.startsWith('/w/')) return to;
  return `/w/${encodeURIComponent(slug)}${to}`;
};

// A reader who does not see the page hears its title; one who types stays where they type.
const focusPage = (): void => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
};
