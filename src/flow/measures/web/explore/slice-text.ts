import { defineMessages } from '#web/i18n/catalogue.ts';

/** What the explorer is called in the sidebar; its own words come with its pages. */
export const exploreSliceText = defineMessages('explore', {
  en: { title: 'Explore', questions: 'Saved questions', boards: 'Boards' },
  'zh-CN': { title: '探索', questions: '已保存的问题', boards: '看板' },
  es: { title: 'Explorar', questions: 'Preguntas guardadas', boards: 'Tableros' },
});
