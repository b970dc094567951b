/** From `at` (UTC ms) on the value is this. */
export interface Step<Value> {
  readonly at: number;
  readonly value: Value;
}

/** A step with when it was known; one that repeats an earlier `at` replaces it. */
export interface BelievedStep<Value> extends Step<Value> {
  readonly known: number;
}

/**
 * Which dated steps tell, in order of knowing, how beliefs about a step function followed each other? The newest steps up to any instant give the
 * function that was believed then. What a belief expected for after it was replaced was never true and is left out.
 */
export const believedSteps = <Value>(
  beliefs: readonly { readonly known: number; readonly steps: readonly Step<Value>[] }[],
  isSame: (a: Value, b: Value) => boolean,
  nothing: Value,
): readonly BelievedStep<Value>[] => {
  const told = new Map<number, Value>();
  const steps: BelievedStep<Value>[] = [];
  beliefs.forEach(({ known, steps: believed }, index) => {
    const until = beliefs[index + 1]?.known ?? Number.POSITIVE_INFINITY;
    const wanted = new Map(believed.filter((step) => step.at < until).map((step) => [step.at, step.value]));
    let value = nothing;
    for (const at of [...new Set([...told.keys(), ...wanted.keys()])].sort((a, b) => a - b)) {
      value = wanted.get(at) ?? value;
      const before = told.get(at);
      if (before !== undefined && isSame(before, value)) continue;
      told.set(at, value);
      steps.push({ at, known, value });
    }
  });
  return steps;
};
