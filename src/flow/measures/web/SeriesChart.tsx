import { useMemo } from 'react';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import { formatSentences } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { AnswerProps } from './answer-props.ts';
import { useCompact } from './explore/boards/compact.ts';
import { firstKnown, unfinishedOf } from './known-part.ts';
import { formatOf } from './metric-format.ts';
import { partName } from './metric-words.ts';
import { greatestFirst } from './series-order.ts';
import { metricText } from './text/text.ts';

const MOST_LINES = 6;

/** The course of the figure, one line a part; a press opens the rows of its period. */
export const SeriesChart = ({ card, result, onOpen }: Pick<AnswerProps, 'card' | 'result' | 'onOpen'>) => {
  const t = useText(metricText);
  const reader = useReader();
  const compact = useCompact();
  const start = firstKnown(result.series);
  const ordered = useMemo(() => greatestFirst(result.series), [result.series]);
  const shown = ordered.slice(0, MOST_LINES);
  const periods = useMemo(() => (result.series[0]?.points ?? []).slice(start).map((point) => point.period), [result.series, start]);
  const format = useMemo(() => formatOf(result), [result]);
  const language = currentLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language decides the names
  const lines = useMemo(
    () =>
      shown.map((series) => {
        const points = series.points.slice(start);
        const ends = points.map(({ low, high }) => (low === undefined || high === undefined ? null : ([low, high] as const)));
        return {
          name: partName(series.key, series.label, t),
          values: points.map((point) => point.value),
          ...(shown.length === 1 && ends.some(Boolean) ? { interval: ends } : {}),
        };
      }),
    [result.series, language],
  );
  const unfinished = unfinishedOf((result.series[0]?.points ?? []).slice(start));
  const hints = [
    unfinished > 0 && t('notOverHint'),
    lines.some((line) => 'interval' in line) && t('intervalHint'),
    ordered.length > MOST_LINES && !compact && t('others', { count: ordered.length - MOST_LINES }),
  ].filter((hint) => hint !== false);
  if (periods.length < 2) return null;
  return (
    <div>
      <LineSeries
        label={t('course', { name: card.name[language], interval: t(`interval.${result.question.interval}`) })}
        periods={periods}
        grain={result.question.interval}
        lines={lines}
        format={format}
        unfinished={Math.min(unfinished, periods.length - 1)}
        height={300}
        onPick={(name, at) =>
          onOpen({ period: periods[at] ?? null, series: shown[lines.findIndex((line) => line.name === name)]?.key ?? null })
        }
      />
      {hints.length > 0 && <p className="mt-1 text-12 text-muted">{formatSentences(reader, hints)}</p>}
    </div>
  );
};
