import { formatValue } from '#web/charts/value-format.ts';
import { formatCountry, isCountryField } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Link } from '#web/ui/Link.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { MetricResult } from '../contracts.ts';
import type { AnswerProps } from './answer-props.ts';
import { MovementsAnswer } from './MovementsAnswer.tsx';
import { figureText, unitFormat } from './metric-format.ts';
import { columnName, partName } from './metric-words.ts';
import { livelyRows } from './movement-rows.ts';
import { PeriodCell } from './PeriodCell.tsx';
import { metricText } from './text/text.ts';

type TableOf = NonNullable<MetricResult['table']>;
type Row = TableOf['rows'][number];
type ColumnOf = TableOf['columns'][number];

interface TableRow {
  readonly id: string;
  readonly cells: Row;
}

/** An answer of several figures a row; movements of revenue are drawn as well. */
export const TableAnswer = (props: AnswerProps) => {
  const { card, result, placeOf } = props;
  const t = useText(metricText);
  const table = result.table ?? { columns: [], rows: [] };
  const keys = new Set(table.columns.map(({ key }) => key));
  const isMovements = keys.has('opening') && keys.has('closing') && keys.has('churn');
  const shown = isMovements ? livelyRows(table.rows).toReversed() : table.rows;
  const rows = shown.map((cells, at) => ({ id: String(at), cells }));
  return (
    <>
      {isMovements && result.question.breakdown === null && <MovementsAnswer {...props} />}
      <Table<TableRow>
        caption={card.name[currentLanguage()]}
        rows={rows}
        rowId={(row) => row.id}
        columns={table.columns.map((column) => ({
          key: column.key,
          label: columnName(column.key, column.label, t),
          align: column.unit === 'text' ? 'start' : 'end',
          render: ({ cells }) => <Cell column={column} row={cells} result={result} to={rowsOf(cells, column, result, placeOf)} />,
        }))}
      />
    </>
  );
};

const Cell = ({
  column,
  row,
  result,
  to,
}: {
  readonly column: ColumnOf;
  readonly row: Row;
  readonly result: MetricResult;
  readonly to: string | null;
}) => {
  const t = useText(metricText);
  const reader = useReader();
  const value = row[column.key] ?? null;
  if (column.key === 'period') return <PeriodCell result={result} period={String(value)} />;
  if (value === null) return <Missing />;
  if (typeof value !== 'number') {
    const isCountry = column.key === 'slice' && isCountryField(result.question.breakdown ?? '');
    const label = result.series.find(({ key }) => key === value)?.label ?? value;
    return partName(value, isCountry ? formatCountry(reader, label) : label, t);
  }
  const format = unitFormat(column.unit === 'text' ? 'count' : column.unit, result.currency ?? 'USD');
  if (value === 0) return <span className="text-faint">{formatValue(reader, 0, format, true)}</span>;
  const text = figureText(reader, { value }, format);
  return to ? (
    <Link to={to} className="hover:text-accent hover:underline">
      {text}
    </Link>
  ) : (
    text
  );
};

// The rows of a cell: of its period, and of its part or, where nothing is divided, of what its column counts.
const rowsOf = (row: Row, column: ColumnOf, result: MetricResult, placeOf: AnswerProps['placeOf']): string | null => {
  const period = typeof row.period === 'string' ? row.period : null;
  const part = [row.slice, row.stage, row.key].find((value) => typeof value === 'string' && value !== '*');
  if (column.unit === 'text') return null;
  if (typeof part === 'string') return placeOf({ period, series: part });
  return period === null && result.series.every(({ key }) => key !== column.key) ? null : placeOf({ period, series: column.key });
};
