import { useState } from 'react';
import { Bars } from '#web/charts/Bars.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatNamed, formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Select } from '#web/ui/Select.tsx';
import type { AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { ALL_SLICES, useAnswerWords } from './use-answer-words.ts';

const STATES = ['returning', 'fresh', 'resurrecting', 'dormant'] as const;

/** Who is new, back, revived and gone in each period; the gone below the line. */
export const LifecycleAnswer = ({
  question,
  answer,
  marks,
  placeOf,
  onOpen,
}: AnswerProps<'lifecycle'> & { readonly marks?: readonly ChartMark[] }) => {
  const words = useAnswerWords(question);
  const { t, sliceName } = words;
  const reader = useReader();
  const [wanted, setWanted] = useState<string | null>(null);
  const slice = answer.slices.find(({ key }) => key === wanted) ?? answer.slices.find(({ key }) => key !== '') ?? answer.slices[0];
  if (!slice) return null;
  const { points } = slice;
  const part = slice.key === ALL_SLICES ? {} : { slice: slice.key };
  const names = points.map(({ period }) => periodName(reader, period, question.interval));
  const full = points.findLast(({ immature }) => !immature);
  const named = (finding: string): string => (answer.slices.length > 1 ? formatNamed(reader, sliceName(slice.key), finding) : finding);
  return (
    <>
      {full && (
        <Finding note={periodName(reader, full.period, question.interval)}>
          {named(
            t('headline.lifecycle', {
              gained: words.units(full.fresh + full.resurrecting),
              lost: words.units(full.dormant ?? 0),
            }),
          )}
        </Finding>
      )}
      {answer.slices.length > 1 && (
        <Select
          label={t('chart.slice')}
          className="max-w-72"
          value={slice.key}
          onChange={setWanted}
          options={answer.slices.map(({ key }) => ({ value: key, label: sliceName(key) }))}
        />
      )}
      <Bars
        label={t('chart.lifecycle')}
        dimension={t('chart.period')}
        names={names}
        groups={STATES.map((state) => ({
          name: t(`chart.${state}`),
          values: points.map((point) => (state === 'dormant' ? -(point.dormant ?? 0) : point[state])),
        }))}
        format={{ kind: 'number' }}
        stacked
        height={340}
        marks={marks}
        onPick={(name, at) => {
          const state = STATES.find((one) => t(`chart.${one}`) === name);
          onOpen({ ...part, period: points[at]?.period ?? null, outcome: state ?? null });
        }}
      />
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.period'), ...STATES.map((state) => t(`chart.${state}`))]}
        rows={points.map((point, at) => ({
          key: point.period,
          name: names[at],
          cells: STATES.map((state) => {
            const count = point[state];
            return {
              text: count === null ? '' : formatNumber(reader, count),
              to: count ? placeOf({ ...part, period: point.period, outcome: state }) : undefined,
              quiet: !count,
              hatched: point.immature,
            };
          }),
        }))}
      />
    </>
  );
};
