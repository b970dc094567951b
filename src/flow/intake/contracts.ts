import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, PageQuery, pageOf } from '#kernel/page.ts';
import { Words } from '#kernel/words.ts';

export type { ImportRow, RowNote } from './domain/imports/import-row.ts';
export type { AccountRef, RowFate, RowRefusal } from './domain/row-fate.ts';

/** How the text of a file is to be read; detected, shown for confirmation, changeable. */
export const FileFormat = z.object({
  fileKind: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  delimiter: z.string(),
  sheet: z.string().nullable(),
  dateOrder: z.enum(['iso', 'day-first', 'month-first']),
  dateOrderSure: z.boolean(),
  decimal: z.enum(['point', 'comma']),
  timeZone: z.string(),
  currency: z.string(),
  /** By how many days every date of the file is moved: a sample that lived in the past is moved to live today. */
  moveDays: z.number().int().min(-36_500).max(36_500).default(0),
});
export type FileFormat = z.infer<typeof FileFormat>;

export const FieldType = z.enum([
  'text',
  'integer',
  'number',
  'money',
  'boolean',
  'date',
  'instant',
  'email',
  'domain',
  'country',
  'choice',
]);
export type FieldType = z.infer<typeof FieldType>;

/** A field that an import kind can fill. */
export const ImportField = z.object({
  key: z.string(),
  label: Words,
  type: FieldType,
  required: z.boolean().default(false),
  help: Words.optional(),
  options: z.array(z.string()).optional(),
  synonyms: z.array(z.string()),
});
export type ImportField = z.infer<typeof ImportField>;

/** A kind of record that files can bring. */
export const ImportKind = z.object({ kind: z.string(), label: Words, help: Words, fields: z.array(ImportField), custom: z.boolean() });
export type ImportKind = z.infer<typeof ImportKind>;

/** Where a column goes: a field of the kind, a custom field (`custom:<key>`), or nowhere. */
export const ColumnMapping = z.object({
  column: z.string(),
  index: z.number().int(),
  target: z.string().nullable(),
  sample: z.array(z.string()),
  inferred: z.string(),
  confidence: z.number(),
  reason: z.string().optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** A sentence without its words: its code, and the values in it. */
const KeptSaying = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** Something in the data that does not fit together; found, counted, shown with examples, never hidden. */
export const ImportFinding = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  count: z.number().int(),
  message: Words,
  /** `said` is the sentence of `text` for programs, where it is one. */
  examples: z.array(z.object({ line: z.number().int(), text: z.string(), said: KeptSaying.optional() })),
});
export type ImportFinding = z.infer<typeof ImportFinding>;

/** What the notes of a kind of rows mean, in words, by code. */
export type ImportNotes = Readonly<Record<string, Pick<ImportFinding, 'severity' | 'message'>>>;

export const ImportStatus = z.enum([
  'mapping',
  'checking',
  'checked',
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  fileSize: z.number().int(),
  kind: z.string().nullable(),
  source: z.string(),
  status: ImportStatus,
  /** Is it held up because the disk is full? It goes on by itself when there is room. */
  waitsForRoom: z.boolean(),
  format: FileFormat,
  mapping: z.array(ColumnMapping),
  /** First rows as they stand in the file. */
  preview: z.array(z.array(z.string())),
  rowsTotal: z.number().int(),
  rowsRead: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  findings: z.array(ImportFinding),
  /** The first failed rows with their reasons; the file of all of them is downloaded. */
  errors: z.array(
    z.object({
      line: z.number().int(),
      field: z.string().nullable(),
      message: z.string(),
      remedy: z.string(),
      /** The same for programs: each column with the code and values of its sentence; empty for imports of earlier versions. */
      reasons: z.array(KeptSaying.extend({ column: z.string().nullable() })),
    }),
  ),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  batch: z.string().nullable(),
});
export type Import = z.infer<typeof Import>;

