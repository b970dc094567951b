import { isCurrency } from '#kernel/money.ts';

/** A number with the currency that stood beside it; several codes where a sign is shared ('$'), none where nothing stood there. */
export interface AmountText {
  readonly number: string;
  readonly currencies: readonly string[];
}

// The first of several is the likeliest; '¥' is told apart by the width of the sign only where the file does so.
const SIGNS: readonly (readonly [sign: string, currencies: readonly string[]])[] = [
  ['US$', ['USD']],
  ['R$', ['BRL']],
  ['C$', ['CAD']],
  ['CA$', ['CAD']],
  ['A$', ['AUD']],
  ['AU$', ['AUD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['S$', ['SGD']],
  ['MX$', ['MXN']],
  ['NT$', ['TWD']],
  ['$', ['USD', 'CAD', 'AUD', 'MXN', 'NZD', 'SGD', 'HKD', 'CLP', 'COP', 'ARS', 'UYU', 'TWD']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP', 'GIP', 'FKP']],
  ['￥', ['CNY', 'JPY']],
  ['¥', ['JPY', 'CNY']],
  ['元', ['CNY', 'TWD']],
  ['₹', ['INR']],
  ['₩', ['KRW']],
  ['₽', ['RUB']],
  ['₺', ['TRY']],
  ['₪', ['ILS']],
  ['₫', ['VND']],
  ['฿', ['THB']],
  ['₱', ['PHP']],
  ['zł', ['PLN']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['Kč', ['CZK']],
];
const BY_LENGTH = [...SIGNS].sort((a, b) => b[0].length - a[0].length);
const CODES = new Map<string, boolean>();

/** Which number and which currency stand in this cell ('$ 1,200.50', '1.200 €', '-EUR 5', '(12 USD)')? Signs of minus stay with the number. */
export function amountText(cell: string): AmountText {
  const text = cell.replace(/[\u00a0\u202f\u2009]/g, ' ').trim();
  const bracketed = /^\((.*)\)$/.exec(text);
  const { number, currencies } = withoutCurrency(bracketed?.[1] ?? text);
  return { number: bracketed === null ? number : `-${number}`, currencies };
}

function withoutCurrency(text: string): AmountText {
  if (/^[+\-−]?[\d.,]/.test(text) && /[\d.,]$/.test(text)) return { number: text, currencies: [] };
  const [, sign = '', rest = ''] = /^([+\-−]?)\s*(.*)$/s.exec(text) ?? [];
  const code = /^([A-Z]{3})\s*(?=[\d+\-−.,])|(?<=[\d.,])\s*([A-Z]{3})$/i.exec(rest);
  const letters = (code?.[1] ?? code?.[2] ?? '').toUpperCase();
  if (code !== null && knownCode(letters)) return { number: sign + rest.replace(code[0], '').trim(), currencies: [letters] };
  for (const [mark, currencies] of BY_LENGTH) {
    if (rest.startsWith(mark)) return { number: sign + rest.slice(mark.length).trim(), currencies };
    if (rest.endsWith(mark)) return { number: sign + rest.slice(0, -mark.length).trim(), currencies };
  }
  return { number: text, currencies: [] };
}

function knownCode(code: string): boolean {
  let known = CODES.get(code);
  if (known === undefined) {
    known = isCurrency(code);
    if (CODES.size < 20_000) CODES.set(code, known);
  }
  return known;
}
