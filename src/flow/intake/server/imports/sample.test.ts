import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { FieldType, Import } from '../../contracts.ts';
import type { ImportTarget, RowOutcome } from '../import-target.ts';
import { type Desk, openDesk } from './testing/desk.ts';

const words = (en: string) => ({ en, 'zh-CN': en, es: en });
const read: { kind: string; values: Readonly<Record<string, unknown>> }[] = [];

/** A kind that keeps its first row of each chunk in memory and takes everything. */
const sink = (kind: string, order: number, fields: Readonly<Record<string, FieldType>>): ImportTarget => ({
  order,
  keyField: Object.keys(fields)[0],
  kind: {
    kind,
    label: words(kind),
    help: words(kind),
    custom: false,
    fields: Object.entries(fields).map(([key, type], index) => ({ key, type, label: words(key), required: index === 0, synonyms: [] })),
  },
  write: async (_tx, _context, rows) => {
    if (rows[0]) read.push({ kind, values: rows[0].values });
    return rows.map((row): RowOutcome => ({ line: row.line, outcome: 'created', recordId: `${kind}_${row.line}`, before: null }));
  },
  undo: async () => undefined,
});

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    targets: [
      sink('churn', 60, { churn_event_id: 'text', churn_date: 'date', refund_amount_usd: 'money' }),
      sink('ticket', 50, { ticket_id: 'text', closed_at: 'instant', escalation_flag: 'boolean' }),
      sink('feature_usage', 40, { usage_id: 'text', usage_date: 'date', usage_count: 'integer' }),
      sink('subscription', 30, { subscription_id: 'text', start_date: 'date', mrr_amount: 'money' }),
      sink('account', 10, { account_id: 'text', signup_date: 'date', country: 'country', is_trial: 'boolean' }),
    ],
  });
});
afterAll(() => desk.close());

it('brings the five files of the sample company as one batch, what others refer to first', async () => {
  const { batch } = (await (await desk.call('POST', '/api/v1/samples/ravenstack')).json()) as { batch: string };
  await desk.imports.drain(1);
  const { rows } = (await (await desk.call('GET', '/api/v1/imports')).json()) as { rows: readonly Import[] };
  expect(rows.map((row) => [row.kind, row.status, row.batch === batch, row.created, row.failed, row.source])).toEqual([
    ['churn', 'done', true, 600, 0, 'ravenstack'],
    ['ticket', 'done', true, 2_000, 0, 'ravenstack'],
    ['feature_usage', 'done', true, 25_000, 0, 'ravenstack'],
    ['subscription', 'done', true, 5_000, 0, 'ravenstack'],
    ['account', 'done', true, 500, 0, 'ravenstack'],
  ]);
  expect(rows.every((row) => row.format.dateOrder === 'day-first' && row.format.dateOrderSure)).toBe(true);
  expect([...new Set(read.map(({ kind }) => kind))]).toEqual(['account', 'subscription', 'feature_usage', 'ticket', 'churn']);
  const firstOf = (kind: string) => read.find((row) => row.kind === kind)?.values;
  const days = rows[0]?.format.moveDays ?? Number.NaN;
  // Whole weeks, so that weekdays stay, and nothing lies in the future.
  expect(days % 7).toBe(0);
  expect(addDays('2024-12-31', days) <= dateOf(Date.now(), 'UTC')).toBe(true);
  expect(addDays('2024-12-31', days + 8) > dateOf(Date.now(), 'UTC')).toBe(true);
  expect(firstOf('account')).toEqual({ account_id: 'A-2e4581', signup_date: addDays('2024-10-16', days), country: 'US', is_trial: false });
  expect(firstOf('subscription')).toEqual({ subscription_id: 'S-8cec59', start_date: addDays('2023-12-23', days), mrr_amount: 278_600 });
  expect(firstOf('ticket')).toEqual({
    ticket_id: 'T-0024de',
    closed_at: Date.UTC(2023, 6, 28, 3) + days * 86_400_000,
    escalation_flag: false,
  });
  // The file has 21 usage ids twice: told, not hidden.
  const usage = rows.find((row) => row.kind === 'feature_usage');
  expect(usage?.findings.find(({ code }) => code === 'key_repeated')?.count).toBe(21);
  expect(rows.find((row) => row.kind === 'account')?.findings.find(({ code }) => code === 'column_left_out')?.count).toBe(6);
});
