/**
 * What a fact is to a funnel: which steps it fits and which exclusions, as bits from 0 on. `value` is its value of the breakdown.
 */
export interface FunnelFact {
  readonly at: number;
  readonly id: number;
  readonly steps: number;
  readonly exclusions: number;
  readonly value: string;
}

export interface Exclusion {
  readonly from: number;
  readonly to: number;
}

/** The rules of attempts. Times are ms; entries lie in [from, to), no fact after `until` counts. */
export interface AttemptRules {
  readonly steps: number;
  readonly order: 'sequential' | 'strict' | 'any';
  readonly window: number;
  readonly stepWindow: number | null;
  readonly exclusions: readonly Exclusion[];
  readonly spoilt: 'ends' | 'removes';
  readonly from: number;
  readonly to: number;
}

/** One step that was reached: when, and with which value. */
export interface Reached {
  readonly at: number;
  readonly value: string;
}

interface Attempt {
  readonly reached: readonly Reached[];
  readonly isSpoilt: boolean;
}

/**
 * Which attempt of a unit counts? DEFINITIONS, Funnel: every fact of step 1 in the entry range begins one, which takes each further step at the first
 * fact that fits; the one that gets furthest counts, then the earliest completion, then the latest entry. Null: the unit is not in the funnel.
 */
export function countedAttempt(facts: readonly FunnelFact[], rules: AttemptRules): readonly Reached[] | null {
  const line = inFunnelOrder(facts);
  const attempts =
    rules.order === 'any'
      ? startsOf(line, rules).map((start) => anyOrder(line, rules, start))
      : entriesOf(line, rules).map((entry) => inOrder(line, rules, entry));
  const furthest = Math.max(0, ...attempts.map(({ reached }) => reached.length));
  const counting = attempts.filter(({ reached, isSpoilt }) => {
    if (rules.spoilt === 'ends') return reached.length === furthest;
    // A funnel of any order knows no furthest spoilt attempt: the best clean one counts.
    return !isSpoilt && (rules.order === 'any' || reached.length === furthest);
  });
  // Of equal ones the last that began: a later entry replaces an earlier one.
  return (
    counting
      .map(({ reached }) => reached)
      .reverse()
      .sort(better)[0] ?? null
  );
}

const better = (a: readonly Reached[], b: readonly Reached[]): number =>
  b.length - a.length || a.at(-1)!.at - b.at(-1)!.at || b[0]!.at - a[0]!.at;

/** Facts of one instant are taken in the order of the steps that they fit: by the lowest, then by the others, then by id. */
export function inFunnelOrder(facts: readonly FunnelFact[]): readonly FunnelFact[] {
  const lowest = (fact: FunnelFact): number => fact.steps & -fact.steps;
  const rank = (fact: FunnelFact): number => (fact.steps === 0 ? 1 : 0);
  return [...facts].sort((a, b) => a.at - b.at || rank(a) - rank(b) || lowest(a) - lowest(b) || a.steps - b.steps || a.id - b.id);
}

const isEntry = ({ at }: FunnelFact, { from, to }: AttemptRules): boolean => at >= from && at < to;

const entriesOf = (line: readonly FunnelFact[], rules: AttemptRules): readonly number[] =>
  line.flatMap((fact, index) => ((fact.steps & 1) !== 0 && isEntry(fact, rules) ? [index] : []));

// What happens in one instant is decided at its end: an exclusion counts when it lies strictly between two steps.
const inOrder = (line: readonly FunnelFact[], rules: AttemptRules, entry: number): Attempt => {
  const reached: Reached[] = [line[entry]!];
  let isSpoilt = false;
  for (const instant of instantsOf(line.slice(entry + 1), line[entry]!.at)) {
    for (const fact of instant.facts) {
      const next = reached.length;
      if (next < rules.steps && (fact.steps & (1 << next)) !== 0 && isInTime(fact.at, reached, rules)) reached.push(fact);
    }
    const struck = rules.exclusions.some(
      ({ from, to }, bit) =>
        instant.facts.some((fact) => (fact.exclusions & (1 << bit)) !== 0) &&
        from < reached.length &&
        reached.length <= to &&
        reached.at(-1)!.at < instant.at &&
        instant.at <= reached[0]!.at + rules.window,
    );
    if (struck) isSpoilt = true;
    if (struck && rules.spoilt === 'ends') break;
    if (rules.order === 'strict' && reached.length < rules.steps && reached.at(-1)!.at < instant.at) break;
  }
  return { reached, isSpoilt };
};

const isInTime = (at: number, reached: readonly Reached[], { window, stepWindow }: AttemptRules): boolean =>
  at - reached[0]!.at <= window && (stepWindow === null || at - reached.at(-1)!.at <= stepWindow);

const instantsOf = (
  line: readonly FunnelFact[],
  first: number,
): readonly { readonly at: number; readonly facts: readonly FunnelFact[] }[] =>
  [...Map.groupBy(line, (fact) => fact.at)].map(([at, facts]) => ({ at, facts })).filter(({ at }) => at >= first);

const startsOf = (line: readonly FunnelFact[], rules: AttemptRules): readonly number[] => [
  ...new Set(line.filter((fact) => fact.steps !== 0 && isEntry(fact, rules)).map((fact) => fact.at)),
];

// Each fact fills one step. Which, is decided in hindsight: `filled` holds every set of steps that could be filled so far.
const anyOrder = (line: readonly FunnelFact[], rules: AttemptRules, start: number): Attempt => {
  const reached: Reached[] = [];
  let filled: readonly number[] = [0];
  for (const instant of instantsOf(line, start)) {
    if (instant.at > start + rules.window) break;
    for (const fact of instant.facts) {
      const steps = Array.from({ length: rules.steps }, (_, k) => 1 << k).filter((bit) => (fact.steps & bit) !== 0);
      filled = [...new Set([...filled, ...filled.flatMap((set) => steps.filter((bit) => (set & bit) === 0).map((bit) => set | bit))])];
      if (filled.some((set) => bitsOf(set) > reached.length)) reached.push(fact);
    }
    if (reached.length === rules.steps) break;
    if (instant.at > start && instant.facts.some((fact) => fact.exclusions !== 0)) return { reached, isSpoilt: true };
  }
  return { reached, isSpoilt: false };
};

const bitsOf = (set: number): number => set.toString(2).replaceAll('0', '').length;
