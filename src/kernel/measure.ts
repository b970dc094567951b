import { z } from 'zod';
import type { Words } from './words.ts';

export const MeasureUnit = z.enum(['count', 'money', 'ratio', 'multiple', 'days', 'hours', 'score']);
export type MeasureUnit = z.infer<typeof MeasureUnit>;

/** Which picture answers it: a number with its series, a funnel, a cohort grid or a table. */
export const MeasureShape = z.enum(['number', 'funnel', 'cohort', 'table']);
export type MeasureShape = z.infer<typeof MeasureShape>;

/** Attributes by which a measure may be split or filtered. */
export const DIMENSIONS = ['industry', 'country', 'channel', 'plan', 'owner'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * How a measure is computed: data that one of the engines reads. A new metric picks an engine and its parameters;
 * a new engine is a new member here and one store file.
 */
export type MeasurePlan =
  | {
      readonly engine: 'revenue';
      readonly read: 'mrr' | 'movements' | 'arpa' | 'new_customers' | 'customers' | 'logo_churn' | 'grr' | 'nrr' | 'quick_ratio' | 'arr';
    }
  | { readonly engine: 'lifecycle'; readonly read: 'stock' | 'conversion' | 'time_in_stage' }
  | {
      readonly engine: 'trend';
      readonly events: readonly string[];
      readonly count: 'events' | 'accounts' | 'people' | 'subjects';
      readonly windowDays?: number;
    }
  | { readonly engine: 'open_records'; readonly opened: string; readonly closed: string }
  | { readonly engine: 'duration'; readonly event: string; readonly property: string; readonly read: 'median' | 'mean' | 'p90' }
  | { readonly engine: 'activation'; readonly read: 'rate' | 'time_to_value' }
  | {
      readonly engine: 'retention';
      readonly start: readonly string[];
      readonly back: readonly string[];
      readonly unit: 'account' | 'person';
    };

/** A metric, defined once: what it is called, what it means, how it is computed. Plugged in by a manifest. */
export interface MeasureDefinition {
  /** `stage.snake_name`, never changed once published. */
  readonly id: string;
  readonly version: number;
  readonly name: Words;
  readonly words: Words;
  readonly formula: Words;
  readonly unit: MeasureUnit;
  readonly shape: MeasureShape;
  /** What one row behind the number is. */
  readonly grain: 'account' | 'person' | 'subscription' | 'ticket' | 'deal' | 'event';
  /** Is more of it good news? */
  readonly better: 'up' | 'down' | 'neither';
  readonly dimensions: readonly Dimension[];
  readonly plan: MeasurePlan;
}
