import { isBlank } from './blank-cell.ts';
import type { CellFormat, ColumnFormat } from './column-format.ts';
import { kindOf } from './column-kind.ts';
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
    ...found,
    total: values.length,
    blank,
    distinct: counts.size,
    confidence: present === 0 ? 1 : found.fitting / present,
  };
  return { ...format, ambiguous: !format.decimalSure || !format.dateOrderSure };
}
