import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of imports and events. */
export const intakeText = defineMessages('intake', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
