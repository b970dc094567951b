import { z } from 'zod';
import { Condition } from '#kernel/condition.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, FieldInfo, Instant, LocalDate, Order, PageQuery, pageOf } from '#kernel/page.ts';
import { HealthBand, Reason } from '#kernel/signal.ts';
import { LifeStage } from '#kernel/stage-of-life.ts';

/** An account with its current figures: a row of the list. Money is null for readers who may not see it. */
export const AccountRow = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  country: z.string().nullable(),
  channel: z.string().nullable(),
  plan: z.string().nullable(),
  seats: z.number().int().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdAt: Instant,
  stage: LifeStage.nullable(),
  stageSince: Instant.nullable(),
  mrrMinor: z.number().int().nullable(),
  mrrPeakMinor: z.number().int().nullable(),
  customerSince: LocalDate.nullable(),
  renewsOn: LocalDate.nullable(),
  health: z.number().nullable(),
  healthBand: HealthBand,
  healthChange: z.number().nullable(),
  leadScore: z.number().nullable(),
  leadGrade: z.string().nullable(),
  lastActiveAt: Instant.nullable(),
  activeDays28: z.number().int(),
  activePeople28: z.number().int(),
  openTickets: z.number().int(),
  /** The ids of the segments that it is in. */
  segments: z.array(z.string()).optional(),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const PersonRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  channel: z.string().nullable(),
  leadScore: z.number().nullable(),
  leadGrade: z.string().nullable(),
  lastSeenAt: Instant.nullable(),
  createdAt: Instant,
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type PersonRow = z.infer<typeof PersonRow>;

const ListQuery = PageQuery.extend({
  search: z.string().max(200).optional(),
  sort: z.string().max(80).optional(),
  order: Order.default('asc'),
  filter: z.string().max(8000).optional().describe('a condition as JSON'),
});

/** A stage as the river draws it, for the chosen period and slice. */
export const RiverStage = z.object({
  stage: LifeStage,
  accounts: z.number().int(),
  mrrMinor: z.number().int().nullable(),
  entered: z.number().int(),
  left: z.number().int(),
  medianDays: z.number().nullable(),
  p75Days: z.number().nullable(),
  /** Still here for longer than the p75 of those who went through. */
  stuck: z.number().int(),
  stuckMrrMinor: z.number().int().nullable(),
  /** Of those who entered in the period, how many moved on (numerator/denominator), and before. */
  movedOn: z.number().int(),
  /** Of those who left in the period, how many stepped back to an earlier stage, and how many were lost: churned, or a prospect without a deal left. */
  back: z.number().int(),
  lost: z.number().int(),
  previousEntered: z.number().int(),
  previousMovedOn: z.number().int(),
});
export type RiverStage = z.infer<typeof RiverStage>;

export const RiverFlow = z.object({
  from: LifeStage.nullable(),
  to: LifeStage.nullable(),
  accounts: z.number().int(),
  mrrMinor: z.number().int().nullable(),
  medianDays: z.number().nullable(),
});
export type RiverFlow = z.infer<typeof RiverFlow>;

/** The sentence that matters most: a code with its numbers; the page words it in the reader's language. */
export const RiverSentence = z.object({
  code: z.enum(['stuck', 'leak', 'slower', 'churn_up', 'growth', 'quiet', 'empty']),
  stage: LifeStage.nullable(),
  accounts: z.number().int(),
  days: z.number().nullable(),
  top: z.number().int().nullable(),
  share: z.number().nullable(),
  before: z.number().nullable(),
});
export type RiverSentence = z.infer<typeof RiverSentence>;

export const River = z.object({
  from: LocalDate,
  to: LocalDate,
  asOf: Instant,
  freshness: Instant.nullable(),
  currency: z.string(),
  stages: z.array(RiverStage),
  flows: z.array(RiverFlow),
  sentence: RiverSentence,
  total: z.number().int(),
});
export type River = z.infer<typeof River>;

