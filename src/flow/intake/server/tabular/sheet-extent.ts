/** Measures, from a sheet's XML in pieces, the rectangle that its cells span. */
export interface ExtentMeter {
  readonly take: (xml: string) => void;
  /** Rows × columns of the rectangle from A1; Infinity when an address could not be read. */
  readonly cells: () => number;
}

// '<' cannot stand inside a tag or a text, so what follows one up to the next is the tag with all its attributes.
const CELL_OR_ROW = /<(?:\w+:)?(?:c|row)\s([^<]*)/g;
const ADDRESS = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const LONGEST_TAG = 100_000;

/**
 * How large is the table that a sheet's addresses span? A reader fills the whole rectangle, so that two cells in opposite corners of a
 * sheet of a few bytes would take the memory of 17 billion.
 */
export function createExtentMeter(): ExtentMeter {
  let rows = 1;
  let columns = 1;
  let rest = '';
  return {
    take: (xml) => {
      const text = rest + xml;
      const complete = text.lastIndexOf('<');
      for (const tag of text.slice(0, Math.max(0, complete)).matchAll(CELL_OR_ROW)) {
        for (const match of ` ${tag[1]}`.matchAll(ADDRESS)) {
          const [, letters = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(match[1] ?? match[2] ?? '') ?? [];
          rows = Math.max(rows, row === '' ? Number.POSITIVE_INFINITY : Number(row));
          columns = Math.max(columns, columnNumber(letters));
        }
      }
      rest = complete === -1 ? text : text.slice(complete);
      if (rest.length <= LONGEST_TAG) return;
      if (/^<(?:\w+:)?(?:c|row)\s/.test(rest)) rows = Number.POSITIVE_INFINITY;
      rest = '';
    },
    cells: () => rows * columns,
  };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
