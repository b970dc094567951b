import Settings from 'lucide-react/icons/settings';
import type { ComponentType } from 'react';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { loadMessages } from '#web/i18n/i18n.ts';
import { accessText } from './text.ts';

// The words of the settings come beside their pages: few open them.
const settings = (page: () => Promise<ComponentType>) => async () => {
  const words = async () => loadMessages((await import('./settings/text/text.ts')).settingsText);
  const [shown] = await Promise.all([page(), words()]);
  return shown;
};

const workspacePage = settings(async () => (await import('./settings/WorkspacePage.tsx')).WorkspacePage);

/** Signing in, setting up, joining, settings. */
export const accessSlice = defineSlice({
  id: 'access',
  messages: accessText,
  routes: [
    { path: '/sign-in', public: true, titleKey: 'signIn.title', page: async () => (await import('./SignInPage.tsx')).SignInPage },
    { path: '/sign-up', public: true, titleKey: 'signUp.title', page: async () => (await import('./SignUpPage.tsx')).SignUpPage },
    { path: '/join', public: true, titleKey: 'join.title', page: async () => (await import('./JoinPage.tsx')).JoinPage },
    {
      path: '/welcome',
      public: true,
      titleKey: 'workspace.title',
      page: async () => (await import('./NewWorkspacePage.tsx')).NewWorkspacePage,
    },
    { path: '/settings', titleKey: 'settings.title', page: workspacePage },
    { path: '/settings/workspace', titleKey: 'settings.workspace', page: workspacePage },
    {
      path: '/settings/members',
      titleKey: 'settings.members',
      page: settings(async () => (await import('./settings/MembersPage.tsx')).MembersPage),
    },
    { path: '/settings/keys', titleKey: 'settings.keys', page: settings(async () => (await import('./settings/KeysPage.tsx')).KeysPage) },
    {
      path: '/settings/profile',
      titleKey: 'settings.profile',
      page: settings(async () => (await import('./settings/ProfilePage.tsx')).ProfilePage),
    },
  ],
  nav: [{ section: 'foot', labelKey: 'settings.title', icon: Settings, to: '/settings', order: NAV_ORDER.settings, goKey: 's' }],
});
