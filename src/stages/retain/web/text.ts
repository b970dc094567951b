import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of tickets on the account page. */
export const retainText = defineMessages('retain', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
