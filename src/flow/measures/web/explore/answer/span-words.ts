import type { ExploreText } from '../text/text.ts';
import type { QuestionOf } from './answer-props.ts';

/** So many of the periods by which stickiness is told, in words: "11 weeks"; periods where several are counted as one. */
export const spanWords = (
  { interval, intervalCount }: Pick<QuestionOf<'stickiness'>, 'interval' | 'intervalCount'>,
  count: number,
  t: ExploreText,
): string => t(intervalCount > 1 ? 'span.period' : `span.${interval}`, { count });
