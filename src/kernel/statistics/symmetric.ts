/** A square matrix, row by row. */
export type Square = readonly Float64Array[];

/**
 * The inverse of a symmetric positive definite matrix and the logarithm of its determinant, by Cholesky's decomposition; null when it is not (columns
 * that repeat each other).
 */
export const inverseOf = (matrix: Square): { readonly inverse: Square; readonly logDeterminant: number } | null => {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]![column]!;
      for (let k = 0; k < column; k++) rest -= lower[row]![k]! * lower[column]![k]!;
      if (row !== column) lower[row]![column] = rest / lower[column]![column]!;
      else if (rest > 1e-10 * Math.max(1e-300, matrix[row]![row]!)) lower[row]![row] = Math.sqrt(rest);
      else return null;
    }
  }
  const logDeterminant = lower.reduce((sum, values, index) => sum + 2 * Math.log(values[index]!), 0);
  return { inverse: solvedUnits(lower), logDeterminant };
};

const solvedUnits = (lower: Square): Square => {
  const size = lower.length;
  return Array.from({ length: size }, (_, unit) => {
    const forward = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let rest = row === unit ? 1 : 0;
      for (let k = 0; k < row; k++) rest -= lower[row]![k]! * forward[k]!;
      forward[row] = rest / lower[row]![row]!;
    }
    const solved = new Float64Array(size);
    for (let row = size - 1; row >= 0; row--) {
      let rest = forward[row]!;
      for (let k = row + 1; k < size; k++) rest -= lower[k]![row]! * solved[k]!;
      solved[row] = rest / lower[row]![row]!;
    }
    return solved;
  });
};

/** The quadratic form left′ · matrix · right. */
export const quadratic = (left: ArrayLike<number>, matrix: Square, right: ArrayLike<number>): number => {
  let sum = 0;
  for (let row = 0; row < matrix.length; row++) {
    let inner = 0;
    for (let column = 0; column < matrix.length; column++) inner += matrix[row]![column]! * right[column]!;
    sum += left[row]! * inner;
  }
  return sum;
};
