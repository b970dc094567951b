import { defineSlice } from '#web/app/slice.ts';
import { defineMessages } from '#web/i18n/catalogue.ts';
import { NextFeaturesOfPersonPanel, NextFeaturesPanel } from './NextFeaturesPanel.tsx';

/** What an account or a person might use next, on their pages. Its words come beside it. */
export const engageSlice = defineSlice({
  id: 'engage',
  messages: defineMessages('engage', { en: {}, 'zh-CN': {}, es: {} }),
  routes: [],
  accountPanels: [{ order: 25, panel: NextFeaturesPanel }],
  personPanels: [{ order: 25, panel: NextFeaturesOfPersonPanel }],
});
