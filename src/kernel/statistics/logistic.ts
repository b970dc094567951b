import { inverseOf, type Square } from './symmetric.ts';

/** A logistic regression as it was fitted. */
export interface LogisticFit {
  /** One for each column, in logits. */
  readonly coefficients: Float64Array;
  readonly covariance: Square;
  /** The fitted chance of each row. */
  readonly chances: Float64Array;
}

/** What is regressed: the columns (a first one of ones for the intercept), each as long as the outcomes, which are 0 or 1. */
export interface LogisticQuestion {
  readonly columns: readonly ArrayLike<number>[];
  readonly outcomes: ArrayLike<number>;
  /** `firth` removes the first-order bias of few events and stays finite when a column separates the outcomes (Firth, Biometrika 80, 1993). */
  readonly method: 'plain' | 'firth';
}

const MOST_STEPS = 60;
const LONGEST_STEP = 5;

/**
 * How do the columns move the chance of the outcome? Maximum likelihood by Newton's method, with Firth's penalty on the score where asked for (as in
 * Heinze and Schemper, Stat. Med. 21, 2002); null when columns repeat each other or it does not settle.
 */
export const fitLogistic = (question: LogisticQuestion): LogisticFit | null => {
  const { columns, outcomes, method } = question;
  const coefficients = new Float64Array(columns.length);
  for (let step = 0; step < MOST_STEPS; step++) {
    const chances = chancesOf(columns, coefficients, outcomes.length);
    const solved = inverseOf(informationOf(columns, chances));
    if (solved === null) return null;
    const pull = method === 'firth' ? leverages(columns, chances, solved.inverse) : null;
    const score = columns.map((column) => scoreOf(column, { outcomes, chances, pull }));
    const change = solved.inverse.map((row) => row.reduce((sum, value, index) => sum + value * score[index]!, 0));
    const longest = Math.max(...change.map(Math.abs));
    if (!Number.isFinite(longest)) return null;
    const scale = Math.min(1, LONGEST_STEP / longest);
    change.forEach((by, index) => {
      coefficients[index]! += by * scale;
    });
    if (longest < 1e-8) return { coefficients, covariance: solved.inverse, chances: chancesOf(columns, coefficients, outcomes.length) };
  }
  return null;
};

/** The chance that a row with this sum of effects, in logits, has the outcome. */
export const chanceOf = (logits: number): number => 1 / (1 + Math.exp(-logits));

/** Fisher's information of the columns at these chances: columns′ · diag(chance · (1 − chance)) · columns. */
export const informationOf = (columns: readonly ArrayLike<number>[], chances: ArrayLike<number>): Square => {
  const matrix = columns.map(() => new Float64Array(columns.length));
  columns.forEach((left, row) => {
    for (let column = 0; column <= row; column++) {
      const right = columns[column]!;
      let sum = 0;
      for (let index = 0; index < chances.length; index++) sum += left[index]! * right[index]! * chances[index]! * (1 - chances[index]!);
      matrix[row]![column] = sum;
      matrix[column]![row] = sum;
    }
  });
  return matrix;
};

const chancesOf = (columns: readonly ArrayLike<number>[], coefficients: Float64Array, rows: number): Float64Array => {
  const logits = new Float64Array(rows);
  columns.forEach((column, index) => {
    const by = coefficients[index]!;
    for (let row = 0; row < rows; row++) logits[row]! += by * column[row]!;
  });
  return logits.map(chanceOf);
};

interface Residuals {
  readonly outcomes: ArrayLike<number>;
  readonly chances: Float64Array;
  /** How much each row pulls on its own fit; null without the penalty. */
  readonly pull: Float64Array | null;
}

const scoreOf = (column: ArrayLike<number>, { outcomes, chances, pull }: Residuals): number => {
  let sum = 0;
  for (let row = 0; row < chances.length; row++) {
    const chance = chances[row]!;
    sum += column[row]! * (outcomes[row]! - chance + (pull === null ? 0 : pull[row]! * (0.5 - chance)));
  }
  return sum;
};

const leverages = (columns: readonly ArrayLike<number>[], chances: Float64Array, covariance: Square): Float64Array => {
  const size = columns.length;
  return chances.map((chance, index) => {
    let sum = 0;
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) sum += columns[row]![index]! * covariance[row]![column]! * columns[column]![index]!;
    return sum * chance * (1 - chance);
  });
};
