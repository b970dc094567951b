import { defineMessages } from '../catalogue.ts';
import { en } from './en.ts';

/** The words of the design system in each language. */
export const uiText = defineMessages('ui', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
