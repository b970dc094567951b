import { byUnit, type Occurrence } from '../question-world.ts';

/** What a unit did without a longer pause, in order. */
export interface SessionLine {
  readonly unit: string;
  readonly facts: readonly Occurrence[];
}

/** Which sessions did units have? DEFINITIONS, Paths: a pause longer than `gapMinutes` ends one. Expects facts in the order (at, id). */
export function sessionLines(facts: Iterable<Occurrence>, gapMinutes: number): readonly SessionLine[] {
  return [...byUnit(facts)].flatMap(([unit, own]) => {
    const lines: Occurrence[][] = [];
    for (const [index, one] of own.entries()) {
      const pause = index === 0 ? Number.POSITIVE_INFINITY : one.fact.at - own[index - 1]!.fact.at;
      if (pause > gapMinutes * 60_000) lines.push([]);
      lines.at(-1)!.push(one);
    }
    return lines.map((line) => ({ unit, facts: line }));
  });
}
