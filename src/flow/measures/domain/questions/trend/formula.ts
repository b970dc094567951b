/** A formula over the series of a trend, ready to be worked out; a fault names the place (from 1) at which it cannot be read. */
export type Formula =
  | { readonly ok: true; readonly of: (values: readonly (number | null)[]) => number | null }
  | { readonly ok: false; readonly at: number };

type Term = (values: readonly (number | null)[]) => number | null;

/**
 * Reads `A / (B + 1) * 100`: letters are series in their order, with + - * / and brackets. A part without a value, and a division by 0, leave the whole
 * without one.
 */
export function formulaOf(text: string, series: number): Formula {
  const tokens = [...text.matchAll(/\s*([A-T]|\d+(?:\.\d+)?|[-+*/()])|\s*(\S)/g)];
  let next = 0;
  const peek = (): string | undefined => tokens[next]?.[1];
  const fault = (): never => {
    const found = tokens[next];
    throw new RangeError(String((found ? found.index + found[0].search(/\S/) : text.length) + 1));
  };
  const factor = (): Term => {
    const token = peek() ?? fault();
    next += 1;
    if (token === '-') return both(() => 0, factor(), '-');
    if (token === '(') {
      const inner = sum();
      if (peek() !== ')') fault();
      next += 1;
      return inner;
    }
    if (/\d/.test(token)) return () => Number(token);
    const place = token.charCodeAt(0) - 65;
    if (!/[A-T]/.test(token) || place >= series) {
      next -= 1;
      fault();
    }
    return (values) => values[place] ?? null;
  };
  const chain = (part: () => Term, signs: string): Term => {
    let left = part();
    for (let sign = peek(); sign !== undefined && signs.includes(sign); sign = peek()) {
      next += 1;
      left = both(left, part(), sign);
    }
    return left;
  };
  const product = (): Term => chain(factor, '*/');
  const sum = (): Term => chain(product, '+-');
  try {
    const of = sum();
    if (next < tokens.length) fault();
    return { ok: true, of };
  } catch (error) {
    return { ok: false, at: Number((error as Error).message) };
  }
}

const both =
  (left: Term, right: Term, sign: string): Term =>
  (values) => {
    const [a, b] = [left(values), right(values)];
    if (a === null || b === null) return null;
    if (sign === '+') return a + b;
    if (sign === '-') return a - b;
    if (sign === '*') return a * b;
    return b === 0 ? null : a / b;
  };
