const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const BEYOND_ASCII = /\P{ASCII}/u;

/** How is this label of a domain name written in ASCII (RFC 3492, with the `xn--` prefix)? ASCII labels come back as they are. */
export function asciiLabel(label: string): string {
  if (!BEYOND_ASCII.test(label)) return label;
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128);
  const start = basic.length > 0 ? `${String.fromCodePoint(...basic)}-` : '';
  return `xn--${start}${extended(points, basic.length)}`;
}

/** The part after the ASCII letters: each further code point in ascending order, as a delta in generalised digits. */
function extended(points: readonly number[], basicCount: number): string {
  let out = '';
  let next = 128;
  let delta = 0;
  let bias = 72;
  let handled = basicCount;
  while (handled < points.length) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta++;
      if (point !== next) continue;
      out += digits(delta, bias);
      bias = adapted(delta, handled + 1, handled === basicCount);
      delta = 0;
      handled++;
    }
    delta++;
    next++;
  }
  return out;
}

function digits(delta: number, bias: number): string {
  let out = '';
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return out + digit(rest);
    out += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}

function adapted(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
