/** Why a cell cannot be taken as it stands; closed, so that a report can count by it. */
export type CellProblemCode =
  | 'not_a_number'
  | 'not_whole'
  | 'too_large'
  | 'other_currency'
  | 'decimal_mark_unknown'
  | 'not_a_boolean'
  | 'not_a_date'
  | 'date_order_unknown'
  | 'not_an_email'
  | 'not_a_domain'
  | 'unknown_country'
  | 'unknown_choice'
  | 'too_long'
  | 'nul_byte';

export type CellValue = string | number | boolean | null;

/** A cell as a value (null for a blank one), or the reason and the remedy in words for the person whose file it is. */
export type CellResult =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly code: CellProblemCode; readonly message: string; readonly remedy: string };

/** The cell reads as this value. */
export function cellValue(value: CellValue): CellResult {
  return { ok: true, value };
}

/** The cell cannot be read: which value, what was expected, what to do. */
export function cellProblem(code: CellProblemCode, raw: string, expected: string, remedy: string): CellResult {
  return { ok: false, code, message: `${quoted(raw)} ${expected}.`, remedy };
}

/** How is a value named in a message? In quotes, on one line, at most 40 characters. */
export function quoted(raw: string): string {
  const line = raw
    .slice(0, 200)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  return `'${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line}'`;
}
