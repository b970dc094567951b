import { z } from 'zod';
import { told } from '#kernel/told.ts';
import { FORMULA_SAYS } from '../formula-sayings.ts';

/** A piecewise-linear judgement: from which value on a factor scores how much (0..1). Between two points it is a straight line, outside it is flat. */
export const Curve = z
  .array(z.object({ at: z.number(), score: z.number().min(0).max(1) }))
  .min(2)
  .max(20)
  .refine(
    (points) => points.every((point, index) => index === 0 || point.at > points[index - 1]!.at),
    told(FORMULA_SAYS.curve_not_rising()),
  );
export type Curve = z.infer<typeof Curve>;

/** How much does this value score, 0 to 1? */
export const scoreOn = (curve: Curve, value: number): number => {
  const above = curve.findIndex((point) => point.at > value);
  if (above === 0) return curve[0]!.score;
  if (above === -1) return curve.at(-1)!.score;
  const [low, high] = [curve[above - 1]!, curve[above]!];
  return low.score + ((high.score - low.score) * (value - low.at)) / (high.at - low.at);
};

/** Which is the least demanding value that scores the most? The threshold that a reason shows beside the value. */
export const fullScoreAt = (curve: Curve): number => {
  const most = Math.max(...curve.map((point) => point.score));
  const full = curve.filter((point) => point.score === most);
  return curve.at(-1)!.score < most ? full.at(-1)!.at : full[0]!.at;
};