const tag = 'Import';
const Id = z.object({ id: z.string() });
export const listImportKinds = endpoint({
  id: 'listImportKinds',
  method: 'GET',
  path: '/api/v1/import-kinds',
  policy: 'records.read',
  tag,
  summary: 'What can be imported, and which fields has it?',
  out: z.object({ rows: z.array(ImportKind) }),
});
export const listImports = endpoint({
  id: 'listImports',
  method: 'GET',
  path: '/api/v1/imports',
  policy: 'records.read',
  tag,
  summary: 'Which files came in, the newest first?',
  query: PageQuery.extend({
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, 'a cursor of this list')
      .optional(),
    search: z.string().max(200).optional().describe('letters of the file’s name'),
    kind: z.string().max(60).optional(),
    status: ImportStatus.optional(),
    source: z.string().max(60).optional(),
    batch: z.string().max(60).optional(),
  }),
  out: pageOf(Import),
});
export const uploadImport = endpoint({
  id: 'uploadImport',
  method: 'POST',
  path: '/api/v1/imports',
  policy: 'import.run',
  tag,
  transfer: 'upload',
  status: 201,
  summary: 'Send a CSV or XLSX file as the request body; it is inspected, its kind and mapping are guessed',
  query: z.object({ fileName: z.string().min(1).max(200), kind: z.string().max(60).optional(), source: z.string().max(60).optional() }),
  out: Import,
});
export const getImport = endpoint({
  id: 'getImport',
  method: 'GET',
  path: '/api/v1/imports/:id',
  policy: 'records.read',
  tag,
  summary: 'How does an import stand?',
  params: Id,
  out: Import,
});
export const updateImport = endpoint({
  id: 'updateImport',
  method: 'PATCH',
  path: '/api/v1/imports/:id',
  policy: 'import.run',
  tag,
  summary: 'Confirm or change the format, kind or mapping',
  params: Id,
  body: z.object({
    kind: z.string().optional(),
    format: FileFormat.partial().optional(),
    mapping: z.array(z.object({ index: z.number().int(), target: z.string().nullable() })).optional(),
  }),
  out: Import,
});
export const checkImport = endpoint({
  id: 'checkImport',
  method: 'POST',
  path: '/api/v1/imports/:id/check',
  policy: 'import.run',
  tag,
  summary: 'Dry run: read every row, change nothing, say what would happen',
  params: Id,
  out: Import,
  status: 202,
});
export const runImport = endpoint({
  id: 'runImport',
  method: 'POST',
  path: '/api/v1/imports/:id/run',
  policy: 'import.run',
  tag,
  summary: 'Import the rows',
  params: Id,
  out: Import,
  status: 202,
});
export const cancelImport = endpoint({
  id: 'cancelImport',
  method: 'POST',
  path: '/api/v1/imports/:id/cancel',
  policy: 'import.run',
  tag,
  summary: 'Stop a running import; what is in stays and can be undone',
  params: Id,
  out: Import,
});
export const undoImport = endpoint({
  id: 'undoImport',
  method: 'POST',
  path: '/api/v1/imports/:id/undo',
  policy: 'import.run',
  tag,
  summary: 'Take everything back that this import changed',
  params: Id,
  out: Import,
  status: 202,
});
export const downloadImportErrors = endpoint({
  id: 'downloadImportErrors',
  method: 'GET',
  path: '/api/v1/imports/:id/errors.csv',
  policy: 'import.run',
  tag,
  transfer: 'download',
  summary: 'The failed rows with reason and remedy beside each',
  params: Id,
  out: z.unknown(),
});
export const importSample = endpoint({
  id: 'importSample',
  method: 'POST',
  path: '/api/v1/samples/ravenstack',
  policy: 'import.run',
  tag,
  summary: 'Import the sample company RavenStack',
  out: z.object({ batch: z.string() }),
  status: 202,
});

const AnsweredProblem = z.object({
  field: z.string(),
  code: z.string(),
  reason: z.string(),
  params: z.record(z.string(), z.unknown()),
  message: z.string(),
  remedy: z.string().optional(),
});

/** One event of the live view. */
export const LiveEvent = z.object({
  id: z.string(),
  receivedAt: Instant,
  at: Instant,
  type: z.string(),
  event: z.string(),
  /** Taken; sent before, so that it counts once; refused. */
  outcome: z.enum(['taken', 'duplicate', 'refused']),
  ok: z.boolean(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  rawId: z.string(),
  /** The library that sent it, as in `perennial-sdk@0.1.0`; '' when it names none. */
  source: z.string(),
  /** How long after it happened it came (ms), when that is more than an hour: figures of periods that were over change by it. */
  lateMs: z.number().int().nullable(),
  /** `reason` and `params` say the same for programs. */
  problems: z.array(AnsweredProblem),
  warnings: z.array(z.string()),
  props: z.record(z.string(), z.string()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
export const listLiveEvents = endpoint({
  id: 'listLiveEvents',
  method: 'GET',
  path: '/api/v1/live-events',
  policy: 'personal.read',
  tag: 'Events',
  summary: 'What arrived last? The newest 500, good and bad, by event, person, account, source or text',
  query: z.object({
    after: z.string().optional(),
    event: z.string().optional(),
    bad: z.enum(['true', 'false']).optional(),
    person: z.string().max(60).optional(),
    account: z.string().max(60).optional(),
    source: z.string().max(200).optional().describe('the library that sent it, as in perennial-sdk@0.1.0'),
    text: z.string().max(200).optional(),
    only: z.enum(['refused', 'remarked', 'duplicate']).optional(),
  }),
  out: z.object({
    rows: z.array(LiveEvent),
    cursor: z.string(),
    /** What there is to filter by, whatever the filter. */
    events: z.array(z.string()),
    sources: z.array(z.string()),
  }),
});
/** An arrival with the message behind it. */
export const LiveMessage = z.object({
  event: LiveEvent,
  /** The message as it came, without the address of its machine; null once newer ones took its place. */
  raw: z.unknown(),
  ids: z.object({
    messageId: z.string().nullable(),
    userId: z.string().nullable(),
    anonymousId: z.string().nullable(),
    groupId: z.string().nullable(),
    previousId: z.string().nullable(),
  }),
  /** What it says of time, and by how much the clock of its sender was behind ours (ms, with the time on its way). */
  timestamp: Instant.nullable(),
  sentAt: Instant.nullable(),
  skewMs: z.number().int().nullable(),
});
export type LiveMessage = z.infer<typeof LiveMessage>;
export const getLiveEvent = endpoint({
  id: 'getLiveEvent',
  method: 'GET',
  path: '/api/v1/live-events/:id',
  policy: 'personal.read',
  tag: 'Events',
  summary: 'What was this arrival? The message as it came, its ids and times, and what was made of it',
  params: Id,
  out: LiveMessage,
});
export const validateEvent = endpoint({
  id: 'validateEvent',
  method: 'POST',
  path: '/api/v1/live-events/validate',
  policy: 'records.read',
  tag: 'Events',
  summary: 'Would this message be accepted? Nothing is stored',
  body: z.object({ message: z.unknown() }),
  out: z.object({
    ok: z.boolean(),
    event: z.string().nullable(),
    problems: LiveEvent.shape.problems,
    warnings: z.array(z.string()),
    props: z.record(z.string(), z.string()),
  }),
});
export { Done };
