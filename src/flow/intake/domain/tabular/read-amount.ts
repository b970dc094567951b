import { currencyExponent, parseMajor } from '#kernel/money.ts';
import { type CellResult, cellProblem, cellValue, shortened } from './cell-result.ts';
import { CELL_SAYS } from './cell-sayings.ts';
import type { CellFormat } from './column-format.ts';
import { amountText } from './currency-text.ts';
import { numberShape, plainNumber } from './number-text.ts';

// Digits and nothing else mean the same in every format, and most cells are so. Few enough to stay exact in minor units of any currency.
const ORDINARY = /^\d{1,11}$/;

/** Which number stands in this cell? `whole` refuses a fraction other than zeros. A currency beside the number is set aside. */
export function readNumber(raw: string, format: CellFormat, whole: boolean): CellResult {
  if (ORDINARY.test(raw)) return cellValue(Number(raw));
  const plain = plainAmount(raw, format);
  if (typeof plain !== 'string') return plain;
  const value = Number(plain);
  if (!whole) return Number.isFinite(value) ? cellValue(value) : tooLarge(raw);
  if (/\.\d*[1-9]/.test(plain)) return cellProblem(CELL_SAYS.not_whole({ value: shortened(raw) }));
  return Number.isSafeInteger(value) ? cellValue(value) : tooLarge(raw);
}

/** How many minor units of this currency stand in this cell? Places beyond the currency's own are rounded half-up, away from zero. */
export function readMoney(raw: string, format: CellFormat, currency: string): CellResult {
  if (ORDINARY.test(raw)) return cellValue(Number(raw) * 10 ** currencyExponent(currency));
  const { currencies } = amountText(raw);
  const [found] = currencies;
  if (found !== undefined && !currencies.includes(currency))
    return cellProblem(CELL_SAYS.other_currency({ value: shortened(raw), found, expected: currency }));
  const plain = plainAmount(raw, format);
  if (typeof plain !== 'string') return plain;
  const minor = parseMajor(plain, currency);
  return minor === null ? tooLarge(raw) : cellValue(minor);
}

function plainAmount(raw: string, format: CellFormat): string | CellResult {
  const { number } = amountText(raw);
  const shape = numberShape(number);
  const example = format.decimal === 'comma' ? '1.234,56' : '1,234.56';
  if (!format.decimalSure && (shape === 'maybe-point' || shape === 'maybe-comma')) {
    return cellProblem(CELL_SAYS.decimal_mark_unknown({ value: shortened(raw) }));
  }
  const plain = shape === null ? null : plainNumber(number, format.decimal);
  if (plain === null) return cellProblem(CELL_SAYS.not_a_number({ value: shortened(raw), example }));
  return plain;
}

function tooLarge(raw: string): CellResult {
  return cellProblem(CELL_SAYS.too_large({ value: shortened(raw) }));
}
