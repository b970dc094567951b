import { z } from 'zod';
import { Condition } from '#kernel/condition.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, LocalDate } from '#kernel/page.ts';
import { Breakdown, Interval } from './contracts.ts';
import { Question, QuestionInterval } from './question-contracts.ts';

/** A period as people name it: it is worked out anew each time it is asked. */
export const NamedPeriod = z.object({
  preset: z.enum(['7d', '28d', '90d', '12m', 'month', 'quarter', 'year', 'all', 'custom']),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: LocalDate.optional(),
  interval: QuestionInterval.optional(),
});
export type NamedPeriod = z.infer<typeof NamedPeriod>;

/** What is kept of a question: its name, the question, its period, and how it is looked at. */
export const QuestionDraft = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2_000).default(''),
  question: Question,
  period: NamedPeriod,
  look: z.enum(['line', 'area', 'bar', 'number', 'table']).default('line'),
});
export type QuestionDraft = z.infer<typeof QuestionDraft>;

export const SavedQuestion = QuestionDraft.extend({
  id: z.string(),
  ownerName: z.string(),
  changedAt: Instant,
  comments: z.number().int(),
  /** On how many boards it stands. */
  boards: z.number().int(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;

export const QuestionComment = z.object({ id: z.string(), authorName: z.string(), text: z.string(), at: Instant, mine: z.boolean() });
export type QuestionComment = z.infer<typeof QuestionComment>;

const span = z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(6)]).default(3);

/** A metric as a board asks it: its id, its period, by what it is divided, and of which accounts. */
export const MetricOnBoard = NamedPeriod.extend({
  id: z.string().min(1).max(120),
  interval: Interval.optional(),
  by: Breakdown.optional(),
  filter: Condition.optional(),
});
export type MetricOnBoard = z.infer<typeof MetricOnBoard>;

/** A saved question or a metric on a board; `span` is in sixths of its width. */
export const BoardTile = z.union([z.strictObject({ questionId: z.string(), span }), z.strictObject({ metric: MetricOnBoard, span })]);
export type BoardTile = z.infer<typeof BoardTile>;

export const BoardDraft = z.object({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2_000).default(''),
  tiles: z.array(BoardTile).max(40).default([]),
});
export type BoardDraft = z.infer<typeof BoardDraft>;

export const Board = BoardDraft.extend({ id: z.string(), ownerName: z.string(), changedAt: Instant });
export type Board = z.infer<typeof Board>;

export const AnnotationKind = z.enum(['release', 'price', 'campaign', 'other']);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

const AnnotationDraft = z.object({ day: LocalDate, kind: AnnotationKind, text: z.string().trim().min(1).max(200) });

/** Something dated that explains a chart; one without an author is told by a fact and cannot be removed. */
export const Annotation = AnnotationDraft.extend({ id: z.string(), authorName: z.string().nullable() });
export type Annotation = z.infer<typeof Annotation>;

const tag = 'Saved questions and boards';
const Id = z.object({ id: z.string() });

export const listSavedQuestions = endpoint({
  id: 'listSavedQuestions',
  method: 'GET',
  path: '/api/v1/saved-questions',
  policy: 'records.read',
  tag,
  summary: 'The questions that this workspace keeps, the latest changed first',
  out: z.object({ rows: z.array(SavedQuestion) }),
});
export const saveQuestion = endpoint({
  id: 'saveQuestion',
  method: 'POST',
  path: '/api/v1/saved-questions',
  policy: 'records.write',
  tag,
  summary: 'Keep a question',
  body: QuestionDraft,
  out: SavedQuestion,
});
export const changeQuestion = endpoint({
  id: 'changeQuestion',
  method: 'PUT',
  path: '/api/v1/saved-questions/:id',
  policy: 'records.write',
  tag,
  summary: 'Change a kept question',
  params: Id,
  body: QuestionDraft,
  out: SavedQuestion,
});
export const removeQuestion = endpoint({
  id: 'removeQuestion',
  method: 'DELETE',
  path: '/api/v1/saved-questions/:id',
  policy: 'records.write',
  tag,
  summary: 'Remove a kept question, its comments and its places on boards',
  params: Id,
  out: Done,
});
export const listComments = endpoint({
  id: 'listComments',
  method: 'GET',
  path: '/api/v1/saved-questions/:id/comments',
  policy: 'records.read',
  tag,
  summary: 'What is said about a kept question, oldest first',
  params: Id,
  out: z.object({ rows: z.array(QuestionComment) }),
});
export const addComment = endpoint({
  id: 'addComment',
  method: 'POST',
  path: '/api/v1/saved-questions/:id/comments',
  policy: 'records.write',
  tag,
  summary: 'Say something about a kept question',
  params: Id,
  body: z.object({ text: z.string().trim().min(1).max(4_000) }),
  out: QuestionComment,
});
export const removeComment = endpoint({
  id: 'removeComment',
  method: 'DELETE',
  path: '/api/v1/saved-questions/:id/comments/:comment',
  policy: 'records.write',
  tag,
  summary: 'Take an own comment back',
  params: Id.extend({ comment: z.string() }),
  out: Done,
});
export const listBoards = endpoint({
  id: 'listBoards',
  method: 'GET',
  path: '/api/v1/boards',
  policy: 'records.read',
  tag,
  summary: 'The boards of the workspace, the latest changed first',
  out: z.object({ rows: z.array(Board) }),
});
export const createBoard = endpoint({
  id: 'createBoard',
  method: 'POST',
  path: '/api/v1/boards',
  policy: 'records.write',
  tag,
  summary: 'Make a board',
  body: BoardDraft,
  out: Board,
});
export const changeBoard = endpoint({
  id: 'changeBoard',
  method: 'PUT',
  path: '/api/v1/boards/:id',
  policy: 'records.write',
  tag,
  summary: 'Change a board: its name, what stands on it and in which order',
  params: Id,
  body: BoardDraft,
  out: Board,
});
export const removeBoard = endpoint({
  id: 'removeBoard',
  method: 'DELETE',
  path: '/api/v1/boards/:id',
  policy: 'records.write',
  tag,
  summary: 'Remove a board; its questions stay',
  params: Id,
  out: Done,
});
export const listAnnotations = endpoint({
  id: 'listAnnotations',
  method: 'GET',
  path: '/api/v1/annotations',
  policy: 'records.read',
  tag,
  summary: 'What happened when: annotations and releases of a time, oldest first',
  query: z.object({ from: LocalDate, to: LocalDate.describe('the first day after the time') }),
  out: z.object({ rows: z.array(Annotation) }),
});
export const addAnnotation = endpoint({
  id: 'addAnnotation',
  method: 'POST',
  path: '/api/v1/annotations',
  policy: 'records.write',
  tag,
  summary: 'Say what happened on a day',
  body: AnnotationDraft,
  out: Annotation,
});
export const removeAnnotation = endpoint({
  id: 'removeAnnotation',
  method: 'DELETE',
  path: '/api/v1/annotations/:id',
  policy: 'records.write',
  tag,
  summary: 'Remove an annotation',
  params: Id,
  out: Done,
});
