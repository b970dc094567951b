import { useMemo } from 'react';
import { Bars } from '#web/charts/Bars.tsx';
import { Funnel } from '#web/charts/Funnel.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatDuration, formatNamed, formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { AnswerPart } from '../../../question-contracts.ts';
import type { AnswerOf, AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { leftAfter, mayStillReach, notCounted } from './funnel-figures.ts';
import { openPeriods } from './trend-lines.ts';
import { ALL_SLICES, type AnswerWords, useAnswerWords } from './use-answer-words.ts';
import { WhereRoom } from './WhereRoom.tsx';

type Props = AnswerProps<'funnel'> & { readonly marks?: readonly ChartMark[]; readonly words: AnswerWords };

/** How many get from step to step; over time; or how long they took. */
export const FunnelAnswer = (props: Omit<Props, 'words'>) => {
  const { question, answer, onAsk } = props;
  const words = useAnswerWords(question);
  const { t } = words;
  return (
    <>
      <WhereRoom>
        <SegmentedControl
          label={t('funnel.view')}
          value={question.view}
          onChange={(view) => onAsk({ ...question, view })}
          options={(['steps', 'trend', 'times'] as const).map((value) => ({ value, label: t(`funnel.${value}`) }))}
        />
      </WhereRoom>
      {answer.times ? (
        <Times {...props} words={words} />
      ) : answer.trend ? (
        <OverTime {...props} words={words} />
      ) : question.breakdown === null ? (
        <Steps {...props} words={words} />
      ) : (
        <StepsBySlice {...props} words={words} />
      )}
    </>
  );
};

const titleOf = (question: Props['question'], { placeName }: AnswerWords): string =>
  question.steps.map((_, at) => placeName(at)).join(' → ');

const Steps = ({ question, answer, words, placeOf }: Props) => {
  const { t, placeName } = words;
  const reader = useReader();
  const steps = answer.slices[0]?.steps ?? [];
  const last = steps.at(-1);
  const unready = notCounted(steps);
  return (
    <>
      <ThroughFinding last={last} count={steps.length} words={words} />
      <div className="max-w-220">
        <Funnel
          label={t('chart.funnel', { what: titleOf(question, words) })}
          steps={steps.map((step, at) => ({
            name: placeName(at),
            count: step.units,
            open: mayStillReach(steps, at),
            fromFirst: at === 0 ? 1 : step.fromFirst.value,
            ...(at === 0
              ? {}
              : { onward: { ratio: step.fromPrevious.value, part: step.fromPrevious.numerator, whole: step.fromPrevious.denominator } }),
            left: leftAfter(steps, at - 1),
            medianMs: step.timeFromPrevious.median === null ? null : step.timeFromPrevious.median * 1_000,
            reachedTo: placeOf({ index: at, outcome: 'reached' }),
            ...(at === 0 ? {} : { droppedTo: placeOf({ index: at - 1, outcome: 'dropped' }) }),
          }))}
        />
        {unready.entered > 0 && (
          <p className="text-12 text-muted">
            {t('chart.openHint', { count: unready.entered, through: formatNumber(reader, unready.through) })}
          </p>
        )}
      </div>
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.step'), t('chart.units'), t('chart.conversion'), t('chart.fromStart')]}
        rows={steps.map((step, at) => ({
          key: String(at),
          name: `${at + 1}. ${placeName(at)}`,
          cells: [
            { text: formatNumber(reader, step.units), to: placeOf({ index: at, outcome: 'reached' }) },
            { text: at === 0 ? '' : percent(reader, step.fromFirst.value) },
            {
              text: at === 0 || step.timeFromFirst.median === null ? '' : formatDuration(reader, step.timeFromFirst.median * 1_000),
              quiet: true,
            },
          ],
        }))}
      />
    </>
  );
};

const percent = (reader: Parameters<typeof formatPercent>[0], value: number | null): string =>
  value === null ? '—' : formatPercent(reader, value);

type StepFigures = AnswerOf<'funnel'>['slices'][number]['steps'][number];

const ThroughFinding = ({
  last,
  count,
  words,
}: {
  readonly last: StepFigures | undefined;
  readonly count: number;
  readonly words: AnswerWords;
}) => {
  const { t } = words;
  const reader = useReader();
  if (!last) return null;
  const { value, numerator = 0, denominator = 0 } = last.fromFirst;
  if (value === null) return <Finding>{t('headline.funnelNone')}</Finding>;
  const { median } = last.timeFromFirst;
  const notes = [
    t('headline.funnelPart', { part: formatNumber(reader, numerator), whole: words.units(denominator) }),
    median !== null && t('headline.funnelMedian', { length: formatDuration(reader, median * 1_000) }),
  ].filter(Boolean);
  return <Finding note={notes.join(' · ')}>{t('headline.funnel', { share: formatPercent(reader, value), count })}</Finding>;
};

const MOST_SLICES = 6;

const StepsBySlice = ({ question, answer, words, placeOf, onOpen }: Props) => {
  const { t, placeName, sliceName } = words;
  const reader = useReader();
  const drawn = answer.slices.slice(0, MOST_SLICES);
  const names = question.steps.map((_, at) => `${at + 1}. ${placeName(at)}`);
  return (
    <>
      <Bars
        label={t('chart.funnel', { what: titleOf(question, words) })}
        dimension={t('chart.step')}
        names={names}
        groups={drawn.map(({ key, steps }) => ({
          name: sliceName(key),
          values: steps.map((step, at) => (at === 0 ? (step.units > 0 ? 1 : null) : step.fromFirst.value)),
        }))}
        format={PERCENT}
        most={1}
        height={320}
        onPick={(name, at) => {
          const slice = drawn.find(({ key }) => sliceName(key) === name);
          if (slice) onOpen({ slice: slice.key, index: at, outcome: 'reached' });
        }}
      />
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.slice'), ...names, t('chart.conversion')]}
        rows={answer.slices.map(({ key, steps }) => ({
          key,
          name: sliceName(key),
          cells: [
            ...steps.map((step, at) => ({
              text: formatNumber(reader, step.units),
              to: step.units > 0 ? placeOf({ slice: key, index: at, outcome: 'reached' }) : undefined,
            })),
            { text: percent(reader, steps.at(-1)?.fromFirst.value ?? null) },
          ],
        }))}
      />
    </>
  );
};

const OverTime = ({ question, answer, words, marks, onOpen, placeOf }: Props) => {
  const { t, sliceName } = words;
  const reader = useReader();
  const trend = answer.trend ?? [];
  const drawn = trend.slice(0, MOST_SLICES);
  const periods = useMemo(() => (trend[0]?.points ?? []).map(({ period }) => period), [trend]);
  const lines = useMemo(
    () => drawn.map(({ key, points }) => ({ name: sliceName(key), values: points.map(({ rate }) => rate.value) })),
    [drawn, sliceName],
  );
  const part = (key: string, period: string | null): Partial<AnswerPart> => ({
    ...{ slice: key === ALL_SLICES ? null : key, period, index: question.steps.length - 1, outcome: 'reached' as const },
  });
  return (
    <>
      <LineSeries
        label={t('chart.funnel', { what: titleOf(question, words) })}
        periods={periods}
        grain={question.interval}
        lines={lines}
        format={PERCENT}
        unfinished={Math.min(openPeriods((trend[0]?.points ?? []).map(({ rate }) => rate)), Math.max(0, periods.length - 1))}
        marks={marks}
        height={320}
        onPick={(name, at) => {
          const line = drawn.find(({ key }) => sliceName(key) === name) ?? (drawn.length === 1 ? drawn[0] : undefined);
          if (line) onOpen(part(line.key, periods[at] ?? null));
        }}
      />
      <Figures
        caption={t('chart.figures')}
        heads={[
          t('chart.period'),
          ...trend.flatMap(({ key }) => [
            key === ALL_SLICES ? t('chart.entered') : formatNamed(reader, sliceName(key), t('chart.entered')),
            t('chart.converted'),
            t('chart.conversion'),
          ]),
        ]}
        rows={periods.map((period, at) => ({
          key: period,
          name: periodName(reader, period, question.interval),
          cells: trend.flatMap(({ key, points }) => {
            const point = points[at];
            if (!point) return [];
            return [
              {
                text: formatNumber(reader, point.entered),
                to: point.entered > 0 ? placeOf({ ...part(key, period), index: 0 }) : undefined,
              },
              { text: formatNumber(reader, point.converted), to: point.converted > 0 ? placeOf(part(key, period)) : undefined },
              { text: percent(reader, point.rate.value), hatched: point.rate.immature ?? false },
            ];
          }),
        }))}
      />
    </>
  );
};

const PERCENT = { kind: 'percent' } as const;

const Times = ({ question, answer, words, onAsk, onOpen, placeOf }: Props) => {
  const { t } = words;
  const reader = useReader();
  const { times } = answer;
  const last = question.steps.length - 1;
  const [from, to] = question.between ?? [0, last];
  const offered = (first: number, end: number) =>
    Array.from({ length: Math.max(0, end - first + 1) }, (_, n) => ({ value: String(first + n), label: String(first + n + 1) }));
  const span = (seconds: number) => formatDuration(reader, seconds * 1_000);
  // The longest time alone is in the last one; mostly nobody is.
  const bins = (times?.bins ?? []).slice(0, 1 + (times?.bins ?? []).findLastIndex(([, count]) => count > 0));
  const part = (seconds: number): Partial<AnswerPart> => ({
    ...{ outcome: 'reached', from: String(seconds), to: String(seconds + (times?.widthSeconds ?? 0)) },
  });
  return (
    <>
      <div className="flex flex-wrap items-center gap-1 text-13 text-muted">
        {t('funnel.timesFrom')}
        <Select
          look="quiet"
          label={t('funnel.timesFrom')}
          value={String(from)}
          options={offered(0, to - 1)}
          onChange={(next) => onAsk({ ...question, between: [Number(next), to] })}
        />
        {t('funnel.timesTo')}
        <Select
          look="quiet"
          label={t('funnel.timesTo')}
          value={String(to)}
          options={offered(from + 1, last)}
          onChange={(next) => onAsk({ ...question, between: [from, Number(next)] })}
        />
      </div>
      {times && times.n > 0 && times.mean !== null ? (
        <>
          <Finding note={words.units(times.n)}>{t('headline.times', { from: from + 1, to: to + 1, length: span(times.mean) })}</Finding>
          <Bars
            label={t('chart.times', { from: from + 1, to: to + 1 })}
            dimension={t('chart.time')}
            names={bins.map(([seconds]) => span(seconds))}
            groups={[{ name: t('chart.units'), values: bins.map(([, count]) => count) }]}
            format={{ kind: 'number' }}
            touching
            height={300}
            onPick={(_, at) => bins[at] && bins[at][1] > 0 && onOpen(part(bins[at][0]))}
          />
          <Figures
            caption={t('chart.figures')}
            heads={[t('chart.time'), t('chart.units')]}
            rows={bins.map(([seconds, count]) => ({
              key: String(seconds),
              name: `${span(seconds)} – ${span(seconds + times.widthSeconds)}`,
              cells: [{ text: formatNumber(reader, count), to: count > 0 ? placeOf(part(seconds)) : undefined, quiet: count === 0 }],
            }))}
          />
        </>
      ) : (
        <Finding>{t('headline.funnelNone')}</Finding>
      )}
    </>
  );
};