const RiverQuery = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: z.coerce.number().int().optional(),
  channel: z.string().optional(),
  industry: z.string().optional(),
  country: z.string().optional(),
  plan: z.string().optional(),
  owner: z.string().optional(),
  segment: z.string().optional().describe('the id of a segment of accounts'),
});

export const LifecycleMove = z.object({
  stage: LifeStage,
  from: LifeStage.nullable(),
  enteredAt: Instant,
  leftAt: Instant.nullable(),
  knownAt: Instant,
  /** The rule that moved it, and the facts that show it. */
  cause: z.string(),
  evidence: z.array(z.object({ event: z.string(), at: Instant, subject: z.string().nullable(), note: z.string() })),
  ruleVersion: z.number().int(),
});
export type LifecycleMove = z.infer<typeof LifecycleMove>;

/** What moves an account into a stage. */
export const StageTrigger = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    events: z.array(z.string()).min(1).max(50),
    where: Condition.nullable().default(null),
    times: z.number().int().min(1).max(10_000).default(1),
    /** By at least so many different people; one when it is not said. */
    people: z.number().int().min(1).max(1_000).optional(),
    withinDays: z.number().int().min(1).max(3650).nullable().default(null),
  }),
  z.object({ kind: z.literal('mrr_started') }),
  z.object({ kind: z.literal('mrr_ended') }),
  z.object({ kind: z.literal('mrr_above_start'), byRatio: z.number().min(0).default(0) }),
  z.object({ kind: z.literal('term_ends_within'), days: z.number().int().min(1).max(730) }),
  z.object({ kind: z.literal('lead_score'), atLeast: z.number(), gradeAtLeast: z.enum(['A', 'B', 'C', 'D']) }),
]);
export type StageTrigger = z.infer<typeof StageTrigger>;

export const StageRule = z.object({
  stage: LifeStage,
  /** Any of these moves it in. */
  when: z.array(StageTrigger).max(20),
  /** Only accounts that meet this (attributes as of then). */
  onlyIf: Condition.nullable().default(null),
  on: z.boolean().default(true),
});
export type StageRule = z.infer<typeof StageRule>;

export const LifecycleRules = z.object({ version: z.number().int(), rules: z.array(StageRule), changedAt: Instant, changedBy: z.string() });
export type LifecycleRules = z.infer<typeof LifecycleRules>;

/** Rules as they were saved, and for what they held: all history, or what happened from then on. The first are the shipped ones, without a date. */
export const LifecycleRulesVersion = LifecycleRules.extend({ changedAt: Instant.nullable(), reach: z.enum(['history', 'future']) });
export type LifecycleRulesVersion = z.infer<typeof LifecycleRulesVersion>;

export const LifecyclePreview = z.object({
  sampled: z.number().int(),
  stages: z.array(z.object({ stage: LifeStage, now: z.number().int(), tried: z.number().int() })),
  changed: z.array(
    z.object({ accountId: z.string(), name: z.string(), now: LifeStage.nullable(), tried: LifeStage.nullable(), cause: z.string() }),
  ),
  changedTotal: z.number().int(),
});
export type LifecyclePreview = z.infer<typeof LifecyclePreview>;

export const HealthDay = z.object({
  day: LocalDate,
  score: z.number().nullable(),
  band: HealthBand,
  confidence: z.number(),
  version: z.number().int(),
});
export const Health = z.object({
  asOf: Instant,
  score: z.number().nullable(),
  band: HealthBand,
  confidence: z.number(),
  change28: z.number().nullable(),
  reasons: z.array(Reason),
  dimensions: z.array(z.object({ dimension: z.string(), points: z.number(), possible: z.number(), fresh: z.boolean() })),
  override: z.object({ band: HealthBand, author: z.string(), reason: z.string(), expiresOn: LocalDate }).nullable(),
  history: z.array(HealthDay),
  version: z.number().int(),
});
export type Health = z.infer<typeof Health>;

