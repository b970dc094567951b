const DATA = [
  /^[-+(]?[$€£¥]?\s?\d[\d.,' \u00a0]*%?\)?$/,
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?$/,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^https?:\/\//i,
  /^(true|false)$/i,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
];

// Longer cells are prose, and a pattern on a hostile one of 200,000 dots would never end.
const MAX_TESTED = 200;

/** Is this cell rather a value (number, date, e-mail, link, yes or no, uuid) than the name of a column? A bare year is neither. */
function looksLikeData(cell: string): boolean {
  const text = cell.trim();
  return text.length <= MAX_TESTED && !/^(19|20)\d\d$/.test(text) && DATA.some((pattern) => pattern.test(text));
}

/**
 * Does the first of these rows name the columns? Yes, unless one of its cells is a value like those below it: nearly every export has a
 * header, and a person confirms it.
 */
export function hasHeaderRow([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  return !first.some((cell, column) => looksLikeData(cell) && rest.slice(0, 20).some((row) => looksLikeData(row[column] ?? '')));
}
