const UNSTORABLE = /[\0\uD800-\uDFFF]/;
const NUL_OR_LONE_HALF = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The same text as stores can hold it: NUL and lone halves of a character pair become U+FFFD. */
export function storableText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(NUL_OR_LONE_HALF, '\uFFFD') : text;
}

/** Is this a JSON object (not an array, not null)? */
export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** The text under which a field came: texts as they are, numbers written out; null for anything else and for blank texts. Cut at `limit` characters. */
export function textOf(raw: unknown, limit = 2048): string | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? String(raw) : null;
  if (typeof raw !== 'string' || raw === '') return null;
  const text = storableText(raw.length > limit ? raw.slice(0, limit) : raw);
  return text.trim() === '' ? null : text;
}

/** How many bytes does this text take in UTF-8? */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Each half of a pair counts two of the pair's four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
