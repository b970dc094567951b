import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of what is kept around questions; fetched with its pages. */
export const savedText = defineMessages('saved-questions', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
