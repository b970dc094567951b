/**
 * Which words is a column's name made of? Lower case without accents; snake_case, kebab-case, camelCase, dots and blanks separate
 * words, and so does the step between letters and digits ('AccountID2' → account, id, 2). A Chinese name stays one word.
 */
export function nameWords(name: string): readonly string[] {
  return plainLetters(name)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What stays of a text when case, accents, widths and punctuation are set aside? Two names are the same when this is. */
export function plainKey(text: string): string {
  return plainLetters(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same text without accents, and with full-width letters and digits made ordinary ones. */
export function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}
