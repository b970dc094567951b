import { CohortGrid } from '#web/charts/CohortGrid.tsx';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import type { AnswerProps } from './answer-props.ts';
import { Headline } from './Headline.tsx';
import { livedCohorts } from './known-part.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { metricText } from './text/text.ts';

/** Who comes back after how long: cohorts by periods, what is not over yet hatched; the average over all. */
export const CohortAnswer = (props: AnswerProps) => {
  const { card, result, placeOf } = props;
  const t = useText(metricText);
  const grid = livedCohorts(result.cohorts ?? { periods: [], rows: [], average: [] });
  const { interval } = result.question;
  return (
    <>
      <Headline {...props} label={t('backNext', { period: t(`nth.${interval}`, { n: 1 }) })} />
      {result.question.breakdown !== null && <SeriesChart {...props} />}
      <div className="flex flex-col gap-2">
        <CohortGrid
          label={card.name[currentLanguage()]}
          grain={interval}
          periods={grid.periods.map((n) => t(`nth.${interval}`, { n }))}
          average={grid.average.map((figure) => figure.value)}
          cohorts={grid.rows.map((row) => ({
            name: row.cohort,
            size: row.size,
            to: placeOf({ period: row.cohort, series: null }),
            cells: row.cells.map((cell) => (cell.immature ? null : { count: cell.numerator ?? 0, ratio: cell.value })),
          }))}
        />
        <p className="max-w-[72ch] text-12 text-muted">{t('cohortHint')}</p>
      </div>
    </>
  );
};
