import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Me } from '#platform/access/contracts.ts';
import { currentLanguage, setLanguage, useText } from '#web/i18n/i18n.ts';
import { keepLanguage } from '#web/i18n/preference.ts';
import { browserLocales, localeFor, ReaderContext } from '#web/i18n/reader.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { useKeys } from '#web/ui/use-keys.ts';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { BottomBar } from './BottomBar.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { keepWorkspace } from './Entrance.tsx';
import { useGoKeys } from './go-keys.ts';
import { Sidebar } from './Sidebar.tsx';
import { useMe, WorkspaceContext, type WorkspaceHere } from './session.ts';
import { RouteTitle } from './title.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));

/** The frame around the pages of a workspace; it lets in only who is signed in and a member. */
export const Shell = () => {
  const me = useMe();
  const navigate = useNavigate();
  const stranger = me.data !== undefined && me.data.user === null;
  useEffect(() => {
    if (stranger)
      void navigate({ to: me.data?.fresh ? '/sign-up' : '/sign-in', search: { next: window.location.pathname }, replace: true } as never);
  }, [stranger, me.data?.fresh, navigate]);
  if (me.error && !me.data) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data || stranger) return <Skeleton shape="record" />;
  if (!me.data.workspace) return <NoWorkspace me={me.data} />;
  return <Frame key={me.data.workspace.slug} me={me.data} workspace={me.data.workspace} />;
};

const Frame = ({ me, workspace }: { readonly me: Me; readonly workspace: WorkspaceHere }) => {
  const t = useText(shellText);
  const phone = useNarrowerThan(640);
  const { hrefOf, push } = useNavigation();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const language = currentLanguage();
  const reader = useMemo(
    () => ({ locale: localeFor(language, browserLocales()), timeZone: workspace.timeZone }),
    [language, workspace.timeZone],
  );
  useEffect(() => keepWorkspace(workspace.slug), [workspace.slug]);
  useOwnLanguage(me.user?.language ?? null);
  useGoKeys((to) => push(hrefOf(to)));
  useKeys({ 'mod+k': () => setPalette(true), '?': () => setKeys(true) });
  return (
    <WorkspaceContext value={workspace}>
      <ReaderContext value={reader}>
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t('skip')}
        </a>
        <div className="flex h-dvh flex-col phone:flex-row print:h-auto">
          {!phone && <Sidebar me={me} workspace={workspace} onSearch={() => setPalette(true)} onKeys={() => setKeys(true)} />}
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <ConnectionNotice />
            <RouteTitle workspace={workspace.name} />
            <main id="content" className="min-h-0 flex-1 overflow-hidden print:overflow-visible">
              <Outlet />
            </main>
          </div>
          {phone && <BottomBar me={me} workspace={workspace} onSearch={() => setPalette(true)} onKeys={() => setKeys(true)} />}
        </div>
        <Suspense>
          {palette && <Palette onClose={() => setPalette(false)} onKeys={() => setKeys(true)} />}
          {keys && <KeysDialog onClose={() => setKeys(false)} />}
        </Suspense>
      </ReaderContext>
    </WorkspaceContext>
  );
};

// The setting of the user wins over what the browser asked for.
const useOwnLanguage = (own: Me['user'] extends null ? never : 'en' | 'zh-CN' | 'es' | null): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (own === null || own === currentLanguage()) return;
    keepLanguage(own);
    void setLanguage(own).then(() => client.invalidateQueries());
  }, [own, client]);
};

const NoWorkspace = ({ me }: { readonly me: Me }) => {
  const t = useText(shellText);
  return (
    <EmptyState
      title={t('workspace.none')}
      action={me.workspaces.map((workspace) => (
        <ButtonLink key={workspace.id} to={`/w/${encodeURIComponent(workspace.slug)}/`}>
          {workspace.name}
        </ButtonLink>
      ))}
    >
      {t('workspace.noneHint')}
    </EmptyState>
  );
};
