import { defineMessages } from '../catalogue.ts';
import { en } from './en.ts';

/** The words of the frame in each language. */
export const shellText = defineMessages('shell', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});
