import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of what makes customers stay. */
export const keeperText = defineMessages('keepers', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
