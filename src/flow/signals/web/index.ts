import Waves from 'lucide-react/icons/waves';
import { defineSlice, NAV_ORDER } from '#web/app/slice.ts';
import { accountText } from './account/text.ts';
import { riverText } from './text/text.ts';

export { healthFactorName } from './account/factor-name.ts';
export { HealthReasons, LeadReasons } from './score-panels.ts';
export { signalSettingsSlice } from './settings-slice.ts';

/** The river: home of every workspace. */
export const riverSlice = defineSlice({
  id: 'river',
  messages: riverText,
  routes: [{ path: '/river', titleKey: 'river.title', page: async () => (await import('./river/RiverPage.tsx')).RiverPage }],
  nav: [{ section: 'top', labelKey: 'river.title', icon: Waves, to: '/river', order: NAV_ORDER.river, goKey: 'r', home: true }],
});

/** The page of one account. */
export const accountSlice = defineSlice({
  id: 'account',
  messages: accountText,
  routes: [{ path: '/accounts/$id', titleKey: 'title', page: async () => (await import('./account/AccountPage.tsx')).AccountPage }],
});
