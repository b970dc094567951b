const NOTHING = new Set(['null', '(null)', '\\n', 'n/a', '#n/a', 'na', 'nan', 'none', 'nil', '-', '--', '–', '—']);

/**
 * Does this cell hold no value? Also the ways in which databases and spreadsheets spell nothing. Not for free text, where 'None' may be
 * meant; a broken formula (#REF!) is no blank, it is to be reported.
 */
export function isBlank(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length <= 7 && NOTHING.has(text.toLowerCase()));
}
