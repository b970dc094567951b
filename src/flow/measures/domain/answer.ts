import type { Condition } from '#kernel/condition.ts';
import type { MeasureDefinition, MeasurePlan } from '#kernel/measure.ts';
import type { Breakdown, Figure, Interval, MetricResult } from '../contracts.ts';
import type { Frame, Span } from './frame.ts';
import type { OutsideValues } from './questions/question-world.ts';
import type { MergedNames } from './tracking-plan/merged-names.ts';

/** What an engine finds out; the room adds the definition, the question, freshness and time taken. */
export type Answer = Pick<MetricResult, 'total' | 'previous' | 'series'> &
  Partial<Pick<MetricResult, 'funnel' | 'cohorts' | 'table' | 'notes'>> & { readonly sql: readonly string[] };

/** Whose facts, in which time zone and currency. */
export interface MeasuredWorkspace {
  readonly ws: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly weekStart: number;
}

/** A question as an engine gets it: checked, with its stretches of time worked out. */
export interface EngineQuestion<Plan extends MeasurePlan = MeasurePlan> {
  readonly workspace: MeasuredWorkspace;
  readonly definition: MeasureDefinition;
  readonly plan: Plan;
  readonly frame: Frame;
  readonly interval: Interval;
  readonly breakdown: Breakdown | null;
  readonly filter: Condition | null;
  /** Names of events that count as another. */
  readonly merged: MergedNames;
  /** Who was in the segments that the filter or the breakdown names, as of the question. */
  readonly outside: ReadonlyMap<string, OutsideValues>;
  /** Equal while no fact that the answer rests on has come or gone; null when that is not known. */
  readonly mark: string | null;
}

/** Which rows behind a figure: of one span, of one series (null for all), from one position on. */
export interface RowsQuestion {
  readonly span: Span;
  readonly series: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A row behind a figure as the event store knows it, by dense numbers. */
export interface RawRow {
  readonly account: number;
  readonly person: number;
  readonly subject: string;
  readonly label: string;
  readonly at: number | null;
  readonly value: number | null;
}

/** How one family of measures is computed. */
export interface Engine<Plan extends MeasurePlan = MeasurePlan> {
  /** Which facts decide the answer, apart from accounts' attributes? Null: others than facts do, so it is never kept. */
  events(plan: Plan): readonly string[] | null;
  /** What else decides it: a setting as a text that changes with it, and the facts that it names. */
  restsOn?(question: EngineQuestion<Plan>): Promise<{ readonly setting: string; readonly events: readonly string[] }>;
  ask(question: EngineQuestion<Plan>): Promise<Answer>;
  rows(question: EngineQuestion<Plan>, part: RowsQuestion): Promise<readonly RawRow[]>;
}

/** The answer of a measure with one figure per slice and window (numbered as `windowsOf`); '*' is the slice of all. */
export function answerOf(
  question: Pick<EngineQuestion, 'frame' | 'breakdown'>,
  slices: readonly string[],
  figure: (slice: string, window: number) => Figure,
): Pick<Answer, 'total' | 'previous' | 'series'> {
  const { frame, breakdown } = question;
  const shown = breakdown === null ? ['*'] : slices.filter((slice) => slice !== '*');
  return {
    total: figure('*', frame.spans.length),
    previous: figure('*', frame.spans.length + 1),
    series: shown.map((slice) => ({
      key: slice,
      label: slice,
      points: frame.spans.map((span, window) => ({ ...figure(slice, window), period: span.period })),
      ...(breakdown === null ? {} : { total: figure(slice, frame.spans.length) }),
    })),
  };
}
