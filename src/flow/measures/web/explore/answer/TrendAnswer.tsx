import { useMemo } from 'react';
import { useWorkspace } from '#web/app/session.ts';
import { Bars } from '#web/charts/Bars.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatValue, type ValueFormat } from '#web/charts/value-format.ts';
import { formatNamed, formatSentences } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Delta } from '#web/ui/Delta.tsx';
import { KeyFigure } from '#web/ui/KeyFigure.tsx';
import type { AnswerProps, QuestionOf } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { addsUp, firstLived, openPeriods, type TrendLine, trendLines } from './trend-lines.ts';
import { ALL_SLICES, type AnswerWords, useAnswerWords } from './use-answer-words.ts';
import { WhereRoom } from './WhereRoom.tsx';

const MOST_LINES = 8;

/** How much or how many over time, drawn as the reader likes. */
export const TrendAnswer = (props: AnswerProps<'trend'> & { readonly marks?: readonly ChartMark[] }) => {
  const { question, answer, look } = props;
  const words = useAnswerWords(question);
  const reader = useReader();
  const format = useTrendFormat(question);
  const lines = useMemo(() => trendLines(answer), [answer]);
  const shown = lines.slice(0, MOST_LINES);
  const { t } = words;
  const start = firstLived(lines);
  const open = openPeriods((lines[0]?.points ?? []).slice(start));
  const hints = [
    open > 0 && (look === 'line' || look === 'area') && t('chart.dashed'),
    lines.length > MOST_LINES && look !== 'table' && t('chart.otherLines', { count: lines.length - MOST_LINES }),
    t('chart.pressHint'),
  ];
  return (
    <>
      {look === 'number' ? (
        <KeyFigures lines={lines} words={words} format={format} {...props} />
      ) : (
        <>
          <TrendFinding line={lines[0]} only={lines.length === 1} words={words} format={format} question={question} />
          {look !== 'table' && <TrendChart {...props} lines={shown} start={start} words={words} format={format} />}
        </>
      )}
      <WhereRoom>
        <p className="-mt-4 text-12 text-muted">{formatSentences(reader, hints)}</p>
      </WhereRoom>
      <TrendFigures lines={lines} words={words} format={format} start={start} {...props} />
    </>
  );
};

/** How are the figures of this trend written? Amounts as money, averages with a decimal. */
const useTrendFormat = ({ series, formulas }: QuestionOf<'trend'>): ValueFormat => {
  const { currency } = useWorkspace();
  return useMemo(() => {
    const isMoney = series.every(
      ({ count }) => count.of !== 'units' && count.of !== 'events' && (count.field ?? 'event.amount') === 'event.amount',
    );
    if (isMoney && formulas.length === 0) return { kind: 'money', currency };
    // A ratio beside counts has decimals where it needs them; counts stay whole.
    if (formulas.length > 0) return { kind: 'number' };
    return { kind: 'number', digits: series.some(({ count }) => count.of === 'mean') ? 2 : 0 };
  }, [series, formulas, currency]);
};

/** What a line is called: its series, its value of the breakdown, or both where there are several of both. */
const lineName = (
  { at, key, label, series }: TrendLine,
  question: QuestionOf<'trend'>,
  { placeName, sliceName, reader }: AnswerWords,
): string => {
  const own = at === null ? label || series : placeName(at);
  if (key === ALL_SLICES) return own;
  return question.series.length + question.formulas.length > 1 ? formatNamed(reader, own, sliceName(key)) : sliceName(key);
};

interface TrendParts {
  readonly words: AnswerWords;
  readonly format: ValueFormat;
}

interface TrendFindingProps extends TrendParts {
  readonly line: TrendLine | undefined;
  readonly only: boolean;
  readonly question: QuestionOf<'trend'>;
}

const TrendFinding = ({ line, only, words, format, question }: TrendFindingProps) => {
  const reader = useReader();
  if (!line || !only || line.total.value === null) return null;
  const count = line.at === null ? undefined : question.series[line.at]?.count;
  const value = count?.of === 'units' ? words.units(line.total.value) : formatValue(reader, line.total.value, format);
  return (
    <Finding
      note={line.previousTotal && <Against now={line.total.value} before={line.previousTotal.value} question={question} words={words} />}
    >
      {formatNamed(reader, lineName(line, question, words), value)}
    </Finding>
  );
};

interface AgainstProps {
  readonly now: number | null;
  readonly before: number | null;
  readonly question: QuestionOf<'trend'>;
  readonly words: AnswerWords;
}

const Against = ({ now, before, question, words }: AgainstProps) => (
  <Delta value={now !== null && before ? now / before - 1 : null} against={words.t('headline.before', { count: daysOf(question) })} />
);

