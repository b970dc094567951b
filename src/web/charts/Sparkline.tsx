export interface SparklineProps {
  /** Oldest first; null is a gap. */
  readonly points: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
  /** What it shows; without it the line is decoration beside a number that says the same. */
  readonly label?: string;
}

/** The course of one number, small enough to stand in a row. Its last point is marked. */
export const Sparkline = ({ points, width = 96, height = 24, label }: SparklineProps) => {
  const known = points.filter((point): point is number => point !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const place = (value: number, at: number) => ({
    x: 2 + (at / (points.length - 1)) * (width - 4),
    y: height - 3 - ((value - low) / span) * (height - 6),
  });
  const last = points.findLastIndex((point) => point !== null);
  const end = place(points[last] ?? low, last);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, or is hidden
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0 overflow-visible"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path
        d={pathThrough(points, place)}
        fill="none"
        stroke="var(--color-accent)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={end.x} cy={end.y} r="2" fill="var(--color-accent)" />
    </svg>
  );
};

const pathThrough = (points: readonly (number | null)[], place: (value: number, at: number) => { x: number; y: number }): string => {
  let pen = 'M';
  return points
    .map((point, at) => {
      if (point === null) {
        pen = 'M';
        return '';
      }
      const { x, y } = place(point, at);
      const step = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
};
