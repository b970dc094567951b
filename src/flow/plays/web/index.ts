import ListChecks from 'lucide-react/icons/list-checks';
import Workflow from 'lucide-react/icons/workflow';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { TasksPanel } from './TasksPanel.tsx';
import { playText } from './text/text.ts';

/** Today's work, and the plays that make it. */
export const playSlice = defineSlice({
  id: 'plays',
  messages: playText,
  routes: [
    { path: '/today', titleKey: 'today.title', page: async () => (await import('./TodayPage.tsx')).TodayPage },
    { path: '/plays', titleKey: 'plays.title', page: async () => (await import('./PlaysPage.tsx')).PlaysPage },
    { path: '/plays/$id', titleKey: 'plays.title', page: async () => (await import('./PlayPage.tsx')).PlayPage },
  ],
  nav: [
    { section: 'top', labelKey: 'today.title', icon: ListChecks, to: '/today', order: NAV_ORDER.today, goKey: 't' },
    { section: 'act', labelKey: 'plays.title', icon: Workflow, to: '/plays', order: NAV_ORDER.plays, goKey: 'p' },
  ],
  accountPanels: [{ order: 10, panel: TasksPanel }],
});
