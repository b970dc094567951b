import { useMemo } from 'react';
import { Bars } from '#web/charts/Bars.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import type { AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { middleOf } from './middle.ts';
import { spanWords } from './span-words.ts';
import { openPeriods } from './trend-lines.ts';
import { ALL_SLICES, type AnswerWords, useAnswerWords } from './use-answer-words.ts';
import { WhereRoom } from './WhereRoom.tsx';

const NUMBER = { kind: 'number' } as const;
const MOST_SLICES = 6;

type Props = AnswerProps<'stickiness'> & { readonly marks?: readonly ChartMark[] };

/** In how many periods each was active, or how many are active in a day, in 7 and in 28 days. */
export const StickinessAnswer = (props: Props) => {
  const { question, answer, onAsk } = props;
  const words = useAnswerWords(question);
  const { t } = words;
  return (
    <>
      <WhereRoom>
        <SegmentedControl
          label={t('stickiness.view')}
          value={question.view}
          onChange={(view) => onAsk({ ...question, view, breakdown: view === 'actives' ? null : question.breakdown })}
          options={(['distribution', 'actives'] as const).map((value) => ({ value, label: t(`stickiness.${value}`) }))}
        />
      </WhereRoom>
      {answer.actives ? <Actives {...props} words={words} /> : <Distribution {...props} words={words} />}
    </>
  );
};

const Distribution = ({ question, answer, words, onOpen, placeOf }: Props & { readonly words: AnswerWords }) => {
  const { t, sliceName } = words;
  const reader = useReader();
  const slices = answer.distribution ?? [];
  const drawn = slices.slice(0, MOST_SLICES);
  const places = drawn[0]?.counts.map((_, at) => at) ?? [];
  const part = (key: string, index: number) => ({ ...(key === ALL_SLICES ? {} : { slice: key }), index: index + 1 });
  const middle = question.cumulative ? null : middleOf(drawn[0]?.counts ?? []);
  return (
    <>
      {middle !== null && drawn.length === 1 && <Finding>{t('headline.sticky', { span: spanWords(question, middle + 1, t) })}</Finding>}
      <Bars
        label={t('chart.distribution')}
        dimension={t('chart.activePeriods')}
        names={places.map((at) => String(at + 1))}
        groups={drawn.map(({ key, counts }) => ({ name: slices.length === 1 ? t('chart.units') : sliceName(key), values: counts }))}
        format={NUMBER}
        height={320}
        onPick={(name, at) => {
          const slice = drawn.find(({ key }) => sliceName(key) === name) ?? drawn[0];
          if (slice) onOpen(part(slice.key, at));
        }}
      />
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.activePeriods'), ...slices.map(({ key }) => sliceName(key))]}
        rows={places.map((at) => ({
          key: String(at),
          name: String(at + 1),
          cells: slices.map(({ key, counts }) => ({
            text: formatNumber(reader, counts[at] ?? 0),
            to: counts[at] ? placeOf(part(key, at)) : undefined,
            quiet: !counts[at],
          })),
        }))}
      />
    </>
  );
};

const LENGTHS = ['day', 'week', 'month'] as const;

const Actives = ({ question, answer, words, marks, onOpen, placeOf }: Props & { readonly words: AnswerWords }) => {
  const { t } = words;
  const reader = useReader();
  const rows = answer.actives ?? [];
  const periods = useMemo(() => (answer.actives ?? []).map(({ period }) => period), [answer]);
  const lines = useMemo(
    () => LENGTHS.map((length) => ({ name: t(`chart.${length}`), values: (answer.actives ?? []).map((point) => point[length]) })),
    [answer, t],
  );
  const newest = rows.findLast(({ ratio }) => ratio.value !== null && !ratio.immature);
  return (
    <>
      {newest && newest.ratio.value !== null && (
        <Finding note={periodName(reader, newest.period, question.interval)}>
          {t('headline.ratio', { share: formatPercent(reader, newest.ratio.value) })}
        </Finding>
      )}
      <LineSeries
        label={t('chart.actives')}
        periods={periods}
        grain={question.interval}
        lines={lines}
        format={NUMBER}
        unfinished={Math.min(openPeriods(rows.map(({ ratio }) => ratio)), Math.max(0, rows.length - 1))}
        marks={marks}
        height={320}
        onPick={(name, at) =>
          onOpen({
            period: periods[at] ?? null,
            index: Math.max(
              0,
              lines.findIndex((line) => line.name === name),
            ),
          })
        }
      />
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.period'), ...LENGTHS.map((length) => t(`chart.${length}`)), t('chart.ratio')]}
        rows={rows.map((point) => ({
          key: point.period,
          name: periodName(reader, point.period, question.interval),
          cells: [
            ...LENGTHS.map((length, index) => ({
              text: formatNumber(reader, point[length]),
              to: point[length] > 0 ? placeOf({ period: point.period, index }) : undefined,
            })),
            { text: point.ratio.value === null ? '—' : formatPercent(reader, point.ratio.value), hatched: point.ratio.immature ?? false },
          ],
        }))}
      />
    </>
  );
};
