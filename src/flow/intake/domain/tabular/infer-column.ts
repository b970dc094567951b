import { isBlank } from './blank-cell.ts';
import type { CellFormat, ColumnFormat, ValueKind } from './column-format.ts';
import { kindOf } from './column-kind.ts';
import { decideDateOrder, decideDecimal } from './decide-marks.ts';
import { nameWords } from './name-words.ts';

const PLAIN: CellFormat = { decimal: 'point', decimalSure: true, dateOrder: 'iso', dateOrderSure: true };
/** What do the values of a column tell about it? Pass a sample over the whole file, since one late value can decide the date order. */
export function inferColumn(values: readonly string[], name = ''): ColumnFormat {
  const counts = new Map<string, number>();
  let blank = 0;
  for (const value of values) {
    if (isBlank(value)) blank += 1;
    else counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  }
  const present = values.length - blank;
  const found = present === 0 ? { kind: 'empty' as const, fitting: 0 } : kindOf({ counts, present, words: nameWords(name) });
  const format: Omit<ColumnFormat, 'ambiguous'> = {
    ...PLAIN,
    currency: null,
    contradicting: 0,
    ...(IN_WORDS.has(found.kind) ? marksAmong(counts) : {}),
    ...found,
    total: values.length,
    blank,
    distinct: counts.size,
    confidence: present === 0 ? 1 : found.fitting / present,
  };
  return { ...format, ambiguous: !IN_WORDS.has(format.kind) && (!format.decimalSure || !format.dateOrderSure) };
}

// Three dates and a slip make a column of words; mapped to a date by its name, its dates are read as they are written.
const IN_WORDS: ReadonlySet<ValueKind> = new Set(['text', 'id', 'url']);

function marksAmong(counts: ReadonlyMap<string, number>): CellFormat {
  const date = decideDateOrder(counts);
  const number = decideDecimal(counts);
  return { dateOrder: date.order, dateOrderSure: date.sure, decimal: number.decimal, decimalSure: number.sure };
}
