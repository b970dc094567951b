import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of suggestions of features. */
export const suggestionText = defineMessages('suggestions', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
