/** An amount in whole minor units (cents, yen, fils) of an ISO 4217 currency. `amountMinor` is a safe integer. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** How often a price recurs: every `count` units. */
export interface BillingInterval {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly count: number;
}

// ISO 4217 list one, amendment 176: every active currency whose minor unit is not 2.
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

// How many times a price falls due in a month, as a fraction (DEFINITIONS, MRR): 12 months, 52 weeks or 365 days to the year.
const TIMES_PER_MONTH = {
  month: [1n, 1n],
  quarter: [1n, 3n],
  year: [1n, 12n],
  week: [52n, 12n],
  day: [365n, 12n],
} as const;

/** How many decimal places does this currency have (USD 2, JPY 0, KWD 3)? 2 for a code we do not know. */
export function currencyExponent(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}

/** Is this the code of a currency, in capitals? The runtime's list decides, which leaves out codes long retired. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/**
 * How many minor units is this amount in major units ('1,234.5', 12.3, '(7.00)' for minus 7)? Null when it cannot be read or is too
 * large. `decimal` says which mark separates the cents; further places are rounded half-up, away from zero.
 */
export function parseMajor(input: string | number, currency: string, decimal: '.' | ',' = '.'): number | null {
  const plain = typeof input === 'number' ? plainNumber(input) : plainText(input, decimal);
  if (plain === null) return null;
  const { numerator, denominator } = rational(plain);
  return safeOrNull(roundedQuotient(numerator * 10n ** BigInt(currencyExponent(currency)), denominator));
}

/** How is this amount written in major units, with a point and all its places ('-12.50', '1200' for yen)? For files, not for screens. */
export function majorText(money: Money): string {
  const exponent = currencyExponent(money.currency);
  const sign = money.amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(money.amountMinor)).padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** What do two amounts of one currency add up to? Throws RangeError on different currencies or beyond safe integers. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new RangeError(`Cannot add ${right.currency} to ${left.currency} without a rate`);
  return { amountMinor: safe(BigInt(left.amountMinor) + BigInt(right.amountMinor)), currency: left.currency };
}

/**
 * How does an amount split by weights (≥ 0) into whole minor units that add up to it exactly? Largest remainder, ties to the earlier
 * part; a negative amount splits like its opposite. Equal parts when all weights are 0; throws RangeError without weights.
 */
export function allocate(amountMinor: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 0 || !weights.every((weight) => weight >= 0 && Number.isFinite(weight))) {
    throw new RangeError('An amount is split by at least one weight, each finite and not negative');
  }
  const exact = wholeWeights(weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  const amount = BigInt(Math.abs(amountMinor));
  const parts = exact.map((weight, index) => ({ index, whole: (amount * weight) / total, rest: (amount * weight) % total }));
  const missing = Number(amount - parts.reduce((sum, part) => sum + part.whole, 0n));
  const first = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1)).slice(0, missing);
  const raised = new Set(first.map((part) => part.index));
  return parts.map((part) => {
    const share = Number(part.whole) + (raised.has(part.index) ? 1 : 0);
    return amountMinor < 0 && share > 0 ? -share : share;
  });
}

/** What is this money in another currency, at `rate` major units of it for one major unit of ours? Rounded half-up, away from zero. */
export function convert(money: Money, currency: string, rate: number | string): Money {
  const plain = typeof rate === 'number' ? plainNumber(rate) : plainText(rate, '.');
  if (plain === null) throw new RangeError(`'${rate}' is not an exchange rate`);
  const { numerator, denominator } = rational(plain);
  const up = 10n ** BigInt(currencyExponent(currency));
  const down = 10n ** BigInt(currencyExponent(money.currency));
  return { amountMinor: safe(roundedQuotient(BigInt(money.amountMinor) * numerator * up, denominator * down)), currency };
}

/**
 * What is a recurring amount worth a month, in minor units (DEFINITIONS, MRR)? Year ÷ 12, quarter ÷ 3, week × 52/12, day × 365/12, by
 * exact fractions, rounded half-up (away from zero) once at the end. `count` is a positive whole number.
 */
export function monthlyMinor(amountMinor: number, interval: BillingInterval): number {
  if (!Number.isInteger(interval.count) || interval.count < 1) throw new RangeError('A billing interval counts whole units, at least one');
  const [times, months] = TIMES_PER_MONTH[interval.unit];
  return safe(roundedQuotient(BigInt(amountMinor) * times, months * BigInt(interval.count)));
}

/** Which whole number is nearest to numerator ÷ denominator, halves away from zero? The denominator is positive. */
function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const half = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = half / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function safe(value: bigint): number {
  const number = safeOrNull(value);
  if (number === null) throw new RangeError(`${value} minor units are more than can be counted exactly`);
  return number;
}

function safeOrNull(value: bigint): number | null {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

// The shortest decimal text of a number is what its writer meant: 1.005 is one and five thousandths, though its bits are a little less.
function plainNumber(value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return null;
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}

function plainText(text: string, decimal: '.' | ','): string | null {
  const bare = text.trim();
  const bracketed = /^\((.*)\)$/.exec(bare);
  const signed = bracketed === null ? bare : `-${bracketed[1]}`;
  const pattern = decimal === '.' ? GROUPED_POINT : GROUPED_COMMA;
  const match = pattern.exec(signed);
  if (match === null) return null;
  const [, sign = '', whole = '', places = ''] = match;
  if (whole === '' && places === '') return null;
  return `${sign === '-' || sign === '−' ? '-' : ''}${whole.replace(/\D/g, '') || '0'}${places === '' ? '' : `.${places}`}`;
}

// Groups of three divided by one kind of mark, or none: '12,34' with a decimal point is a mistake to report, not 1234.
const GROUPED_POINT = /^([+\-−]?)\s*(\d*|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+)(?:\.(\d*))?$/;
const GROUPED_COMMA = /^([+\-−]?)\s*(\d*|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+)(?:,(\d*))?$/;

function rational(plain: string): { readonly numerator: bigint; readonly denominator: bigint } {
  const [whole = '0', places = ''] = plain.split('.');
  return { numerator: BigInt(whole + places), denominator: 10n ** BigInt(places.length) };
}

// A double is a whole number times a power of two, so all weights become whole numbers without any rounding.
function wholeWeights(weights: readonly number[]): readonly bigint[] {
  const scaled = weights.map((weight) => {
    let whole = weight;
    let shift = 0;
    while (!Number.isInteger(whole)) {
      whole *= 2;
      shift += 1;
    }
    return { whole: BigInt(whole), shift };
  });
  const most = scaled.reduce((shift, weight) => Math.max(shift, weight.shift), 0);
  return scaled.map((weight) => weight.whole << BigInt(most - weight.shift));
}
