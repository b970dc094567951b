import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of the lists, the person page and the page of duplicates. */
export const recordText = defineMessages('records', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