export const LeadScore = z.object({
  asOf: Instant,
  fit: z.number().nullable(),
  engagement: z.number(),
  grade: z.string().nullable(),
  band: z.number().int(),
  score: z.number(),
  reasons: z.array(
    z.object({ rule: z.string(), kind: z.enum(['fit', 'engagement']), points: z.number(), at: Instant.nullable(), note: z.string() }),
  ),
  version: z.number().int(),
});
export type LeadScore = z.infer<typeof LeadScore>;

export const SignalId = z.enum(['health', 'lead_score']);
export type SignalId = z.infer<typeof SignalId>;

export const SignalCard = z.object({
  id: SignalId,
  version: z.number().int(),
  changedAt: Instant.nullable(),
  /** The formula as data: factors with weights, thresholds; rules with points, caps, half-lives. */
  definition: z.unknown(),
});

/** A version of a signal's formula, the first one being what a workspace begins with: without a date and an author. */
export const SignalVersion = z.object({
  version: z.number().int(),
  changedAt: Instant.nullable(),
  changedBy: z.string(),
  definition: z.unknown(),
});
export type SignalVersion = z.infer<typeof SignalVersion>;

/** Where somebody stands by a formula: the band of health, or grade and band of a lead score (`A1`; without a grade `–3`), and the score. */
const Standing = z.object({ group: z.string(), score: z.number().nullable() });
export const SignalPreview = z.object({
  sampled: z.number().int(),
  groups: z.array(z.object({ group: z.string(), now: z.number().int(), tried: z.number().int() })),
  /** Those whose group differs, the largest differences of score first. A person's name is null for readers without personal data. */
  changed: z.array(
    z.object({ kind: z.enum(['account', 'person']), id: z.string(), name: z.string().nullable(), now: Standing, tried: Standing }),
  ),
  changedTotal: z.number().int(),
});
export type SignalPreview = z.infer<typeof SignalPreview>;

export const SavedView = z.object({
  id: z.string(),
  list: z.enum(['accounts', 'people']),
  name: z.string(),
  state: z.record(z.string(), z.unknown()),
  shared: z.boolean(),
  mine: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

const Id = z.object({ id: z.string() });
const tag = 'Customers';
const life = 'Lifecycle';
const AsOf = z.object({ asOf: z.coerce.number().int().optional() });
export const listAccounts = endpoint({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/v1/accounts',
  policy: 'records.read',
  tag,
  summary: 'Accounts with their figures: search, sort, filter by any field or signal',
  query: ListQuery,
  out: pageOf(AccountRow),
});
export const exportAccounts = endpoint({
  id: 'exportAccounts',
  method: 'GET',
  path: '/api/v1/accounts.csv',
  policy: 'records.read',
  tag,
  transfer: 'download',
  summary: 'The same list as CSV',
  query: ListQuery,
  out: z.unknown(),
});
export const listAccountFields = endpoint({
  id: 'listAccountFields',
  method: 'GET',
  path: '/api/v1/account-fields',
  policy: 'records.read',
  tag,
  summary: 'By which fields can accounts be filtered, sorted and shown?',
  out: z.object({ rows: z.array(FieldInfo) }),
});
export const getAccountRow = endpoint({
  id: 'getAccountRow',
  method: 'GET',
  path: '/api/v1/accounts/:id/figures',
  policy: 'records.read',
  tag,
  summary: 'One account with its current figures',
  params: Id,
  out: AccountRow,
});
export const listPeople = endpoint({
  id: 'listPeople',
  method: 'GET',
  path: '/api/v1/people',
  policy: 'personal.read',
  tag,
  summary: 'People: search, sort, filter',
  query: ListQuery,
  out: pageOf(PersonRow),
});
export const exportPeople = endpoint({
  id: 'exportPeople',
  method: 'GET',
  path: '/api/v1/people.csv',
  policy: 'personal.read',
  tag,
  transfer: 'download',
  summary: 'The same list as CSV',
  query: ListQuery,
  out: z.unknown(),
});
export const listPersonFields = endpoint({
  id: 'listPersonFields',
  method: 'GET',
  path: '/api/v1/person-fields',
  policy: 'records.read',
  tag,
  summary: 'By which fields can people be filtered, sorted and shown?',
  out: z.object({ rows: z.array(FieldInfo) }),
});
export const search = endpoint({
  id: 'search',
  method: 'GET',
  path: '/api/v1/search',
  policy: 'records.read',
  tag,
  summary: 'Find accounts, people, metrics, plays, segments, saved questions and boards by a few letters',
  query: z.object({ q: z.string().min(1).max(100) }),
  out: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(['account', 'person', 'metric', 'play', 'segment', 'question', 'board']),
        id: z.string(),
        label: z.string(),
        detail: z.string(),
      }),
    ),
  }),
});
export const listSavedViews = endpoint({
  id: 'listSavedViews',
  method: 'GET',
  path: '/api/v1/views',
  policy: 'records.read',
  tag,
  summary: 'Saved views of a list',
  query: z.object({ list: z.enum(['accounts', 'people']) }),
  out: z.object({ rows: z.array(SavedView) }),
});
export const saveView = endpoint({
  id: 'saveView',
  method: 'POST',
  path: '/api/v1/views',
  policy: 'records.read',
  tag,
  summary: 'Save a view',
  status: 201,
  body: z.object({
    list: z.enum(['accounts', 'people']),
    name: z.string().trim().min(1).max(80),
    state: z.record(z.string(), z.unknown()),
    shared: z.boolean().default(false),
  }),
  out: SavedView,
});
export const deleteView = endpoint({
  id: 'deleteView',
  method: 'DELETE',
  path: '/api/v1/views/:id',
  policy: 'records.read',
  tag,
  summary: 'Delete a saved view of mine',
  params: Id,
  out: Done,
});

