import { defineMessages } from '#web/i18n/catalogue.ts';

/** What segments are called in the sidebar; their own words come with their pages. */
export const segmentSliceText = defineMessages('segments', {
  en: { title: 'Segments' },
  'zh-CN': { title: '分群' },
  es: { title: 'Segmentos' },
});
