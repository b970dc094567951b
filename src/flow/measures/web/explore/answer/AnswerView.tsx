import type { ChartMark } from '#web/charts/mark-series.ts';
import type { Question } from '../../../question-contracts.ts';
import { AdoptionAnswer } from './AdoptionAnswer.tsx';
import type { AnswerProps } from './answer-props.ts';
import { FunnelAnswer } from './FunnelAnswer.tsx';
import { LifecycleAnswer } from './LifecycleAnswer.tsx';
import { PathsAnswer } from './PathsAnswer.tsx';
import { RetentionAnswer } from './RetentionAnswer.tsx';
import { SessionsAnswer } from './SessionsAnswer.tsx';
import { StickinessAnswer } from './StickinessAnswer.tsx';
import { TrendAnswer } from './TrendAnswer.tsx';

export type AnswerViewProps = Omit<AnswerProps<Question['kind']>, 'question' | 'answer'> & {
  readonly marks?: readonly ChartMark[];
};

/** The answer of a question in the picture that suits its kind. */
export const AnswerView = (props: AnswerViewProps) => {
  const { question, answer } = props.result;
  if (question.kind === 'trend' && answer.kind === 'trend') return <TrendAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'funnel' && answer.kind === 'funnel') return <FunnelAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'retention' && answer.kind === 'retention')
    return <RetentionAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'stickiness' && answer.kind === 'stickiness')
    return <StickinessAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'lifecycle' && answer.kind === 'lifecycle')
    return <LifecycleAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'paths' && answer.kind === 'paths') return <PathsAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'sessions' && answer.kind === 'sessions') return <SessionsAnswer {...props} question={question} answer={answer} />;
  if (question.kind === 'adoption' && answer.kind === 'adoption') return <AdoptionAnswer {...props} question={question} answer={answer} />;
  return null;
};
