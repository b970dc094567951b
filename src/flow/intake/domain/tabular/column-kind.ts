import { booleanOf, isBooleanVocabulary } from './boolean-text.ts';
import type { ColumnFormat, ValueKind } from './column-format.ts';
import { amountText } from './currency-text.ts';
import { countingOrder } from './date-number.ts';
import { readDate } from './date-text.ts';
import { decideDateOrder, decideDecimal, type ValueCounts } from './decide-marks.ts';
import { plainKey } from './name-words.ts';
import { numberShape, plainNumber } from './number-text.ts';

const FITS = 0.9;
// No address is longer, and a pattern on a hostile cell of 200,000 dots would never end.
const MAX_TESTED = 500;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;
const URL = /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/iu;
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const CODE = /^(?=.*\d)[\p{L}\d]+(?:[-_:.#/][\p{L}\d]+)*$/u;
const LEADING_ZEROS = /^0\d+$/;
const ID_WORDS = new Set([
  'id',
  'ids',
  'key',
  'uuid',
  'guid',
  'code',
  'number',
  'no',
  'nr',
  'num',
  'ref',
  'reference',
  'codigo',
  'clave',
  'numero',
  '编号',
  'external',
]);
const NAME_WORDS = new Set(['name', 'nombre', 'title', 'feature', 'label']);
const DATE_WORDS = new Set(
  'date day at on time timestamp datetime created updated closed opened started ended since until start end begin signup birthday fecha dia hora 日期 时间'.split(
    ' ',
  ),
);
const MONEY_WORDS = new Set(
  'amount price mrr arr revenue cost spend value total fee budget salary paid refund importe precio ingresos monto costo coste gasto valor 金额 价格 收入 费用 预算'.split(
    ' ',
  ),
);

/** A column's distinct values with their counts, how many cells hold one, and the words of its name. */
export interface CountedColumn {
  readonly counts: ValueCounts;
  readonly present: number;
  readonly words: readonly string[];
}

/** A kind with the number of cells that fit it, and what was learned about their writing. */
export type FoundKind = Partial<ColumnFormat> & Pick<ColumnFormat, 'kind' | 'fitting'>;

/** Which kind of value do at least nine in ten of a column's cells hold? Text when no other. */
export function kindOf(column: CountedColumn): FoundKind {
  const known = booleans(column) ?? counted(column) ?? dates(column) ?? pattern(column, 'email', EMAIL) ?? ids(column) ?? numbers(column);
  return known ?? pattern(column, 'url', URL) ?? { kind: 'text', fitting: column.present };
}

function enough({ present }: CountedColumn, fitting: number): boolean {
  return fitting > 0 && fitting >= FITS * present;
}

function matching({ counts }: CountedColumn, test: (value: string) => boolean): number {
  let total = 0;
  for (const [value, count] of counts) if (test(value)) total += count;
  return total;
}

function pattern(column: CountedColumn, kind: ValueKind, test: RegExp): FoundKind | null {
  const fitting = matching(column, (value) => value.length <= MAX_TESTED && test.test(value));
  return enough(column, fitting) ? { kind, fitting } : null;
}

function booleans(column: CountedColumn): FoundKind | null {
  // A stray third word does not unmake a column of thousands, hence the most frequent two are asked.
  const keys = [
    ...new Set(
      [...column.counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 4)
        .map(([value]) => plainKey(value)),
    ),
  ];
  if (!isBooleanVocabulary(keys.slice(0, 2))) return null;
  const fitting = matching(column, (value) => booleanOf(plainKey(value)) !== null);
  return enough(column, fitting) ? { kind: 'boolean', fitting } : null;
}

// Only a name that speaks of time makes dates of numbers: 45000 may as well be a price.
function counted(column: CountedColumn): FoundKind | null {
  if (!column.words.some((word) => DATE_WORDS.has(word))) return null;
  const values = [...column.counts.keys()];
  const order = countingOrder(values);
  if (order === null) return null;
  const whole = order === 'excel' && values.every((value) => /^\d+$/.test(value));
  return { kind: whole ? 'date' : 'datetime', fitting: column.present, dateOrder: order };
}

function dates(column: CountedColumn): FoundKind | null {
  const fitting = matching(column, (value) => readDate(value) !== null);
  if (!enough(column, fitting)) return null;
  // Eight digits are also a number; a few of them that happen to be dates are no evidence.
  if (
    column.counts.size < 5 &&
    [...column.counts.keys()].every((value) => /^\d+$/.test(value)) &&
    !column.words.some((word) => DATE_WORDS.has(word))
  )
    return null;
  const timed = matching(column, (value) => {
    const time = readDate(value)?.time ?? null;
    return time !== null && (time.msOfDay > 0 || time.offsetMinutes !== null);
  });
  const { order, sure, contradicting } = decideDateOrder(column.counts);
  return { kind: timed > 0 ? 'datetime' : 'date', fitting, dateOrder: order, dateOrderSure: sure, contradicting };
}

function ids(column: CountedColumn): FoundKind | null {
  // The last word names the thing: 'lead number' is an id, 'number of seats' is not. 'id cliente' is Spanish word order.
  const named = ID_WORDS.has(column.words.at(-1) ?? '') || column.words[0] === 'id';
  const uuids = matching(column, (value) => UUID.test(value));
  if (enough(column, uuids)) return { kind: 'id', fitting: uuids };
  const codes = matching(column, (value) => value.length <= 64 && CODE.test(value));
  if (!enough(column, codes)) return null;
  const letters = matching(column, (value) => /\p{L}/u.test(value)) >= FITS * column.present;
  const zeros = matching(column, (value) => LEADING_ZEROS.test(value) || /^\d{16,}$/.test(value)) > 0;
  const distinct = column.counts.size >= FITS * column.present && column.present >= 3;
  const codelike = letters && distinct && !column.words.some((word) => NAME_WORDS.has(word));
  return named || zeros || codelike ? { kind: 'id', fitting: codes } : null;
}

function numbers(column: CountedColumn): FoundKind | null {
  const bare = new Map<string, number>();
  const currencies = new Map<string, number>();
  for (const [value, count] of column.counts) {
    const amount = amountText(value);
    bare.set(amount.number, (bare.get(amount.number) ?? 0) + count);
    const first = amount.currencies[0];
    if (first !== undefined && numberShape(amount.number) !== null) currencies.set(first, (currencies.get(first) ?? 0) + count);
  }
  const { decimal, sure, contradicting } = decideDecimal(bare);
  const numeric: CountedColumn = { ...column, counts: bare };
  const fitting = matching(numeric, (value) => plainNumber(value, decimal) !== null);
  if (!enough(column, fitting)) return null;
  const common = { fitting, contradicting, decimal, decimalSure: sure };
  const currency = [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? currencyInName(column.words);
  if (currency !== null || column.words.some((word) => MONEY_WORDS.has(word))) return { ...common, kind: 'money', currency };
  const whole = matching(numeric, (value) => !/[^0]/.test((plainNumber(value, decimal) ?? '').split('.')[1] ?? '')) === column.present;
  return { ...common, kind: whole ? 'integer' : 'number' };
}

const CURRENCIES_IN_NAMES = new Set(
  'USD EUR GBP CNY JPY MXN BRL CAD AUD CHF INR SEK NOK DKK PLN COP CLP ARS SGD HKD KRW'.toLowerCase().split(' '),
);

function currencyInName(words: readonly string[]): string | null {
  return words.find((word) => CURRENCIES_IN_NAMES.has(word))?.toUpperCase() ?? null;
}