export const getRiver = endpoint({
  id: 'getRiver',
  method: 'GET',
  path: '/api/v1/river',
  policy: 'records.read',
  tag: life,
  summary: 'Where are our customers in the lifecycle, how do they move, where do they leak?',
  query: RiverQuery,
  out: River,
});
export const listRiverAccounts = endpoint({
  id: 'listRiverAccounts',
  method: 'GET',
  path: '/api/v1/river/accounts',
  policy: 'records.read',
  tag: life,
  summary: 'The accounts behind a part of the river',
  query: RiverQuery.extend(PageQuery.shape).extend({
    part: z.enum(['in', 'entered', 'new', 'left', 'moved', 'back', 'lost', 'stuck']),
    stage: LifeStage,
    next: LifeStage.optional(),
  }),
  out: pageOf(
    z.object({
      accountId: z.string(),
      name: z.string(),
      enteredAt: Instant,
      leftAt: Instant.nullable(),
      days: z.number(),
      mrrMinor: z.number().int().nullable(),
      ownerName: z.string().nullable(),
      cause: z.string(),
    }),
  ),
});
export const getLifecycleRules = endpoint({
  id: 'getLifecycleRules',
  method: 'GET',
  path: '/api/v1/lifecycle/rules',
  policy: 'records.read',
  tag: life,
  summary: 'Which rules move accounts?',
  out: LifecycleRules,
});
export const listLifecycleRulesVersions = endpoint({
  id: 'listLifecycleRulesVersions',
  method: 'GET',
  path: '/api/v1/lifecycle/rules/versions',
  policy: 'records.read',
  tag: life,
  summary: 'Every version of the rules, the newest first',
  out: z.object({ rows: z.array(LifecycleRulesVersion) }),
});
export const previewLifecycleRules = endpoint({
  id: 'previewLifecycleRules',
  method: 'POST',
  path: '/api/v1/lifecycle/preview',
  policy: 'settings.write',
  tag: life,
  summary: 'Where would real accounts stand under these rules? Nothing is saved',
  body: z.object({ rules: z.array(StageRule) }),
  out: LifecyclePreview,
});
export const saveLifecycleRules = endpoint({
  id: 'saveLifecycleRules',
  method: 'PUT',
  path: '/api/v1/lifecycle/rules',
  policy: 'settings.write',
  tag: life,
  summary: 'Save new rules; history is recomputed when asked',
  body: z.object({ rules: z.array(StageRule), recompute: z.boolean().default(false) }),
  out: LifecycleRules,
});
export const getHistoryProgress = endpoint({
  id: 'getHistoryProgress',
  method: 'GET',
  path: '/api/v1/lifecycle/progress',
  policy: 'records.read',
  tag: life,
  summary: 'How far is the recomputation of history?',
  out: z.object({ running: z.boolean(), done: z.number().int(), total: z.number().int(), finishedAt: Instant.nullable() }),
});
export const listLifecycleMoves = endpoint({
  id: 'listLifecycleMoves',
  method: 'GET',
  path: '/api/v1/accounts/:id/lifecycle',
  policy: 'records.read',
  tag: life,
  summary: 'The lifecycle ledger of one account, as of any instant',
  params: Id,
  query: AsOf,
  out: z.object({ rows: z.array(LifecycleMove) }),
});

