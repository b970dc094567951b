import { describe, expect, it } from 'vitest';
import type { FieldType, ImportKind } from '../../contracts.ts';
import { CELL_SAYS } from '../tabular/cell-sayings.ts';
import { inferColumn } from '../tabular/infer-column.ts';
import { createRowReader } from './row-reader.ts';

const words = (en: string) => ({ en, 'zh-CN': en, es: en });
const FIELDS: Readonly<Record<string, FieldType>> = {
  id: 'text',
  mrr: 'money',
  currency: 'text',
  started_at: 'instant',
  plan: 'choice',
  seats: 'integer',
};
const KIND: ImportKind = {
  kind: 'subscription',
  label: words('Subscriptions'),
  help: words(''),
  custom: true,
  fields: Object.entries(FIELDS).map(([key, type]) => ({
    key,
    type,
    label: words(key),
    required: key === 'id',
    options: ['Basic', 'Pro'],
    synonyms: [],
  })),
};

const readerOf = (table: Readonly<Record<string, readonly string[]>>, targets: readonly (string | null)[], moveDays = 0) =>
  createRowReader({
    moveDays,
    kind: KIND,
    columns: Object.entries(table).map(([name, values], index) => ({
      name,
      sample: [],
      inferred: inferColumn(values, name),
      target: targets[index] ?? null,
      confidence: 1,
      reason: '',
    })),
    said: { dateOrder: null, decimal: null },
    timeZone: 'Europe/Madrid',
    currency: 'EUR',
    now: Date.UTC(2026, 0, 1),
  });
const TABLE = {
  id: ['S-1', 'S-2', 'S-3'],
  amount: ['1.234,50', '99,00', '0,50'],
  cur: ['EUR', 'JPY', ''],
  start: ['13/02/2024 10:00', '28/02/2024', ''],
  plan: ['pro', 'Basic', 'Basic'],
  note: ['01/02/2024', '30/11/2024', 'soon'],
  odd: ['1', '2', '3'],
};
const read = readerOf(TABLE, ['id', 'mrr', 'currency', 'started_at', 'plan', 'custom:since', null]);

describe('createRowReader', () => {
  it('reads cells as the types of their fields, money in the currency of its row', () => {
    expect(read({ line: 2, cells: ['S-1', '1.234,50', 'EUR', '13/02/2024 10:00', 'PRO', '01/02/2024', '1'] })).toEqual({
      ok: true,
      row: {
        line: 2,
        values: { id: 'S-1', mrr: 123_450, currency: 'EUR', started_at: Date.UTC(2024, 1, 13, 9), plan: 'Pro' },
        custom: { since: '01/02/2024' },
      },
      notes: [],
    });
    expect(read({ line: 3, cells: ['S-2', '99,00', 'jpy', '', 'Basic', '', '2'] })).toMatchObject({
      row: { values: { mrr: 99, currency: 'jpy', started_at: null }, custom: {} },
    });
  });

  it('names every fault of a row at once', () => {
    const result = read({ line: 4, cells: ['', 'x', '', '31/02/2024', 'Gold', '', ''] });
    expect(result.ok ? null : result.failure).toMatchObject({ line: 4, field: 'id' });
    expect(result.ok ? [] : result.failure.reasons.map(({ column, said }) => [column, said.code, said.params.value])).toEqual([
      ['id', 'cell_empty', undefined],
      ['amount', 'not_a_number', 'x'],
      ['start', 'not_a_date', '31/02/2024'],
      ['plan', 'unknown_choice', 'Gold'],
    ]);
  });

  it('refuses rows with a problem and headers in the middle, and notes dates out of this world', () => {
    expect(read({ line: 5, cells: ['S'], problem: CELL_SAYS.too_few_fields({ cells: 1, width: 7 }) })).toMatchObject({
      failure: { reasons: [{ column: null, said: { code: 'too_few_fields', params: { cells: 1, width: 7 } } }] },
    });
    expect(read({ line: 6, cells: Object.keys(TABLE) })).toMatchObject({
      failure: { field: null, reasons: [{ column: null, said: { code: 'header_repeated' } }] },
    });
    expect(read({ line: 7, cells: ['S-1', '', '', '01/01/0203', '', '', ''] })).toMatchObject({
      notes: [{ code: 'date_implausible:started_at', text: '01/01/0203' }],
    });
  });

  it('moves every date by as many days, keeping the local time of day over a change of clocks', () => {
    const later = readerOf(TABLE, ['id', 'mrr', 'currency', 'started_at', 'plan', 'custom:since', null], 70);
    expect(later({ line: 2, cells: ['S-1', '1', 'EUR', '13/02/2024 10:00', 'PRO', '', '1'] })).toMatchObject({
      row: { values: { started_at: Date.UTC(2024, 3, 23, 8) } },
    });
  });
});
