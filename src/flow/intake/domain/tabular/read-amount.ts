import { parseMajor } from '#kernel/money.ts';
import { type CellResult, cellProblem, cellValue } from './cell-result.ts';
import type { CellFormat } from './column-format.ts';
import { amountText } from './currency-text.ts';
import { numberShape, plainNumber } from './number-text.ts';

/** Which number stands in this cell? `whole` refuses a fraction other than zeros. A currency beside the number is set aside. */
export function readNumber(raw: string, format: CellFormat, whole: boolean): CellResult {
  const plain = plainAmount(raw, format);
  if (typeof plain !== 'string') return plain;
  const value = Number(plain);
  if (!whole) return Number.isFinite(value) ? cellValue(value) : tooLarge(raw);
  if (/\.\d*[1-9]/.test(plain))
    return cellProblem('not_whole', raw, 'has decimals, a whole number is expected', 'Round it, or map the column to a field for numbers.');
  return Number.isSafeInteger(value) ? cellValue(value) : tooLarge(raw);
}

/** How many minor units of this currency stand in this cell? Places beyond the currency's own are rounded half-up, away from zero. */
export function readMoney(raw: string, format: CellFormat, currency: string): CellResult {
  const { currencies } = amountText(raw);
  if (currencies.length > 0 && !currencies.includes(currency)) {
    return cellProblem(
      'other_currency',
      raw,
      `is in ${currencies[0]}, ${currency} is expected`,
      `Convert it to ${currency}, or import these rows with their own currency.`,
    );
  }
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
    return cellProblem(
      'decimal_mark_unknown',
      raw,
      'could be thousands or thousandths',
      'Say whether this column writes decimals with a point or a comma.',
    );
  }
  const plain = shape === null ? null : plainNumber(number, format.decimal);
  if (plain === null)
    return cellProblem(
      'not_a_number',
      raw,
      `is not a number as this column writes them, such as ${example}`,
      'Correct the cell, or choose the other decimal mark.',
    );
  return plain;
}

function tooLarge(raw: string): CellResult {
  return cellProblem(
    'too_large',
    raw,
    'is larger than can be counted exactly',
    'Check the cell for a missing decimal mark; map long numbers to an id or text field.',
  );
}
