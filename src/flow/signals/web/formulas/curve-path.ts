import type { Curve } from '../../domain/health/curve.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The corners of a curve on a picture: values from left to right, scores from 0 below to 1 above, with a tenth of the width free at either end. */
export const curvePoints = (curve: Curve, { width, height }: Size): readonly (readonly [number, number])[] => {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return [];
  const edge = width / 10;
  const span = last.at - first.at || 1;
  return curve.map(({ at, score }) => [edge + ((at - first.at) / span) * (width - 2 * edge), 1 + (1 - score) * (height - 1)]);
};

/** The course of a curve as an SVG path; flat beyond its ends. */
export const curvePath = (curve: Curve, size: Size): string => {
  const points = curvePoints(curve, size);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  return [[0, first[1]] as const, ...points, [size.width, last[1]] as const]
    .map(([left, top], index) => `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`)
    .join('');
};
