import type { MetricCard, MetricResult } from '../contracts.ts';
import type { RowsPart } from './metric-view.ts';

/** What each kind of answer needs: the result, and ways to the rows behind its parts. */
export interface AnswerProps {
  readonly card: MetricCard;
  readonly result: MetricResult;
  readonly onOpen: (part: RowsPart) => void;
  readonly placeOf: (part: RowsPart) => string;
}
