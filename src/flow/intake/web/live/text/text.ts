import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of live events; fetched with their page. */
export const liveText = defineMessages('live', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
