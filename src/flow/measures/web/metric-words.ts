import { DIMENSIONS, type Dimension } from '#kernel/measure.ts';
import { LIFE_STAGE_WORDS, LifeStage } from '#kernel/stage-of-life.ts';
import { currentLanguage, type Text } from '#web/i18n/i18n.ts';
import { en } from './text/en.ts';
import type { metricText } from './text/text.ts';

export type MetricText = Text<(typeof metricText)['en']>;

/** The name of a part of an answer: a stage of life, a movement, a value of the breakdown, or all. */
export const partName = (key: string, label: string, t: MetricText): string => {
  if (key === '*') return t('whole');
  if (key === '' || label === '') return t('unknown');
  const stage = LifeStage.safeParse(key);
  if (stage.success) return LIFE_STAGE_WORDS[stage.data][currentLanguage()];
  return Object.hasOwn(en.label, key) ? t(`label.${key as keyof typeof en.label}`) : label;
};

/** The head of a column of a table. */
export const columnName = (key: string, label: string, t: MetricText): string => {
  if (isDimension(label)) return t(`dimension.${label}`);
  if (label.startsWith('segment.')) return t('segment');
  return Object.hasOwn(en.column, key) ? t(`column.${key as keyof typeof en.column}`) : partName(key, label, t);
};

/** The name of a stage of the product, or its id when it is not one of ours. */
export const stageName = (stage: string, t: MetricText): string =>
  Object.hasOwn(en.stage, stage) ? t(`stage.${stage as keyof typeof en.stage}`) : stage;

/** Is this an attribute of accounts by which figures are divided? */
export const isDimension = (text: string): text is Dimension => (DIMENSIONS as readonly string[]).includes(text);
