import { defineSlice } from '#web/app/slice.ts';
import { accessText } from './text.ts';

/** Signing in, setting up, joining. */
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
  ],
});
