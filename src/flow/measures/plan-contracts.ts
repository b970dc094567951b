import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, LocalDate } from '#kernel/page.ts';

export { type MergedNames, mergedNames, NONE_MERGED, wholeNames, withMerged } from './domain/tracking-plan/merged-names.ts';
export { offeredEvents } from './domain/tracking-plan/offered-events.ts';

const Name = z.string().trim().min(1).max(200);

export const PropertyType = z.enum(['any', 'text', 'number', 'boolean', 'date']);
export type PropertyType = z.infer<typeof PropertyType>;

/** What readers see instead of the name under which it is sent; '' is the name in words. */
const DisplayName = z.string().trim().max(120).default('');

/** What a property of an event should be. Without `values` any value of the type will do. */
export const PlannedProperty = z.object({
  name: Name,
  displayName: DisplayName,
  type: PropertyType.default('any'),
  required: z.boolean().default(false),
  values: z.array(z.string().max(200)).max(200).default([]),
  description: z.string().max(2_000).default(''),
  /** It is meant to hold personal data: finding some there is no news. */
  personal: z.boolean().default(false),
});
export type PlannedProperty = z.infer<typeof PlannedProperty>;

/** What an event means, who answers for it and what it carries. A hidden event is in no list of names; a merged one counts as the event it names. */
export const PlannedEvent = z.object({
  name: Name,
  displayName: DisplayName,
  description: z.string().max(2_000).default(''),
  owner: z.string().max(200).default(''),
  status: z.enum(['planned', 'live', 'deprecated']).default('live'),
  hidden: z.boolean().default(false),
  mergedInto: Name.nullable().default(null),
  properties: z.array(PlannedProperty).max(500).default([]),
});
export type PlannedEvent = z.infer<typeof PlannedEvent>;

/** The tracking plan as it is kept under version control: events and their properties in the order of their names. */
export const TrackingPlan = z.object({
  format: z.literal('perennial-tracking-plan'),
  version: z.literal(1),
  events: z.array(PlannedEvent).max(5_000),
});
export type TrackingPlan = z.infer<typeof TrackingPlan>;

/** What would change: an event is new, gone, or differs in the named parts (`description`, `properties.plan`). */
export const PlanChange = z.object({
  event: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  parts: z.array(z.string()),
});
export type PlanChange = z.infer<typeof PlanChange>;

export const SeenEvent = z.object({
  name: z.string(),
  /** How often in the last 28 days, and ever. */
  recent: z.number().int(),
  total: z.number().int(),
  firstSeen: Instant.nullable(),
  lastSeen: Instant.nullable(),
  /** How often a day, for the last 28 days, the newest last. */
  days: z.array(z.number().int()),
  /** What the plan says of it; null when it says nothing. */
  planned: PlannedEvent.omit({ name: true }).nullable(),
});
export type SeenEvent = z.infer<typeof SeenEvent>;

const PERSONAL_DATA = ['email', 'phone', 'card', 'address', 'secret'] as const;
export const PersonalData = z.enum(PERSONAL_DATA);
export type PersonalData = z.infer<typeof PersonalData>;

export const SeenProperty = z.object({
  name: z.string(),
  /** On which share of the events looked at. */
  share: z.number(),
  /** What its values are: the type that all of them have, else text. */
  type: PropertyType,
  distinct: z.number().int(),
  /** Its commonest values; what looks personal is masked. */
  examples: z.array(z.string()),
  personal: PersonalData.nullable(),
  planned: PlannedProperty.nullable(),
});
export type SeenProperty = z.infer<typeof SeenProperty>;

const FINDING_KINDS = [
  'personal_data',
  'missing_property',
  'wrong_type',
  'unexpected_value',
  'volume',
  'never_seen',
  'gone_silent',
  'deprecated_seen',
  'similar_names',
  'unplanned_event',
  'unplanned_property',
] as const;

/** Something wrong with what is tracked. `key` names it for good, so that it can be ignored. */
export const PlanFinding = z.object({
  key: z.string(),
  kind: z.enum(FINDING_KINDS),
  weight: z.enum(['serious', 'notable', 'minor']),
  event: z.string(),
  property: z.string().nullable(),
  /** How many of the events looked at are concerned, and how many were looked at; for volume: the count of the day and what is usual. */
  count: z.number().nullable(),
  of: z.number().nullable(),
  /** The day of an unusual volume, or since when the event is silent. */
  day: LocalDate.nullable(),
  /** What was found: values, other names, the expected type; masked when personal. */
  found: z.array(z.string()),
  ignored: z.boolean(),
});
export type PlanFinding = z.infer<typeof PlanFinding>;

