import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of notes and deals on the account page. */
export const sellText = defineMessages('sell', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
