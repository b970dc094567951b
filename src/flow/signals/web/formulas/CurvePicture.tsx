import type { Curve } from '../../domain/health/curve.ts';
import { curvePath, curvePoints } from './curve-path.ts';

export interface CurvePictureProps {
  readonly curve: Curve;
  readonly sayValue: (value: number) => string;
  readonly sayScore: (score: number) => string;
}

const SIZE = { width: 220, height: 96 };
const [LEFT, TOP] = [46, 8];

/** The course of a score over its values, with the values of its corners beneath. The table beside it says the same in numbers. */
export const CurvePicture = ({ curve, sayValue, sayScore }: CurvePictureProps) => {
  const points = curvePoints(curve, SIZE);
  const isEnd = (at: number) => at === 0 || at === points.length - 1;
  return (
    <svg aria-hidden width={LEFT + SIZE.width + 12} height={TOP + SIZE.height + 22} className="max-w-full shrink-0 self-center text-12">
      <g transform={`translate(${LEFT} ${TOP})`}>
        {[0, 0.5, 1].map((score) => (
          <g key={score}>
            <line
              x1="0"
              x2={SIZE.width}
              y1={SIZE.height - score * (SIZE.height - 1)}
              y2={SIZE.height - score * (SIZE.height - 1)}
              stroke={score === 0 ? 'var(--color-line-strong)' : 'var(--color-line)'}
            />
            <text x="-6" y={SIZE.height - score * (SIZE.height - 1)} dy="0.32em" textAnchor="end" className="fill-muted">
              {sayScore(score)}
            </text>
          </g>
        ))}
        <path d={curvePath(curve, SIZE)} fill="none" stroke="var(--color-accent)" strokeWidth="2" strokeLinejoin="round" />
        {points.map(([x, y], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: corners have no identity but their place
          <g key={at}>
            <circle cx={x} cy={y} r="3" fill="var(--color-accent)" />
            {isEnd(at) && (
              <text x={x} y={SIZE.height + 16} textAnchor="middle" className="fill-muted">
                {sayValue(curve[at]?.at ?? 0)}
              </text>
            )}
          </g>
        ))}
      </g>
    </svg>
  );
};
