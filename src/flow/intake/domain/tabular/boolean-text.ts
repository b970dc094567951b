const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['1', '0'],
  ['on', 'off'],
  ['si', 'no'],
  ['s', 'n'],
  ['verdadero', 'falso'],
  ['oui', 'non'],
  ['vrai', 'faux'],
  ['ja', 'nein'],
  ['wahr', 'falsch'],
  ['sim', 'nao'],
  ['是', '否'],
  ['真', '假'],
  ['有', '无'],
  ['enabled', 'disabled'],
  ['checked', 'unchecked'],
];
const YES = new Set(PAIRS.map(([yes]) => yes));
const NO = new Set(PAIRS.map(([, no]) => no));

/** Does this text (without accents, in lower case) mean yes or no? Null when neither. */
export function booleanOf(key: string): boolean | null {
  if (YES.has(key)) return true;
  return NO.has(key) ? false : null;
}

/** Are these distinct texts the two words of one pair, or one of them? A lone letter or digit is not enough: both must occur. */
export function isBooleanVocabulary(keys: readonly string[]): boolean {
  if (keys.length === 0 || keys.length > 2) return false;
  if (keys.length === 1 && (keys[0] ?? '').length === 1 && !/[是否]/.test(keys[0] ?? '')) return false;
  return PAIRS.some((pair) => keys.every((key) => pair.includes(key)));
}