const tag = 'Tracking plan';
const ByName = z.object({ name: z.string() });
export const getTrackingPlan = endpoint({
  id: 'getTrackingPlan',
  method: 'GET',
  path: '/api/v1/tracking-plan',
  policy: 'records.read',
  tag,
  summary: 'The tracking plan, as the file that is kept under version control',
  out: TrackingPlan,
});
const Displayed = z.object({ name: z.string(), displayName: z.string() });

export const listDisplayNames = endpoint({
  id: 'listDisplayNames',
  method: 'GET',
  path: '/api/v1/tracking-plan/display-names',
  policy: 'records.read',
  tag,
  summary: 'What do readers see instead of the names under which events and their properties are sent?',
  out: z.object({ events: z.array(Displayed), properties: z.array(Displayed) }),
});
export const putTrackingPlan = endpoint({
  id: 'putTrackingPlan',
  method: 'PUT',
  path: '/api/v1/tracking-plan',
  policy: 'settings.write',
  tag,
  summary: 'Make the tracking plan be this file; with dryRun say only what would change',
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: TrackingPlan,
  out: z.object({ changes: z.array(PlanChange), applied: z.boolean() }),
});
export const putPlannedEvent = endpoint({
  id: 'putPlannedEvent',
  method: 'PUT',
  path: '/api/v1/tracking-plan/events/:name',
  policy: 'settings.write',
  tag,
  summary: 'Say what an event is: description, owner, status, properties, whether it is hidden or counts as another event',
  params: ByName,
  body: PlannedEvent.omit({ name: true }),
  out: PlannedEvent,
});
export const removePlannedEvent = endpoint({
  id: 'removePlannedEvent',
  method: 'DELETE',
  path: '/api/v1/tracking-plan/events/:name',
  policy: 'settings.write',
  tag,
  summary: 'Take an event out of the plan; what was tracked stays',
  params: ByName,
  out: z.object({ ok: z.literal(true) }),
});
export const listSeenEvents = endpoint({
  id: 'listSeenEvents',
  method: 'GET',
  path: '/api/v1/tracking-plan/seen',
  policy: 'records.read',
  tag,
  summary: 'Every event that is planned or was tracked: how often, since when, until when',
  out: z.object({ rows: z.array(SeenEvent), plannedEvents: z.number().int() }),
});
export const getSeenEvent = endpoint({
  id: 'getSeenEvent',
  method: 'GET',
  path: '/api/v1/tracking-plan/seen/:name',
  policy: 'records.read',
  tag,
  summary: 'What an event carries: its properties with types, shares and commonest values, from its newest events',
  params: ByName,
  out: z.object({ event: SeenEvent, lookedAt: z.number().int(), properties: z.array(SeenProperty) }),
});
export const listPlanFindings = endpoint({
  id: 'listPlanFindings',
  method: 'GET',
  path: '/api/v1/tracking-plan/findings',
  policy: 'records.read',
  tag,
  summary:
    'What is wrong with what is tracked: broken or unplanned events, unusual volumes, personal data where it does not belong, names that mean the same',
  out: z.object({ rows: z.array(PlanFinding), lookedAt: z.number().int(), asOf: Instant }),
});
export const ignorePlanFinding = endpoint({
  id: 'ignorePlanFinding',
  method: 'PUT',
  path: '/api/v1/tracking-plan/findings/ignored',
  policy: 'settings.write',
  tag,
  summary: 'Ignore a finding, or stop ignoring it',
  body: z.object({ key: z.string().max(600), ignored: z.boolean() }),
  out: z.object({ ok: z.literal(true) }),
});
export const adoptSeenEvents = endpoint({
  id: 'adoptSeenEvents',
  method: 'POST',
  path: '/api/v1/tracking-plan/adopt',
  policy: 'settings.write',
  tag,
  summary:
    'Begin a plan from what is tracked: every event of the last 28 days that the plan does not know, with the properties that it carries',
  out: z.object({ added: z.number().int() }),
});
