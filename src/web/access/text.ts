import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of signing in and setting up. */
export const accessText = defineMessages('access', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
