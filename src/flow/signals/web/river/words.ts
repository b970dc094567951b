import { LIFE_STAGE_WORDS, type LifeStage } from '#kernel/stage-of-life.ts';
import { formatLength, formatNumber, type Reader } from '#web/i18n/format.ts';
import { currentLanguage, type Text } from '#web/i18n/i18n.ts';
import type { riverText } from '../text/text.ts';

/** A stage's name in the reader's language. */
export const stageName = (stage: LifeStage): string => LIFE_STAGE_WORDS[stage][currentLanguage()];

/** Days as a person would say them: whole from ten on, one decimal below; less than one in hours. */
export const sayDays = (days: number, t: Text<(typeof riverText)['en']>, reader: Reader): string => {
  const hours = Math.round(days * 24);
  if (hours === 0) return t('river.moments');
  if (hours < 24) return formatLength(reader, hours, 'hour');
  const count = days >= 10 ? Math.round(days) : Math.round(days * 10) / 10;
  return t('river.days', { count, formatted: formatNumber(reader, count, { digits: Number.isInteger(count) ? 0 : 1 }) });
};
