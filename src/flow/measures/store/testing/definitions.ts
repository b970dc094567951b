import type { StageManifest } from '#kernel/manifest.ts';
import { DIMENSIONS, type MeasureDefinition, type MeasurePlan } from '#kernel/measure.ts';

const words = (text: string) => ({ en: text, 'zh-CN': text, es: text });

/** A measure with this plan, named after its id. */
export const measure = (id: string, plan: MeasurePlan, more: Partial<MeasureDefinition> = {}): MeasureDefinition => ({
  id,
  version: 1,
  name: words(id),
  words: words(id),
  formula: words(id),
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan,
  ...more,
});

/** A stage with these measures and nothing else. */
export const stageOf = (measures: readonly MeasureDefinition[]): StageManifest => ({
  id: 'grow',
  name: words('Grow'),
  measures,
  plays: [],
});

const revenue = (read: Extract<MeasurePlan, { engine: 'revenue' }>['read'], unit: MeasureDefinition['unit']) =>
  measure(`grow.${read}`, { engine: 'revenue', read }, { unit, shape: read === 'movements' ? 'table' : 'number' });

/** One measure of every plan. */
export const EVERY_MEASURE: readonly MeasureDefinition[] = [
  revenue('mrr', 'money'),
  revenue('arr', 'money'),
  revenue('movements', 'money'),
  revenue('arpa', 'money'),
  revenue('customers', 'count'),
  revenue('new_customers', 'count'),
  revenue('logo_churn', 'ratio'),
  revenue('grr', 'ratio'),
  revenue('nrr', 'ratio'),
  revenue('quick_ratio', 'ratio'),
  measure('engage.events', { engine: 'trend', events: ['feature_used'], count: 'events' }, { grain: 'event' }),
  measure('engage.accounts', { engine: 'trend', events: ['feature_used'], count: 'accounts' }),
  measure('engage.active_accounts', { engine: 'trend', events: ['feature_used'], count: 'accounts', windowDays: 28 }),
  measure('engage.people', { engine: 'trend', events: ['feature_used'], count: 'people' }, { grain: 'person' }),
  measure('sell.deals_won', { engine: 'trend', events: ['deal_won'], count: 'subjects' }, { grain: 'deal' }),
  measure('retain.open_tickets', { engine: 'open_records', opened: 'ticket_opened', closed: 'ticket_closed' }, { grain: 'ticket' }),
  measure(
    'retain.response',
    { engine: 'duration', event: 'ticket_answered', property: 'hours', read: 'median' },
    { unit: 'hours', grain: 'ticket' },
  ),
  measure(
    'retain.response_p90',
    { engine: 'duration', event: 'ticket_answered', property: 'hours', read: 'p90' },
    { unit: 'hours', grain: 'ticket' },
  ),
  measure(
    'retain.response_mean',
    { engine: 'duration', event: 'ticket_answered', property: 'hours', read: 'mean' },
    { unit: 'hours', grain: 'ticket' },
  ),
  measure('activate.rate', { engine: 'activation', read: 'rate' }, { unit: 'ratio' }),
  measure('activate.time_to_value', { engine: 'activation', read: 'time_to_value' }, { unit: 'days' }),
  measure(
    'engage.retention',
    { engine: 'retention', start: ['feature_used'], back: ['feature_used'], unit: 'account' },
    { unit: 'ratio', shape: 'cohort' },
  ),
  measure(
    'engage.people_retention',
    { engine: 'retention', start: ['signed_up'], back: ['feature_used'], unit: 'person' },
    { unit: 'ratio', shape: 'cohort' },
  ),
];
