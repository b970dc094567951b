import { periodName } from '#web/charts/period-name.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { MetricResult } from '../contracts.ts';
import { metricText } from './text/text.ts';

/** The name of a period of an answer, and that it is not over yet when it was not. */
export const PeriodCell = ({ result, period }: { readonly result: MetricResult; readonly period: string }) => {
  const t = useText(metricText);
  const reader = useReader();
  const isOpen = result.series.some(({ points }) => points.find((point) => point.period === period)?.immature);
  return (
    <span className="whitespace-nowrap">
      {periodName(reader, period, result.question.interval)}
      {isOpen && <span className="ml-2 text-12 text-faint">{t('notOver')}</span>}
    </span>
  );
};
