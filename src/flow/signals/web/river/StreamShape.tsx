import clsx from 'clsx';
import { type PressableProps, pressable } from './pressable.ts';
import type { Point, Stream } from './river-shapes.ts';

interface StreamShapeProps extends PressableProps {
  readonly stream: Stream;
  readonly label: string;
  readonly number: string;
  /** Where the number stands; not at all where there is no room. */
  readonly at: Point | undefined;
  readonly upright: boolean;
}

const OPACITY = { skip: 0.2, onward: 0.32, back: 0.45, spring: 1, fall: 1 } as const;

/** One stream of water: its shape, its number, its card. */
export const StreamShape = ({ stream, label, number, at, upright, ...press }: StreamShapeProps) => {
  const paint = paintOf(stream, press.ids);
  const look = stream.filled ? { fill: paint } : { fill: 'none', stroke: paint, strokeWidth: stream.width };
  const away = stream.kind === 'fall';
  return (
    <g {...pressable(press, label)}>
      <path
        d={stream.path}
        {...look}
        style={{ '--rest': OPACITY[stream.kind], '--lit': Math.min(1, OPACITY[stream.kind] + 0.25) } as React.CSSProperties}
        className="opacity-(--rest) transition-opacity group-hover:opacity-(--lit) group-focus-visible:opacity-(--lit)"
      />
      {/* A wide, unseen line makes thin water easy to point at. */}
      <path
        d={stream.path}
        fill="none"
        stroke="transparent"
        strokeWidth={Math.max(12, stream.filled ? 0 : stream.width)}
        className="group-focus-visible:stroke-accent group-focus-visible:[stroke-width:2]"
      />
      {at && (
        <text
          {...at}
          textAnchor={upright && away ? 'start' : upright && stream.kind === 'spring' ? 'end' : 'middle'}
          dominantBaseline="central"
          className={clsx('pointer-events-none text-12 font-medium', away ? 'fill-bad' : 'fill-text')}
          style={{ paintOrder: 'stroke', stroke: 'var(--color-canvas)', strokeWidth: 3, strokeOpacity: 0.55 }}
        >
          {number}
        </text>
      )}
    </g>
  );
};

const paintOf = ({ kind, flow }: Stream, ids: string): string => {
  if (kind === 'spring') return `url(#${ids}${flow.to === 'reached' ? 'source' : 'spring'})`;
  if (kind === 'fall') return `url(#${ids}fall)`;
  return kind === 'back' ? 'light-dark(var(--color-chart-6), var(--color-chart-3))' : 'var(--color-accent)';
};
