/** Which mark separates whole from fraction. */
export type DecimalMark = 'point' | 'comma';

/**
 * What a written number says about its decimal mark: 'none' = no mark at all; 'point' and 'comma' = certain; 'maybe-point' ('1.234') and
 * 'maybe-comma' ('1,234') = that mark either begins the fraction or groups thousands.
 */
export type NumberShape = 'none' | 'point' | 'comma' | 'maybe-point' | 'maybe-comma';

const SHAPES: readonly (readonly [RegExp, NumberShape])[] = [
  [/^\d+$/, 'none'],
  [/^\d{1,3}(?:[ '’]\d{3})+$/, 'none'],
  [/^[1-9]\d{0,2}\.\d{3}$/, 'maybe-point'],
  [/^[1-9]\d{0,2},\d{3}$/, 'maybe-comma'],
  [/^\d{1,3}(?:,\d{3}){2,}$/, 'point'],
  [/^\d{1,3}(?:\.\d{3}){2,}$/, 'comma'],
  [/^(?:\d*|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})\.\d+$/, 'point'],
  [/^(?:\d*|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+),\d+$/, 'comma'],
  [/^\d{1,2}(?:,\d{2})+,\d{3}$/, 'point'],
  [/^\d+\.$/, 'point'],
  [/^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i, 'point'],
];

/** How is this number written? Null when it is none. A sign may stand before it or behind it ('12.50-', as accounting systems write). */
export function numberShape(text: string): NumberShape | null {
  const bare = unsigned(text).digits;
  if (bare.length > 40) return null;
  return SHAPES.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/** How does this number read with an ordinary decimal point and nothing else ('-1234.56')? Null when it is none under that decimal mark. */
export function plainNumber(text: string, decimal: DecimalMark): string | null {
  const shape = numberShape(text);
  if (shape === null) return null;
  if ((shape === 'point' && decimal === 'comma') || (shape === 'comma' && decimal === 'point')) return null;
  const { digits, negative } = unsigned(text);
  if (/e/i.test(digits)) return `${negative ? '-' : ''}${expanded(digits)}`;
  const groups = decimal === 'point' ? /[, '’]/g : /[. '’]/g;
  const plain = digits.replace(groups, '').replace(',', '.').replace(/^\./, '0.').replace(/\.$/, '');
  return `${negative ? '-' : ''}${plain}`;
}

function unsigned(text: string): { readonly digits: string; readonly negative: boolean } {
  const bare = text.trim();
  const before = /^[+\-−]/.test(bare);
  const behind = !before && /[-−]$/.test(bare);
  const digits = (before ? bare.slice(1) : behind ? bare.slice(0, -1) : bare).trim();
  return { digits, negative: behind || (before && bare[0] !== '+') };
}

// Spreadsheets write large and small numbers as 1.2E+05; the decimal point is moved in the text, so that no digit is lost.
function expanded(digits: string): string {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const [whole = '', places = ''] = mantissa.split('.');
  const shift = Number(exponent);
  const all = whole + places;
  const point = whole.length + shift;
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
  return point >= all.length ? all.padEnd(point, '0') : `${all.slice(0, point)}.${all.slice(point)}`;
}
