import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { useMe } from './session.ts';

/** The bare address: leads to the workspace used last, to the welcome of someone without one, or to signing in or up. */
export const Entrance = () => {
  const me = useMe();
  const navigate = useNavigate();
  const to = me.data && placeFor(me.data);
  useEffect(() => {
    if (to) void navigate({ to, replace: true } as never);
  }, [to, navigate]);
  return me.error && !me.data ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <Skeleton shape="record" />;
};

const LAST = 'perennial.workspace';

/** Remembers where to return to. */
export const keepWorkspace = (slug: string): void => localStorage.setItem(LAST, slug);

const placeFor = (me: { user: unknown; fresh: boolean; workspaces: readonly { slug: string }[] }): string => {
  if (!me.user) return me.fresh ? '/sign-up' : '/sign-in';
  const kept = localStorage.getItem(LAST);
  const known = me.workspaces.find((workspace) => workspace.slug === kept) ?? me.workspaces[0];
  return known ? `/w/${encodeURIComponent(known.slug)}` : '/welcome';
};
