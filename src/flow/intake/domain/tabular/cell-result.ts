import type { Said } from '#kernel/saying.ts';

export type CellValue = string | number | boolean | null;

/** A cell as a value (null for a blank one), or why it cannot be taken as it stands. */
export type CellResult = { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly said: Said };

/** The cell reads as this value. */
export function cellValue(value: CellValue): CellResult {
  return { ok: true, value };
}

/** The cell cannot be read. */
export function cellProblem(said: Said): CellResult {
  return { ok: false, said };
}

/** How is a value named in a message? On one line, at most 40 characters. */
export function shortened(raw: string): string {
  const line = raw
    .slice(0, 200)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line;
}
