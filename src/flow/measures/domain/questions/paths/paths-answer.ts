import type { Answer } from '../../../question-contracts.ts';
import type { PathEdge } from './paths-reference.ts';

/** The edges of a path, those of a step with most transitions first, beside the number of sequences and of units that have one. */
export function pathsAnswer(rows: readonly PathEdge[]): Answer {
  const all = rows.find(({ step }) => step === 0);
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const edges = rows
    .filter(({ step }) => step > 0)
    .toSorted((a, b) => a.step - b.step || b.transitions - a.transitions || byText(a.from, b.from) || byText(a.to, b.to))
    .map((edge) => ({ ...edge, to: edge.to === '' ? null : edge.to }));
  return { kind: 'paths', edges, sequences: all?.transitions ?? 0, units: all?.units ?? 0 };
}