export const getHealth = endpoint({
  id: 'getHealth',
  method: 'GET',
  path: '/api/v1/accounts/:id/health',
  policy: 'records.read',
  tag: 'Signals',
  summary: 'How healthy is this account, why, and how was it before?',
  params: Id,
  query: AsOf,
  out: Health,
});
export const overrideHealth = endpoint({
  id: 'overrideHealth',
  method: 'PUT',
  path: '/api/v1/accounts/:id/health/override',
  policy: 'records.write',
  tag: 'Signals',
  summary: 'Set the health by hand, with a reason and an expiry',
  params: Id,
  body: z.object({ band: HealthBand, reason: z.string().trim().min(3).max(500), expiresOn: LocalDate }).nullable(),
  out: Done,
});
export const getLeadScore = endpoint({
  id: 'getLeadScore',
  method: 'GET',
  path: '/api/v1/people/:id/lead-score',
  policy: 'personal.read',
  tag: 'Signals',
  summary: 'How good is this lead, and why?',
  params: Id,
  query: AsOf,
  out: LeadScore,
});
export const listSignals = endpoint({
  id: 'listSignals',
  method: 'GET',
  path: '/api/v1/signals',
  policy: 'records.read',
  tag: 'Signals',
  summary: 'Which signals exist, with their formulas',
  out: z.object({ rows: z.array(SignalCard) }),
});
export const saveSignal = endpoint({
  id: 'saveSignal',
  method: 'PUT',
  path: '/api/v1/signals/:id',
  policy: 'settings.write',
  tag: 'Signals',
  summary: 'A new version of a signal’s formula',
  params: z.object({ id: SignalId }),
  body: z.object({ definition: z.unknown() }),
  out: SignalCard,
});
export const listSignalVersions = endpoint({
  id: 'listSignalVersions',
  method: 'GET',
  path: '/api/v1/signals/:id/versions',
  policy: 'records.read',
  tag: 'Signals',
  summary: 'Every version of a signal’s formula with its author, the newest first; saving an old one’s definition again goes back to it',
  params: z.object({ id: SignalId }),
  out: z.object({ rows: z.array(SignalVersion) }),
});
export const previewSignal = endpoint({
  id: 'previewSignal',
  method: 'POST',
  path: '/api/v1/signals/:id/preview',
  policy: 'settings.write',
  tag: 'Signals',
  summary: 'Where would real accounts, or people, stand by this formula now? Nothing is saved; a large workspace is sampled',
  params: z.object({ id: SignalId }),
  body: z.object({ definition: z.unknown() }),
  out: SignalPreview,
});
