import { defineSlice } from '#web/app/slice.ts';
import { defineMessages } from '#web/i18n/catalogue.ts';
import { NextFeaturesPanel } from './NextFeaturesPanel.tsx';

/** What an account might use next, on its page. Its words come beside it. */
export const engageSlice = defineSlice({
  id: 'engage',
  messages: defineMessages('engage', { en: {}, 'zh-CN': {}, es: {} }),
  routes: [],
  accountPanels: [{ order: 25, panel: NextFeaturesPanel }],
});
