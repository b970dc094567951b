import type { FieldValue } from '#kernel/condition.ts';
import type { LifecycleMove, StageRule } from '../../contracts.ts';

/** A fact as the lifecycle reads it; instants are UTC ms, `subject` is the record that it is about (a deal, a subscription). */
export interface LifecycleFact {
  readonly event: string;
  readonly at: number;
  readonly known: number;
  readonly subject: string | null;
  /** Dense number of who did it; 0 or absent when it names nobody. */
  readonly person?: number;
  readonly props: Readonly<Record<string, string>>;
}

/** From `at` on the account pays `mrrMinor` a month. A correction repeats the `at` with a later `known`. */
export interface MrrStep {
  readonly at: number;
  readonly known: number;
  readonly mrrMinor: number;
  /** The subscription that changed it, for the evidence. */
  readonly subject?: string | null;
}

/**
 * From `at` on (the day it was agreed, or rolled over by itself) the subject's present term runs to `endsOn`, a local date; null when it has
 * no term any more. A renewal is the next step of the same subject.
 */
export interface TermStep {
  readonly subject: string;
  readonly at: number;
  readonly known: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** From `at` on the account's lead score and grade are these. */
export interface ScoreStep {
  readonly at: number;
  readonly known: number;
  readonly score: number;
  readonly grade: string | null;
}

/** From `at` on these attributes have these values; the others keep theirs. */
export interface AttributeStep {
  readonly at: number;
  readonly known: number;
  readonly set: Readonly<Record<string, FieldValue>>;
}

/** Everything about ONE account that can move it. What happens or is known after `now` (UTC ms) does not count. */
export interface LifecycleInput {
  readonly facts: readonly LifecycleFact[];
  readonly mrrSteps: readonly MrrStep[];
  readonly termEnds: readonly TermStep[];
  readonly scores: readonly ScoreStep[];
  readonly attributes: readonly AttributeStep[];
  readonly rules: readonly StageRule[];
  readonly ruleVersion: number;
  readonly now: number;
  readonly zone: string;
}

export type Evidence = LifecycleMove['evidence'][number];

/**
 * An instant at which a trigger was met. `met` is a point (a fact); `on` and `off` bound a stretch during which it holds (a score above its
 * threshold, a term about to end). `known` is when the last of its evidence was known.
 */
export interface Moment {
  /** Key of the trigger (`active.0.fact`), or `deal_lost`. */
  readonly trigger: string;
  readonly edge: 'met' | 'on' | 'off';
  readonly at: number;
  readonly known: number;
  readonly evidence: readonly Evidence[];
}
