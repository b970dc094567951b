import type { ColumnFormat } from './column-format.ts';

/**
 * How are the columns of one file to be read, each in the light of the others? One program writes all dates of a file in one order and
 * all numbers with one mark, so a column that alone could be read either way follows the columns that decide, if these agree.
 */
export function settleColumns<Column extends { readonly inferred: ColumnFormat }>(columns: readonly Column[]): readonly Column[] {
  const formats = columns.map((column) => column.inferred);
  const order = agreed(formats.filter((format) => isOrdered(format) && format.dateOrderSure).map((format) => format.dateOrder));
  const decimal = agreed(formats.filter((format) => isFractional(format) && format.decimalSure).map((format) => format.decimal));
  return columns.map((column) => {
    const { inferred } = column;
    const settled = {
      ...inferred,
      ...(order !== null && !inferred.dateOrderSure && inferred.contradicting === 0 ? { dateOrder: order, dateOrderSure: true } : {}),
      ...(decimal !== null && !inferred.decimalSure && inferred.contradicting === 0 ? { decimal, decimalSure: true } : {}),
    };
    return { ...column, inferred: { ...settled, ambiguous: !settled.dateOrderSure || !settled.decimalSure } };
  });
}

function isOrdered(format: ColumnFormat): boolean {
  const isDate = format.kind === 'date' || format.kind === 'datetime';
  return isDate && (format.dateOrder === 'day-first' || format.dateOrder === 'month-first');
}

// Whole numbers without any mark say nothing about marks.
function isFractional(format: ColumnFormat): boolean {
  return format.kind === 'number' || (format.kind === 'money' && format.decimal === 'comma');
}

function agreed<Value>(values: readonly Value[]): Value | null {
  const [first, ...rest] = values;
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}
