import clsx from 'clsx';

export interface IntervalPictureProps {
  readonly effect: { readonly value: number; readonly low: number; readonly high: number };
  /** What the ends of the picture stand for, the same for all rows. */
  readonly from: number;
  readonly to: number;
  /** A finding that counts; others are drawn faint. */
  readonly isFirm: boolean;
  /** Read aloud. */
  readonly label: string;
}

const WIDTH = 200;
const HEIGHT = 20;

/** A difference as a dot with its 95 % interval; the upright line is no difference. */
export const IntervalPicture = ({ effect, from, to, isFirm, label }: IntervalPictureProps) => {
  const x = (value: number): number => ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (WIDTH - 8) + 4;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={clsx('h-5 w-full max-w-50', isFirm ? (effect.value < 0 ? 'text-bad' : 'text-chart-1') : 'text-faint')}
    >
      <line x1={x(0)} x2={x(0)} y1={0} y2={HEIGHT} className="stroke-line-strong" strokeWidth={1} />
      <line x1={x(effect.low)} x2={x(effect.high)} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="currentColor" strokeWidth={2} />
      {[effect.low, effect.high].map((end, at) => (
        <line
          key={at === 0 ? 'low' : 'high'}
          x1={x(end)}
          x2={x(end)}
          y1={HEIGHT / 2 - 4}
          y2={HEIGHT / 2 + 4}
          stroke="currentColor"
          strokeWidth={2}
        />
      ))}
      <circle cx={x(effect.value)} cy={HEIGHT / 2} r={4.5} fill="currentColor" />
    </svg>
  );
};
