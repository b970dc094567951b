/** A word as it is written, and as a mailbox or a domain spells it. */
export interface Word {
  readonly written: string;
  readonly latin: string;
}

/** Words of a Latin script from a list with blanks between; `_` stands for a blank inside a word. Their latin form drops accents and signs. */
export const latinWords = (list: string): readonly Word[] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const written = entry.replaceAll('_', ' ');
      return { written, latin: asciiOf(written) };
    });

/** Chinese words from a list such as `王wang 李li`: the characters, then their pinyin. */
export const chineseWords = (list: string): readonly Word[] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const written = entry.replace(/[a-z]+$/, '');
      return { written, latin: entry.slice(written.length) };
    });

/** Only a to z and digits of a text, lower case: what is left of "Peña & Solís" is "penasolis". */
const asciiOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
