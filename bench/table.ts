import { type Figure, isMet } from './harness.ts';

/** A figure with its bench, the memory of all processes (MB) and the median of the size before. */
export interface Measured extends Figure {
  readonly bench: string;
  readonly peakMb: number;
  readonly before?: number | undefined;
}

const HEAD = ['bench', 'size', 'median', 'p95', 'unit', 'aim', '', 'peak MB', 'ratio', 'growth', 'note'] as const;

/** All that was measured as one table of text. */
export const tableOf = (size: string, measured: readonly Measured[]): string => {
  const rows = [HEAD as readonly string[], ...measured.map((figure) => rowOf(size, figure))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => [0, 1, 4, 6, 10].includes(column);
  return `${rows
    .map((row) =>
      row
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
};

const rowOf = (size: string, figure: Measured): readonly string[] => [
  figure.name,
  size,
  short(figure.median),
  figure.p95 === undefined ? '' : short(figure.p95),
  figure.unit,
  figure.aim === undefined ? '' : short(figure.aim),
  figure.aim === undefined ? '' : isMet(figure) ? 'kept' : 'MISSED',
  short(figure.peakMb),
  figure.ratio === undefined ? '' : figure.ratio.toFixed(2),
  figure.before === undefined || figure.before === 0 ? '' : (figure.median / figure.before).toFixed(1),
  figure.note ?? '',
];

const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
