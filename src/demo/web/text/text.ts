import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of the first choice and of the demo company. */
export const demoText = defineMessages('demo', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
