import { z } from 'zod';

/** The query of every list: how many rows, from which cursor on. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});

/** A page of rows; `nextCursor` is null on the last one. `total` is exact when given. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.number().int().optional() });

export const Order = z.enum(['asc', 'desc']);
export type Order = z.infer<typeof Order>;

/** An instant in UTC milliseconds. */
export const Instant = z.number().int();
/** A local calendar date, 'YYYY-MM-DD'. */
export const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-03-31');
/** An answer that only says that it was done. */
export const Done = z.object({ ok: z.literal(true) });

/** What a field of a record is called and how it is compared: the filter bar, segments and the column chooser read it. */
export const FieldInfo = z.object({
  key: z.string(),
  label: z.object({ en: z.string(), 'zh-CN': z.string(), es: z.string() }),
  type: z.enum(['text', 'number', 'money', 'percent', 'date', 'instant', 'boolean', 'choice', 'person', 'account', 'user']),
  group: z.enum(['record', 'custom', 'lifecycle', 'revenue', 'usage', 'signal', 'support', 'segment']),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  sortable: z.boolean(),
});
export type FieldInfo = z.infer<typeof FieldInfo>;
