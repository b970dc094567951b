import type { Answer } from '../../../question-contracts.ts';

/** Did nothing fit the question at all? */
export const isEmptyAnswer = (answer: Answer): boolean => {
  switch (answer.kind) {
    case 'trend':
      return answer.series.every(({ points, total }) => !total.value && points.every(({ value }) => !value));
    case 'funnel':
      if (answer.times) return false;
      return answer.trend
        ? answer.trend.every(({ points }) => points.every(({ entered }) => entered === 0))
        : answer.slices.every(({ steps }) => !steps[0]?.units);
    case 'retention':
      return answer.slices.every(({ rows }) => rows.every(({ size }) => size === 0));
    case 'stickiness':
      return answer.actives
        ? answer.actives.every(({ month }) => month === 0)
        : (answer.distribution ?? []).every(({ counts }) => counts.every((count) => count === 0));
    case 'lifecycle':
      return answer.slices.every(({ points }) =>
        points.every(({ fresh, returning, resurrecting, dormant }) => !(fresh || returning || resurrecting || dormant)),
      );
    case 'paths':
      return answer.sequences === 0;
    case 'sessions':
      return answer.slices.every(({ points }) => points.every(({ sessions }) => sessions === 0));
    case 'adoption':
      return answer.features.every(({ share }) => !share.denominator);
  }
};
