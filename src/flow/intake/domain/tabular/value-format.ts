import { isBlank } from './blank-cell.ts';
import { booleanOf, isBooleanVocabulary } from './boolean-text.ts';
import { amountText } from './currency-text.ts';
import { countingOrder } from './date-number.ts';
import { type DateOrder, readDate } from './date-text.ts';
import { decideDateOrder, decideDecimal, type ValueCounts } from './decide-marks.ts';
import { nameWords, plainKey } from './name-words.ts';
import { type DecimalMark, numberShape, plainNumber } from './number-text.ts';

/** What the values of a column are. */
export type ValueKind = 'integer' | 'number' | 'money' | 'boolean' | 'date' | 'datetime' | 'email' | 'url' | 'id' | 'text' | 'empty';

/** What must be known to read the cells of a column. `…Sure` false: the values alone do not tell, a person is to be asked. */
export interface CellFormat {
  readonly decimal: DecimalMark;
  readonly decimalSure: boolean;
  readonly dateOrder: DateOrder;
  readonly dateOrderSure: boolean;
}

/** What a sample tells about a column. `confidence` is the share of its values that fit the kind; blanks do not count. */
export interface ColumnFormat extends CellFormat {
  readonly kind: ValueKind;
  readonly confidence: number;
  readonly total: number;
  readonly blank: number;
  readonly distinct: number;
  readonly fitting: number;
  /** Values that speak against the date order or decimal mark taken for the column. */
  readonly contradicting: number;
  /** The currency written in the column or in its name; null when none is. */
  readonly currency: string | null;
  /** Must a person say how the column is to be read? */
  readonly ambiguous: boolean;
}

const PLAIN: CellFormat = { decimal: 'point', decimalSure: true, dateOrder: 'iso', dateOrderSure: true };
const FITS = 0.9;
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

interface Column {
  readonly counts: ValueCounts;
  readonly present: number;
  readonly words: readonly string[];
}

type Found = Partial<ColumnFormat> & Pick<ColumnFormat, 'kind' | 'fitting'>;

function kindOf(column: Column): Found {
  const known = booleans(column) ?? counted(column) ?? dates(column) ?? pattern(column, 'email', EMAIL) ?? ids(column) ?? numbers(column);
  return known ?? pattern(column, 'url', URL) ?? { kind: 'text', fitting: column.present };
}

function enough({ present }: Column, fitting: number): boolean {
  return fitting > 0 && fitting >= FITS * present;
}

function matching({ counts }: Column, test: (value: string) => boolean): number {
  let total = 0;
  for (const [value, count] of counts) if (test(value)) total += count;
  return total;
}

function pattern(column: Column, kind: ValueKind, test: RegExp): Found | null {
  const fitting = matching(column, (value) => test.test(value));
  return enough(column, fitting) ? { kind, fitting } : null;
}

function booleans(column: Column): Found | null {
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
function counted(column: Column): Found | null {
  if (!column.words.some((word) => DATE_WORDS.has(word))) return null;
  const values = [...column.counts.keys()];
  const order = countingOrder(values);
  if (order === null) return null;
  const whole = order === 'excel' && values.every((value) => /^\d+$/.test(value));
  return { kind: whole ? 'date' : 'datetime', fitting: column.present, dateOrder: order };
}

function dates(column: Column): Found | null {
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

function ids(column: Column): Found | null {
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

function numbers(column: Column): Found | null {
  const bare = new Map<string, number>();
  const currencies = new Map<string, number>();
  for (const [value, count] of column.counts) {
    const amount = amountText(value);
    bare.set(amount.number, (bare.get(amount.number) ?? 0) + count);
    const first = amount.currencies[0];
    if (first !== undefined && numberShape(amount.number) !== null) currencies.set(first, (currencies.get(first) ?? 0) + count);
  }
  const { decimal, sure, contradicting } = decideDecimal(bare);
  const numeric: Column = { ...column, counts: bare };
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
