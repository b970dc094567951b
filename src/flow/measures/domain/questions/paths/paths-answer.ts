import type { Answer, PathsQuestion } from '../../../question-contracts.ts';
import type { PathEdge, PathFollowed } from './paths-reference.ts';

/** The edges of a path, those of a step with most transitions first, the number of sequences and of units that have one, and how far they follow names. */
export function pathsAnswer(rows: readonly PathEdge[], followed: readonly PathFollowed[], { follow }: PathsQuestion): Answer {
  const all = rows.find(({ step }) => step === 0);
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const edges = rows
    .filter(({ step }) => step > 0)
    .toSorted((a, b) => a.step - b.step || b.transitions - a.transitions || byText(a.from, b.from) || byText(a.to, b.to))
    .map((edge) => ({ ...edge, to: edge.to === '' ? null : edge.to }));
  const along = follow.map((name, index) => {
    const { sequences = 0, units = 0 } = followed.find(({ step }) => step === index + 1) ?? {};
    return { name, sequences, units };
  });
  return { kind: 'paths', edges, sequences: all?.transitions ?? 0, units: all?.units ?? 0, followed: along };
}
