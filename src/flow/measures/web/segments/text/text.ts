import { defineMessages } from '#web/i18n/catalogue.ts';
import type { Text } from '#web/i18n/i18n.ts';
import { en } from './en.ts';

/** The words of segments; fetched with their pages. */
export const segmentText = defineMessages('segment-page', {
  en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  es: async () => (await import('./es.ts')).es,
});

export type SegmentText = Text<typeof en>;