const daysOf = ({ range }: QuestionOf<'trend'>): number =>
  Math.max(1, Math.round((Date.parse(range.to.slice(0, 10)) - Date.parse(range.from.slice(0, 10))) / 86_400_000));

type DrawnProps = AnswerProps<'trend'> & TrendParts & { readonly lines: readonly TrendLine[]; readonly start: number };

const TrendChart = ({
  question,
  look,
  lines,
  start,
  words,
  format,
  marks,
  onOpen,
}: DrawnProps & { readonly marks?: readonly ChartMark[] }) => {
  const reader = useReader();
  const { interval } = question;
  const drawn = useMemo(() => {
    const now = lines.map((line) => ({
      name: lineName(line, question, words),
      values: line.points.slice(start).map(({ value }) => value),
    }));
    const before = lines.flatMap(({ previous }, at) =>
      previous === null
        ? []
        : [
            {
              name: words.t('chart.previous', { name: now[at]?.name ?? '' }),
              values: now[at]!.values.map((_, index) => previous[start + index]?.value ?? null),
              comparesWith: at,
            },
          ],
    );
    return { lines: [...now, ...before], periods: (lines[0]?.points ?? []).slice(start).map(({ period }) => period) };
  }, [lines, question, words, start]);
  const shownMarks = marks?.filter(({ at }) => at >= start).map((mark) => ({ ...mark, at: mark.at - start }));
  const pick = (name: string, at: number) => {
    const line = lines[drawn.lines.findIndex((one) => one.name === name)] ?? (lines.length === 1 ? lines[0] : undefined);
    if (line && line.at !== null) onOpen({ index: line.at, period: drawn.periods[at] ?? null, slice: sliceOf(line) });
  };
  const label = words.t('chart.course', { what: drawn.lines.map(({ name }) => name).join(', ') });
  if (look === 'bar' || drawn.periods.length < 2)
    return (
      <Bars
        label={label}
        dimension={words.t('chart.period')}
        names={drawn.periods.map((period) => periodName(reader, period, interval))}
        groups={drawn.lines.map(({ name, values, ...rest }) => ({ name, values, comparison: 'comparesWith' in rest }))}
        format={format}
        stacked={lines.length > 1 && addsUp(question) && question.compare === 'none'}
        height={320}
        marks={shownMarks}
        onPick={pick}
      />
    );
  return (
    <LineSeries
      label={label}
      periods={drawn.periods}
      grain={interval}
      lines={drawn.lines}
      format={format}
      unfinished={Math.min(openPeriods((lines[0]?.points ?? []).slice(start)), drawn.periods.length - 1)}
      stacked={look === 'area'}
      marks={shownMarks}
      height={320}
      onPick={pick}
    />
  );
};

const sliceOf = ({ key }: TrendLine): string | null => (key === ALL_SLICES ? null : key);

const KeyFigures = ({
  lines,
  words,
  format,
  question,
  placeOf,
}: AnswerProps<'trend'> & TrendParts & { readonly lines: readonly TrendLine[] }) => {
  const reader = useReader();
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-5 desk:grid-cols-3">
      {lines.map((line) => (
        <KeyFigure
          key={`${line.series} ${line.key}`}
          label={lineName(line, question, words)}
          value={line.total.value === null ? '—' : formatValue(reader, line.total.value, format)}
          points={line.points.map(({ value }) => value)}
          {...(line.at === null ? {} : { to: placeOf({ index: line.at, slice: sliceOf(line) }) })}
          {...(line.previousTotal
            ? {
                delta: {
                  value: line.total.value !== null && line.previousTotal.value ? line.total.value / line.previousTotal.value - 1 : null,
                  against: words.t('headline.before', { count: daysOf(question) }),
                },
              }
            : {})}
        />
      ))}
    </div>
  );
};

const TrendFigures = ({ lines, words, format, question, start, placeOf }: DrawnProps) => {
  const reader = useReader();
  const text = (value: number | null) => (value === null ? '—' : formatValue(reader, value, format));
  return (
    <Figures
      caption={words.t('chart.figures')}
      heads={[
        words.t('chart.slice'),
        words.t('chart.whole'),
        ...(lines[0]?.points ?? []).slice(start).map(({ period }) => periodName(reader, period, question.interval)),
      ]}
      rows={lines.map((line) => ({
        key: `${line.series} ${line.key}`,
        name: lineName(line, question, words),
        cells: [
          { text: text(line.total.value), to: line.at === null ? undefined : placeOf({ index: line.at, slice: sliceOf(line) }) },
          ...line.points.slice(start).map(({ value, period, immature }) => ({
            text: text(value),
            to: line.at === null || !value ? undefined : placeOf({ index: line.at, period, slice: sliceOf(line) }),
            quiet: !value,
            hatched: immature ?? false,
          })),
        ],
      }))}
    />
  );
};
