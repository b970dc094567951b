import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { HealthFactor } from '../../domain/health/health-definition.ts';
import { curvePath } from './curve-path.ts';
import { isShareOf } from './curve-words.ts';
import { formulaText } from './text/text.ts';

const WIDTH = 48;
const HEIGHT = 20;

/** How a factor scores: the course of its score as a small drawing, and its corners in numbers. */
export const CurveText = ({ factor }: { readonly factor: HealthFactor }) => {
  const t = useText(formulaText);
  const reader = useReader();
  const { by, curve } = factor.score;
  const isShare = isShareOf(factor);
  const value = (at: number) => (isShare ? formatPercent(reader, at, { digits: 0 }) : formatNumber(reader, at));
  const corners = curve.map(({ at, score }) => t('health.from', { value: value(at), score: formatPercent(reader, score, { digits: 0 }) }));
  const against = by === 'baseline' ? t('health.ownUsual') : by === 'percentile' ? t('health.amongOthers') : '';
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 phone:flex-nowrap">
      <svg aria-hidden width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="shrink-0">
        <line x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} stroke="var(--color-line-strong)" />
        <path
          d={curvePath(curve, { width: WIDTH, height: HEIGHT - 2 })}
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <span className="text-12 phone:min-w-40 text-muted">
        {corners.join(', ')} {against}
      </span>
    </span>
  );
};
