import type { Text } from '#web/i18n/i18n.ts';
import type { riverText } from '../text/text.ts';
import type { Stream } from './river-shapes.ts';
import { stageName } from './words.ts';

type RiverWords = Text<(typeof riverText)['en']>;

/** What a stream is called, for its hover card and for those who hear the page. */
export const streamLabel = ({ kind, flow }: Stream, count: string, t: RiverWords): string => {
  const from = flow.from ? stageName(flow.from) : '';
  const to = flow.to ? stageName(flow.to) : '';
  if (kind === 'spring') return t('river.springLabel', { to, count });
  if (kind === 'fall') return t('river.fallLabel', { from, count });
  return t(kind === 'back' ? 'river.backLabel' : 'river.flowLabel', { from, to, count });
};

/** The short name of a stream, as the title of its card. */
export const streamTitle = ({ kind, flow }: Stream, t: RiverWords): string => {
  const from = flow.from ? stageName(flow.from) : '';
  const to = flow.to ? stageName(flow.to) : '';
  if (kind === 'spring') return t('river.flowNew', { to });
  return kind === 'fall' ? t('river.flowLost', { from }) : t('river.flowOf', { from, to });
};

/** The number that stands on a stream: with a sign for what comes and goes, with an arrow for what flows back. */
export const streamNumber = ({ kind }: Stream, count: string, upright: boolean): string => {
  if (kind === 'spring') return `+${count}`;
  if (kind === 'fall') return `−${count}`;
  return kind === 'back' ? `${upright ? '↑' : '←'} ${count}` : count;
};
