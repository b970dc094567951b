import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, LocalDate, PageQuery, pageOf } from '#kernel/page.ts';
import { Words } from '#kernel/words.ts';
import { SegmentCondition, SegmentUnit } from './condition-contracts.ts';
import { MetricRowsQuestion } from './contracts.ts';
import { AnswerPart, Question } from './question-contracts.ts';

/** What a night's recomputation found: how many are in, how many time alone moved, who was missing or in wrongly (and was put right). */
export const SegmentCheck = z.object({
  at: Instant,
  members: z.number().int(),
  byTime: z.number().int(),
  missing: z.number().int(),
  extra: z.number().int(),
  tookMs: z.number().int(),
});
export type SegmentCheck = z.infer<typeof SegmentCheck>;

/** Something that names a segment: another segment, a play, a saved question, a board with such a question, a list that is shared. */
export const SegmentUse = z.object({
  kind: z.enum(['segment', 'play', 'question', 'board', 'view']),
  id: z.string(),
  /** As it is called: plays that are shipped have a name in each language. */
  name: z.union([z.string(), Words]),
  /** Of a shared list: what it lists. */
  list: z.enum(['accounts', 'people']).optional(),
});
export type SegmentUse = z.infer<typeof SegmentUse>;

/** Accounts or people who belong together: by a condition, or put in by hand. */
export const Segment = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  unit: SegmentUnit,
  /** Null for a list that is kept by hand. */
  condition: SegmentCondition.nullable(),
  version: z.number().int(),
  size: z.number().int(),
  /** How many were in at the end of each of the last 30 local days since it was made, today as it is now. */
  trend: z.array(z.number().int()),
  createdAt: Instant,
  changedAt: Instant,
  changedBy: z.string(),
  /** When all were last looked at; changes about single ones are seen at once. */
  lookedAt: Instant.nullable(),
  /** What names this one; it is not removed while anything does. */
  usedBy: z.array(SegmentUse),
  check: SegmentCheck.nullable(),
});
export type Segment = z.infer<typeof Segment>;

/** That a segment took the place of another, of this name then, in these uses. */
export const SegmentReplacement = z.object({ name: z.string(), at: Instant, byName: z.string(), uses: z.array(SegmentUse) });
export type SegmentReplacement = z.infer<typeof SegmentReplacement>;

const Path = z.array(z.number().int());
export const SegmentPreview = z.object({
  count: z.number().int(),
  /** How many accounts or people there are at all. */
  of: z.number().int(),
  /** How many meet each part of the condition: the whole first, then from left to right; the inside of a `not` is its part 0. */
  parts: z.array(z.object({ path: Path, count: z.number().int() })),
  sample: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  tookMs: z.number(),
});
export type SegmentPreview = z.infer<typeof SegmentPreview>;

/** What a test came to for one unit: the text of a field, or how often (or how many steps), and when first and last. */
export const TestValue = z.union([
  z.object({ text: z.string().nullable() }),
  z.object({ count: z.number().int(), first: Instant.nullable(), last: Instant.nullable() }),
]);
export type TestValue = z.infer<typeof TestValue>;

export const SegmentExplanation = z.object({
  id: z.string(),
  name: z.string().nullable(),
  met: z.boolean(),
  /** In the order of a preview's parts. */
  parts: z.array(z.object({ path: Path, met: z.boolean(), value: TestValue.nullable() })),
});
export type SegmentExplanation = z.infer<typeof SegmentExplanation>;

/** Why somebody came in or went. */
const SegmentCause = z.enum(['known', 'time', 'defined', 'hand', 'check']);

export const SegmentMember = z.object({
  id: z.string(),
  name: z.string().nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  enteredAt: Instant,
  enteredBy: SegmentCause,
});
export type SegmentMember = z.infer<typeof SegmentMember>;

export const SegmentTurn = z.object({
  id: z.string(),
  name: z.string().nullable(),
  turn: z.enum(['entered', 'left']),
  at: Instant,
  by: SegmentCause,
});
export type SegmentTurn = z.infer<typeof SegmentTurn>;

const tag = 'Segments';
const Id = z.object({ id: z.string() });
const Name = z.string().trim().min(1).max(120);
const Note = z.string().trim().max(1_000);
/** Whom a list names: by id, by the id of another system, by e-mail address (people), by domain or name (accounts). */
const Named = z.array(z.string().trim().min(1).max(300)).max(50_000);

