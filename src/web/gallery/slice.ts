import Activity from 'lucide-react/icons/activity';
import Building2 from 'lucide-react/icons/building-2';
import ChartLine from 'lucide-react/icons/chart-line';
import FileText from 'lucide-react/icons/file-text';
import Gauge from 'lucide-react/icons/gauge';
import HeartPulse from 'lucide-react/icons/heart-pulse';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import ListChecks from 'lucide-react/icons/list-checks';
import Play from 'lucide-react/icons/play';
import Settings from 'lucide-react/icons/settings';
import Shapes from 'lucide-react/icons/shapes';
import TrendingUp from 'lucide-react/icons/trending-up';
import Upload from 'lucide-react/icons/upload';
import Users from 'lucide-react/icons/users';
import Waves from 'lucide-react/icons/waves';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { galleryText } from './text.ts';

/** The gallery, as a slice like any other. */
export const gallery = defineSlice({
  id: 'gallery',
  messages: galleryText,
  routes: [
    { path: '/components', titleKey: 'components', page: async () => (await import('./ComponentsPage.tsx')).ComponentsPage },
    { path: '/accounts', titleKey: 'accounts', page: async () => (await import('./AccountsPage.tsx')).AccountsPage },
    { path: '/accounts/$id', titleKey: 'accounts', page: async () => (await import('./AccountPage.tsx')).AccountPage },
    { path: '/today', titleKey: 'today', page: async () => (await import('./TodayPage.tsx')).TodayPage },
    { path: '/boards', titleKey: 'boards', page: async () => (await import('./BoardsPage.tsx')).BoardsPage },
    { path: '/explore', titleKey: 'explore', page: async () => (await import('./ExplorePage.tsx')).ExplorePage },
  ],
  nav: [
    { section: 'top', labelKey: 'today', icon: ListChecks, to: '/today', order: NAV_ORDER.today, goKey: 't' },
    { section: 'top', labelKey: 'river', icon: Waves, to: '/river', order: NAV_ORDER.river, goKey: 'r' },
    { section: 'customers', labelKey: 'accounts', icon: Building2, to: '/accounts', order: NAV_ORDER.accounts, goKey: 'a' },
    { section: 'customers', labelKey: 'people', icon: Users, to: '/people', order: NAV_ORDER.people, goKey: 'p' },
    { section: 'stages', labelKey: 'retain', icon: HeartPulse, to: '/retain', order: NAV_ORDER.retain },
    { section: 'stages', labelKey: 'grow', icon: TrendingUp, to: '/grow', order: NAV_ORDER.grow },
    { section: 'decide', labelKey: 'explore', icon: ChartLine, to: '/explore', order: NAV_ORDER.explore, goKey: 'e' },
    { section: 'decide', labelKey: 'boards', icon: LayoutDashboard, to: '/boards', order: NAV_ORDER.boards, goKey: 'b' },
    { section: 'decide', labelKey: 'metrics', icon: Gauge, to: '/metrics', order: NAV_ORDER.metrics },
    { section: 'decide', labelKey: 'report', icon: FileText, to: '/report', order: NAV_ORDER.report },
    { section: 'act', labelKey: 'plays', icon: Play, to: '/plays', order: NAV_ORDER.plays },
    { section: 'foot', labelKey: 'components', icon: Shapes, to: '/components', order: 0, home: true },
    { section: 'foot', labelKey: 'import', icon: Upload, to: '/import', order: NAV_ORDER.import, goKey: 'i' },
    { section: 'foot', labelKey: 'events', icon: Activity, to: '/events', order: NAV_ORDER.events },
    { section: 'foot', labelKey: 'settings', icon: Settings, to: '/settings', order: NAV_ORDER.settings },
  ],
});
