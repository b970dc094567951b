const NOTHING = new Set(['null', '(null)', '\\n', 'n/a', '#n/a', 'na', 'nan', 'none', 'nil', '-', '--', '–', '—', '#ref!', '#value!']);

/** Does this cell hold no value? Also the ways in which databases and spreadsheets spell nothing; not for free text, where 'None' may be meant. */
export function isBlank(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length <= 7 && NOTHING.has(text.toLowerCase()));
}
