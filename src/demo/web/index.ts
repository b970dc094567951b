import { defineSlice } from '#web/app/slice.ts';
import { demoText } from './text/text.ts';

/** The first choice of a newcomer, with the demo company before all others. */
export const demoSlice = defineSlice({
  id: 'demo',
  messages: demoText,
  routes: [{ path: '/welcome', titleKey: 'title', page: async () => (await import('./WelcomePage.tsx')).WelcomePage }],
});
