import { defineMessages } from '#web/i18n/catalogue.ts';

/** What the explorer is called in the sidebar; its own words come with its pages. */
export const exploreSliceText = defineMessages('explore', {
  en: { title: 'Explore' },
  'zh-CN': { title: '探索' },
  es: { title: 'Explorar' },
});
