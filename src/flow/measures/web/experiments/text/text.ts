import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of ideas of experiments; fetched with their page. */
export const ideaText = defineMessages('experiment-ideas', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
