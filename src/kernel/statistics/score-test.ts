import { informationOf, type LogisticFit } from './logistic.ts';
import { inverseOf, quadratic, type Square } from './symmetric.ts';

/** What is already explained: the columns of a fit with the chances that they give. */
export interface Explained {
  readonly columns: readonly ArrayLike<number>[];
  readonly outcomes: ArrayLike<number>;
  readonly fit: LogisticFit;
}

/** Answers for one more column: how far from chance (z) is what it says beyond the columns that are there already; 0 when it says nothing new. */
export type ScoreTest = (column: ArrayLike<number>) => number;

/**
 * Rao's score test of one more column in a logistic regression (Rao, Proc. Camb. Phil. Soc. 44, 1948): needs no new fit, stays valid when the column
 * separates the outcomes, and is the Mantel–Haenszel test where the other columns are strata.
 */
export const scoreTest = ({ columns, outcomes, fit: { chances } }: Explained): ScoreTest => {
  const weights = Float64Array.from(chances, (chance) => chance * (1 - chance));
  const known: Square = inverseOf(informationOf(columns, chances))?.inverse ?? columns.map(() => new Float64Array(columns.length));
  return (column) => {
    const shared = new Float64Array(columns.length);
    let [score, own] = [0, 0];
    for (let row = 0; row < chances.length; row++) {
      const value = column[row]!;
      if (value === 0) continue;
      score += value * (outcomes[row]! - chances[row]!);
      const weighted = value * weights[row]!;
      own += value * weighted;
      for (let index = 0; index < columns.length; index++) shared[index]! += weighted * columns[index]![row]!;
    }
    const variance = own - quadratic(shared, known, shared);
    return variance <= own * 1e-9 ? 0 : score / Math.sqrt(variance);
  };
};
