import type { PlayTrigger } from '#kernel/play.ts';
import { LIFE_STAGE_WORDS, LifeStage } from '#kernel/stage-of-life.ts';
import { formatDate, type Reader } from '#web/i18n/format.ts';
import { currentLanguage, type Text } from '#web/i18n/i18n.ts';
import type { Task } from '../contracts.ts';
import { en } from './text/en.ts';
import type { playText } from './text/text.ts';

export type PlayText = Text<(typeof playText)['en']>;

const plain = (name: string): string => name.replaceAll('_', ' ');

/** What sets a play in motion, in words. */
export const sayTrigger = (trigger: PlayTrigger, t: PlayText): string => {
  switch (trigger.kind) {
    case 'signal_crosses':
      return t('plays.trig.signal_crosses', {
        signal: t(`plays.signal.${trigger.signal}`),
        to: Object.hasOwn(en.plays.to, trigger.to) ? t(`plays.to.${trigger.to as keyof typeof en.plays.to}`) : trigger.to,
      });
    case 'stage_entered':
      return t('plays.trig.stage_entered', { stage: LIFE_STAGE_WORDS[trigger.stage][currentLanguage()] });
    case 'date_near': {
      const field = Object.hasOwn(en.plays.field, trigger.field)
        ? t(`plays.field.${trigger.field as keyof typeof en.plays.field}`)
        : plain(trigger.field);
      return t(trigger.days >= 0 ? 'plays.trig.date_before' : 'plays.trig.date_after', { count: Math.abs(trigger.days), field });
    }
    case 'fact':
      return t('plays.trig.fact', { event: plain(trigger.event) });
  }
};

/** One piece of evidence, its name and its value, in words. */
export const sayEvidence = (
  { label, value }: Task['evidence'][number],
  t: PlayText,
  reader: Reader,
): { readonly label: string; readonly value: string } => ({
  label: Object.hasOwn(en.evidence, label) ? t(`evidence.${label as keyof typeof en.evidence}`) : plain(label),
  value: sayValue(label, value, t, reader),
});

const sayValue = (label: string, value: string, t: PlayText, reader: Reader): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(reader, value, 'date');
  if (label === 'band' && Object.hasOwn(en.plays.to, value)) return t(`plays.to.${value as keyof typeof en.plays.to}`);
  const stage = label === 'stage' ? LifeStage.safeParse(value) : null;
  return stage?.success ? LIFE_STAGE_WORDS[stage.data][currentLanguage()] : plain(value);
};