export const listSegments = endpoint({
  id: 'listSegments',
  method: 'GET',
  path: '/api/v1/segments',
  policy: 'records.read',
  tag,
  summary: 'Which segments are there, how large are they, and how did they grow?',
  out: z.object({ rows: z.array(Segment) }),
});
export const getSegment = endpoint({
  id: 'getSegment',
  method: 'GET',
  path: '/api/v1/segments/:id',
  policy: 'records.read',
  tag,
  summary: 'One segment',
  params: Id,
  out: Segment,
});
export const createSegment = endpoint({
  id: 'createSegment',
  method: 'POST',
  path: '/api/v1/segments',
  policy: 'records.write',
  tag,
  summary: 'Keep a segment: by a condition, of these names, or of the units behind a part of an answer or a point of a metric',
  status: 201,
  body: z.object({
    name: Name,
    note: Note.default(''),
    unit: SegmentUnit,
    /** Null for a list that is kept by hand. */
    condition: SegmentCondition.nullable(),
    /** Whom a list holds from the start. */
    members: Named.optional(),
    behind: z
      .union([
        z.object({ question: Question, part: AnswerPart }),
        z.object({ metric: z.string().min(1).max(120), rows: MetricRowsQuestion }),
      ])
      .optional(),
  }),
  out: Segment,
});
export const updateSegment = endpoint({
  id: 'updateSegment',
  method: 'PATCH',
  path: '/api/v1/segments/:id',
  policy: 'records.write',
  tag,
  summary: 'Change the name, note or condition of a segment; another condition is another version',
  params: Id,
  body: z.object({ name: Name.optional(), note: Note.optional(), condition: SegmentCondition.optional() }),
  out: Segment,
});
export const deleteSegment = endpoint({
  id: 'deleteSegment',
  method: 'DELETE',
  path: '/api/v1/segments/:id',
  policy: 'records.write',
  tag,
  summary:
    'Remove a segment with its history; refused (409, with the list) while a segment, play, saved question, board or shared list names it',
  params: Id,
  out: Done,
});
export const replaceSegment = endpoint({
  id: 'replaceSegment',
  method: 'POST',
  path: '/api/v1/segments/:id/replace',
  policy: 'records.write',
  tag,
  summary:
    'Put another segment in the place of one wherever that is named: segments, plays, saved questions, boards, lists; all at once or not at all',
  params: Id,
  body: z.object({ with: z.string() }),
  out: z.object({ uses: z.array(SegmentUse) }),
});
export const previewSegment = endpoint({
  id: 'previewSegment',
  method: 'POST',
  path: '/api/v1/segments/preview',
  policy: 'records.read',
  tag,
  summary: 'How many would be in a segment, and meet each part of its condition? With a sample',
  body: z.object({ unit: SegmentUnit, condition: SegmentCondition }),
  out: SegmentPreview,
});
export const explainSegment = endpoint({
  id: 'explainSegment',
  method: 'POST',
  path: '/api/v1/segments/explain',
  policy: 'records.read',
  tag,
  summary: 'Why is this account or person in, or not? Each part of the condition with its value',
  body: z.object({ unit: SegmentUnit, condition: SegmentCondition, id: z.string() }),
  out: SegmentExplanation,
});
export const listSegmentMembers = endpoint({
  id: 'listSegmentMembers',
  method: 'GET',
  path: '/api/v1/segments/:id/members',
  policy: 'records.read',
  tag,
  summary: 'Who is in a segment, or was at an instant? Those who came last first',
  params: Id,
  query: PageQuery.extend({ search: z.string().max(200).optional(), asOf: z.coerce.number().int().optional() }),
  out: pageOf(SegmentMember),
});
export const addSegmentMembers = endpoint({
  id: 'addSegmentMembers',
  method: 'POST',
  path: '/api/v1/segments/:id/members',
  policy: 'records.write',
  tag,
  summary: 'Put accounts or people into a list that is kept by hand',
  params: Id,
  body: z.object({ members: Named.min(1) }),
  out: z.object({ added: z.number().int(), already: z.number().int(), unknown: z.array(z.string()) }),
});
export const removeSegmentMembers = endpoint({
  id: 'removeSegmentMembers',
  method: 'POST',
  path: '/api/v1/segments/:id/members/remove',
  policy: 'records.write',
  tag,
  summary: 'Take accounts or people out of a list that is kept by hand',
  params: Id,
  body: z.object({ members: Named.min(1) }),
  out: z.object({ removed: z.number().int(), unknown: z.array(z.string()) }),
});
export const listSegmentTurns = endpoint({
  id: 'listSegmentTurns',
  method: 'GET',
  path: '/api/v1/segments/:id/history',
  policy: 'records.read',
  tag,
  summary: 'Who entered and left a segment, and why? The latest first',
  params: Id,
  query: PageQuery.extend({ of: z.string().optional().describe('the id of one account or person') }),
  out: pageOf(SegmentTurn),
});
export const getSegmentSizes = endpoint({
  id: 'getSegmentSizes',
  method: 'GET',
  path: '/api/v1/segments/:id/sizes',
  policy: 'records.read',
  tag,
  summary: 'How many were in a segment at the end of each local day, who came and went, and what did the nights find?',
  params: Id,
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(90) }),
  out: z.object({
    days: z.array(z.object({ date: LocalDate, size: z.number().int() })),
    checks: z.array(SegmentCheck),
    /** Whose place it took, the latest first. */
    replaced: z.array(SegmentReplacement),
  }),
});
