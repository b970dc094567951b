import type { ReactNode } from 'react';

/** One column of a table: its name, how a cell is drawn, and what becomes of it on a phone. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** The label is only read aloud: for a column of buttons that say themselves what they do. */
  readonly quietLabel?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** Least width in pixels; 140 unless said. The first column takes what is left. */
  readonly width?: number;
  /** Numbers and money stand at the end. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** Not shown until the reader asks for it. */
  readonly hidden?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
}

/** The columns to show, in the reader's order when they chose one; the first column always stays first. */
export const columnsShown = <Row>(columns: readonly Column<Row>[], chosen: readonly string[] | null): readonly Column<Row>[] => {
  if (chosen === null) return columns.filter((column) => !column.hidden);
  const [first] = columns;
  const picked = chosen.map((key) => columns.find((column) => column.key === key)).filter((column) => column !== undefined);
  return first && !picked.includes(first) ? [first, ...picked] : picked;
};

/** What a press on a column head leads to: ascending, descending, then the order of the server. */
export const nextSort = (sort: Sort | null, key: string): Sort | null =>
  sort?.key !== key ? { key, direction: 'asc' } : sort.direction === 'asc' ? { key, direction: 'desc' } : null;

/** The CSS grid of a row: an optional tick box, then the columns. */
export const gridTemplate = <Row>(columns: readonly Column<Row>[], selectable: boolean): string =>
  [
    ...(selectable ? ['36px'] : []),
    ...columns.map(({ width = 140 }, at) => (at === 0 ? `minmax(${Math.max(width, 180)}px, 2fr)` : `minmax(${width}px, 1fr)`)),
  ].join(' ');

/** The least width of a row in pixels, below which the table scrolls sideways. */
export const leastWidth = <Row>(columns: readonly Column<Row>[], selectable: boolean): number =>
  columns.reduce((sum, { width = 140 }, at) => sum + (at === 0 ? Math.max(width, 180) : width), selectable ? 36 : 0);
