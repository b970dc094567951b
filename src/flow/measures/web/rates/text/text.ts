import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of the page of exchange rates. */
export const rateText = defineMessages('rates', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
