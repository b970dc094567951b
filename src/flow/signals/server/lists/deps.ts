import type { Words } from '#kernel/words.ts';
import type { Clock } from '#platform/clock.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Postgres } from '#platform/postgres.ts';

/** Something that can be found by its name, and what is said beside it. */
export interface NamedThing {
  readonly kind: 'metric' | 'play' | 'segment' | 'question' | 'board';
  readonly id: string;
  /** In every language of the product, or as somebody called it. */
  readonly name: Words | string;
  readonly detail: Words | string;
}

/** A segment that lists may be narrowed by. */
export interface NamedSegment {
  readonly id: string;
  readonly name: string;
  readonly unit: 'account' | 'person';
}

/** What the composition root gives to lists and search. */
export interface ListsDeps {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** Where indexes for sorting are made meanwhile; none are without it. */
  readonly jobs?: Jobs;
  /** The segments of a workspace; none without it. */
  readonly segments?: (ws: number) => Promise<readonly NamedSegment[]>;
  /** Metrics, plays, segments, saved questions and boards, which are kept by other rooms. */
  namedThings(ws: number): readonly NamedThing[] | Promise<readonly NamedThing[]>;
}
