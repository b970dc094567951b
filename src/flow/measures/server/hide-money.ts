import type { MeasureDefinition } from '#kernel/measure.ts';
import type { Figure, MetricResult } from '../contracts.ts';

/** Does a reader without the permission for money see less of this measure? */
const tellsMoney = ({ unit, plan }: MeasureDefinition): boolean =>
  unit === 'money' || (plan.engine === 'revenue' && ['grr', 'nrr', 'quick_ratio'].includes(plan.read));

/** The same result without amounts of money: a money measure has no values, a ratio of revenue keeps its value but not its parts. */
export const withoutMoney = (definition: MeasureDefinition, result: MetricResult): MetricResult => {
  if (!tellsMoney(definition)) return result;
  const hidden = <F extends Figure>({ numerator: _n, denominator: _d, low, high, value, ...rest }: F) =>
    definition.unit === 'money' ? { ...rest, value: null } : { ...rest, value, low, high };
  const moneyColumns = new Set(result.table?.columns.filter((column) => column.unit === 'money').map((column) => column.key));
  const rowWithout = (row: Record<string, string | number | null>) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        moneyColumns.has(key) || (typeof value === 'number' && definition.unit === 'money') ? null : value,
      ]),
    );
  return {
    ...result,
    total: hidden(result.total),
    previous: result.previous && hidden(result.previous),
    series: result.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({ ...hidden(point), period: point.period })),
      ...(series.total && { total: hidden(series.total) }),
    })),
    table: result.table && { ...result.table, rows: result.table.rows.map(rowWithout) },
  };
};
