import { daysBetween } from '#kernel/calendar.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Delta } from '#web/ui/Delta.tsx';
import type { MetricCard, MetricResult } from '../contracts.ts';
import { changeOf, formatOf } from './metric-format.ts';
import { metricText } from './text/text.ts';

/** How does the figure compare with the range of equal length before? */
export const Change = ({ result, better }: { readonly result: MetricResult; readonly better: MetricCard['better'] }) => {
  const t = useText(metricText);
  const { value, unit } = changeOf(result.total, result.previous, formatOf(result));
  const { from, to } = result.question;
  return <Delta value={value} unit={unit} against={t('before', { count: daysBetween(from, to) })} goodWhen={better} />;
};
