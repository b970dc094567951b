import { defineMessages } from '#web/i18n/catalogue.ts';
import { en } from './en.ts';

/** The words of the formulas. */
export const formulaText = defineMessages('signal-formulas', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
