import { useMemo } from 'react';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { useQueryOf } from '#web/queries.ts';
import { type Annotation, listAnnotations } from '../../../board-contracts.ts';
import type { Answer, Question, QuestionResult } from '../../../question-contracts.ts';
import { chartMarks } from './chart-marks.ts';

/** What happened in the time of a question, and where it stands on the chart of its answer. */
export const useMarks = (
  question: Question,
  result: QuestionResult | undefined,
  enabled = true,
): { readonly annotations: readonly Annotation[]; readonly marks: readonly ChartMark[] } => {
  const { from, to } = question.range;
  const found = useQueryOf(
    listAnnotations,
    { query: { from: from.slice(0, 10), to: to.slice(0, 10) } },
    { enabled: enabled && hasTime(question) },
  );
  const rows = found.data?.rows;
  return useMemo(() => {
    const annotations = hasTime(question) ? (rows ?? []) : [];
    return { annotations, marks: chartMarks(annotations, periodsOf(result)) };
  }, [question, rows, result]);
};

/** Is the answer a course over time, in which a day has its place? */
export const hasTime = (question: Question): boolean =>
  question.kind === 'trend' ||
  question.kind === 'retention' ||
  question.kind === 'lifecycle' ||
  question.kind === 'sessions' ||
  (question.kind === 'funnel' && question.view === 'trend') ||
  (question.kind === 'stickiness' && question.view === 'actives');

const periodsOf = (result: QuestionResult | undefined): readonly string[] => {
  const answer = result?.answer;
  if (answer?.kind === 'retention') return answer.slices[0]?.rows.map(({ cohort }) => cohort) ?? [];
  return pointsOf(answer).map(({ period }) => period);
};

const pointsOf = (answer: Answer | undefined): readonly { readonly period: string }[] => {
  if (answer?.kind === 'trend') return answer.series[0]?.points ?? [];
  if (answer?.kind === 'funnel') return answer.trend?.[0]?.points ?? [];
  if (answer?.kind === 'lifecycle' || answer?.kind === 'sessions') return answer.slices[0]?.points ?? [];
  return answer?.kind === 'stickiness' ? (answer.actives ?? []) : [];
};
