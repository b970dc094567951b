import { useMemo, useState } from 'react';
import { CohortGrid } from '#web/charts/CohortGrid.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { formatNamed, formatNumber, formatPercent, formatSentences } from '#web/i18n/format.ts';
import { Select } from '#web/ui/Select.tsx';
import type { AnswerProps } from './answer-props.ts';
import { Finding } from './Finding.tsx';
import { ALL_SLICES, type AnswerWords, OTHER_SLICES, useAnswerWords } from './use-answer-words.ts';
import { WhereRoom } from './WhereRoom.tsx';

const PERCENT = { kind: 'percent' } as const;
const MOST_LINES = 8;

/** Who is back after how long: the average over all cohorts, and each cohort by itself. */
export const RetentionAnswer = ({
  question,
  answer,
  marks = [],
  placeOf,
  onOpen,
}: AnswerProps<'retention'> & { readonly marks?: readonly ChartMark[] }) => {
  const words = useAnswerWords(question);
  const { t, sliceName } = words;
  const [wanted, setWanted] = useState<string | null>(null);
  const slice = answer.slices.find(({ key }) => key === wanted) ?? greatest(answer.slices);
  const periods = answer.columns.map((column) => columnName(column, question.interval, words));
  const drawn = answer.slices.slice(0, MOST_LINES);
  const known = Math.max(...drawn.map(({ average }) => average.findLastIndex(({ value }) => value !== null)), -1);
  const lines = useMemo(
    () => drawn.map(({ key, average }) => ({ name: sliceName(key), values: average.map(({ value }) => value) })),
    [drawn, sliceName],
  );
  if (!slice) return <Finding>{t('headline.retentionNone')}</Finding>;
  const part = slice.key === ALL_SLICES ? {} : { slice: slice.key };
  const rows = livedRows(slice.rows);
  // The time of this picture runs down its cohorts: what happened stands beside those who began then.
  const notes = new Map(marks.map(({ at, name }) => [slice.rows[at]?.cohort, name]));
  const shownPeriods = periods.slice(0, Math.max(1, known + 1));
  return (
    <>
      <BackFinding of={answer.slices.length > 1 ? sliceName(slice.key) : null} average={slice.average} periods={periods} words={words} />
      {shownPeriods.length > 1 && (
        <LineSeries
          label={t('chart.average')}
          periods={shownPeriods}
          lines={lines.map((line) => ({ ...line, values: line.values.slice(0, shownPeriods.length) }))}
          format={PERCENT}
          most={1}
          height={220}
          onPick={(_, at) => onOpen({ ...part, index: at, outcome: 'back' })}
        />
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
      <WhereRoom>
        <div className="flex flex-col gap-2">
          <CohortGrid
            label={t('chart.cohorts')}
            grain={question.interval}
            periods={periods}
            average={slice.average.map(({ value }) => value)}
            cohorts={rows.map((row) => ({
              name: row.cohort,
              size: row.size,
              to: placeOf({ ...part, period: row.cohort }),
              note: notes.get(row.cohort),
              cells: row.cells.map((cell, at) =>
                cell.immature
                  ? null
                  : {
                      count: cell.numerator ?? 0,
                      ratio: cell.value,
                      to: placeOf({ ...part, period: row.cohort, index: at, outcome: 'back' }),
                    },
              ),
            }))}
          />
          <p className="max-w-[72ch] text-12 text-muted">{formatSentences(words.reader, [t('chart.hatched'), t('chart.pressHint')])}</p>
        </div>
      </WhereRoom>
    </>
  );
};

/** The head of a column: "Week 2", "Week 2+", "Week 1-3". */
export const columnName = (
  column: string,
  interval: AnswerProps<'retention'>['question']['interval'],
  { t }: Pick<AnswerWords, 't'>,
): string => t(`nth.${interval}`, { n: column });

const BackFinding = ({
  of,
  average,
  periods,
  words,
}: {
  /** Of which value of the breakdown this is told; null of all. */
  readonly of: string | null;
  readonly average: AnswerProps<'retention'>['answer']['slices'][number]['average'];
  readonly periods: readonly string[];
  readonly words: AnswerWords;
}) => {
  const { t, reader } = words;
  const named = (finding: string): string => (of === null ? finding : formatNamed(reader, of, finding));
  const at = average[1]?.value === null || average[1] === undefined ? 0 : 1;
  const figure = average[at];
  if (!figure || figure.value === null) return <Finding>{named(t('headline.retentionNone'))}</Finding>;
  const note = t('headline.retentionPart', {
    part: formatNumber(reader, figure.numerator ?? 0),
    whole: words.units(figure.denominator ?? 0),
  });
  return (
    <Finding note={note}>
      {named(t('headline.retention', { share: formatPercent(reader, figure.value), period: periods[at] ?? '' }))}
    </Finding>
  );
};

type Slices = AnswerProps<'retention'>['answer']['slices'];

// The part that most began in tells most; what is not known, and the rest, only where there is nothing else.
const greatest = (slices: Slices): Slices[number] | undefined => {
  const named = slices.filter(({ key }) => key !== '' && key !== OTHER_SLICES);
  const size = ({ rows }: Slices[number]): number => rows.reduce((sum, row) => sum + row.size, 0);
  return (named.length > 0 ? named : slices).toSorted((a, b) => size(b) - size(a))[0];
};

// Cohorts before anybody began say nothing.
const livedRows = <Row extends { readonly size: number }>(rows: readonly Row[]): readonly Row[] => {
  const first = rows.findIndex(({ size }) => size > 0);
  return first < 0 ? rows.slice(-1) : rows.slice(first);
};
