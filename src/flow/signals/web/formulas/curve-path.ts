import type { Curve } from '../../domain/health/curve.ts';

/** The course of a curve as an SVG path: values from left to right, scores from 0 below to 1 above; flat beyond its ends by a tenth of the width. */
export const curvePath = (curve: Curve, { width, height }: { readonly width: number; readonly height: number }): string => {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return '';
  const edge = width / 10;
  const span = last.at - first.at || 1;
  const x = (at: number) => edge + ((at - first.at) / span) * (width - 2 * edge);
  const y = (score: number) => 1 + (1 - score) * (height - 1);
  const points = [[0, y(first.score)], ...curve.map(({ at, score }) => [x(at), y(score)]), [width, y(last.score)]];
  return points.map(([left = 0, top = 0], index) => `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`).join('');
};
