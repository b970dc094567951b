import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of work and plays. */
export const playText = defineMessages('plays', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
