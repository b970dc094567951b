import { LIFE_STAGE_WORDS, type LifeStage } from '#kernel/stage-of-life.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';

/** A stage's name in the reader's language. */
export const stageName = (stage: LifeStage): string => LIFE_STAGE_WORDS[stage][currentLanguage()];

/** Days as a person would say them: whole from ten on, one decimal below. */
export const readableDays = (days: number): number => (days >= 10 ? Math.round(days) : Math.round(days * 10) / 10);
