import { formatNumber } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Link } from '#web/ui/Link.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { Column } from '#web/ui/table/column.ts';
import type { Figure } from '../contracts.ts';
import type { AnswerProps } from './answer-props.ts';
import { firstKnown } from './known-part.ts';
import { figureText, formatOf } from './metric-format.ts';
import { partName } from './metric-words.ts';
import { PeriodCell } from './PeriodCell.tsx';
import { greatestFirst } from './series-order.ts';
import { metricText } from './text/text.ts';

interface Row {
  /** Null for the whole range. */
  readonly period: string | null;
  readonly figures: readonly (Figure | undefined)[];
}

/** Every figure of the answer, the newest period first, each leading to its rows. */
export const FiguresTable = ({ card, result, placeOf }: Pick<AnswerProps, 'card' | 'result' | 'placeOf'>) => {
  const t = useText(metricText);
  const reader = useReader();
  const format = formatOf(result);
  const start = firstKnown(result.series);
  const series = greatestFirst(result.series);
  const rows: readonly Row[] = (result.series[0]?.points ?? [])
    .slice(start)
    .map(({ period }, at) => ({ period, figures: series.map(({ points }) => points[start + at]) }))
    .toReversed();
  const wholes = series.map(({ total }) => total);
  // Of what stands still, the whole range says what the newest period does.
  const tellsMore = wholes.some((total, at) => total && total.value !== null && total.value !== rows[0]?.figures[at]?.value);
  const shown = tellsMore ? [{ period: null, figures: wholes }, ...rows] : rows;
  const [only] = series;
  const withIntervals = series.length === 1 && only?.points.some((point) => point.low !== undefined);
  const columns: readonly Column<Row>[] = [
    {
      key: 'period',
      label: t('period'),
      render: ({ period }) => (period === null ? t('wholeRange') : <PeriodCell result={result} period={period} />),
    },
    ...series.map(
      (one, at): Column<Row> => ({
        key: one.key,
        label: one.key === '*' ? card.name[currentLanguage()] : partName(one.key, one.label, t),
        align: 'end',
        render: (row) => (
          <>
            <Cell to={placeOf({ period: row.period, series: one.key })}>
              {row.figures[at] && figureText(reader, row.figures[at], format)}
            </Cell>
            {row.period === null && <Rest figure={row.figures[at]} />}
          </>
        ),
      }),
    ),
    ...(withIntervals
      ? [
          {
            key: ' interval',
            label: t('range'),
            align: 'end' as const,
            render: ({ figures: [figure] }: Row) =>
              figure?.low === undefined || figure.high === undefined ? (
                <Missing />
              ) : (
                <span className="text-muted">
                  {figureText(reader, { value: figure.low }, format)} – {figureText(reader, { value: figure.high }, format)}
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('figures')}>
      <Table caption={t('figures')} compact rows={shown} rowId={(row) => row.period ?? 'whole'} columns={columns} />
    </Section>
  );
};

// On how few a share rests: of two accounts, one is half.
const Rest = ({ figure }: { readonly figure: Figure | undefined }) => {
  const t = useText(metricText);
  const reader = useReader();
  if (!figure?.denominator || figure.denominator !== figure.n || figure.numerator === undefined) return null;
  const [part, whole] = [formatNumber(reader, figure.numerator), formatNumber(reader, figure.denominator)];
  return <span className="block text-12 whitespace-nowrap text-muted">{t('share', { part, whole })}</span>;
};

const Cell = ({ to, children }: { readonly to: string; readonly children: string | null | undefined }) =>
  children ? (
    <Link to={to} className="hover:text-accent hover:underline">
      {children}
    </Link>
  ) : (
    <Missing />
  );
