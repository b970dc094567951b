import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '#kernel/saying.ts';
import type { CellFormat } from './column-format.ts';
import { type CellType, parseCell } from './parse-value.ts';
import { writeCsv } from './write-csv.ts';

const FORMAT: CellFormat = { decimal: 'point', decimalSure: true, dateOrder: 'day-first', dateOrderSure: true };
const COMMA: CellFormat = { ...FORMAT, decimal: 'comma' };
const USD: CellType = { type: 'money', currency: 'USD' };

function cell(
  raw: string,
  type: CellType | Exclude<CellType['type'], 'money' | 'choice'>,
  format: Partial<CellFormat> = {},
  timeZone = 'Europe/Berlin',
) {
  const result = parseCell(raw, typeof type === 'string' ? { type } : type, { ...FORMAT, ...format }, { timeZone });
  return result.ok ? result.value : result.said.code;
}

describe('numbers', () => {
  it.each([
    ['1,234.5', FORMAT, 1234.5],
    ['1.234,5', COMMA, 1234.5],
    ['1 234,5', COMMA, 1234.5],
    ['(12.50)', FORMAT, -12.5],
    ['12.50-', FORMAT, -12.5],
    ['−3', FORMAT, -3],
    ['1.2E+05', FORMAT, 120_000],
    ["'-5", FORMAT, -5],
    ['.5', FORMAT, 0.5],
    ['12,34', FORMAT, 'not_a_number'],
    ['1.2.3', FORMAT, 'not_a_number'],
    ['12%', FORMAT, 'not_a_number'],
    ['Infinity', FORMAT, 'not_a_number'],
    ['', FORMAT, null],
    ['N/A', FORMAT, null],
  ])('%j', (raw, format, expected) => expect(cell(raw, 'number', format)).toBe(expected));

  it('refuses what is not whole, or not exact', () => {
    expect(cell('12.0', 'integer')).toBe(12);
    expect(cell('12.5', 'integer')).toBe('not_whole');
    expect(cell('9007199254740993', 'integer')).toBe('too_large');
  });

  it('does not guess between thousands and thousandths', () => {
    expect(cell('1.234', 'number', { decimalSure: false })).toBe('decimal_mark_unknown');
    expect(cell('12.5', 'number', { decimalSure: false })).toBe(12.5);
  });
});

describe('money', () => {
  it.each([
    ['$1,200.50', USD, 120_050],
    ['1100.045', USD, 110_005],
    ['-$5', USD, -500],
    ['($5.25)', USD, -525],
    ['USD 12', USD, 1200],
    ['1200', { type: 'money', currency: 'JPY' } as const, 1200],
    ['￥1,200', { type: 'money', currency: 'CNY' } as const, 120_000],
    ['1.234', { type: 'money', currency: 'KWD' } as const, 1234],
    ['€5', USD, 'other_currency'],
    ['five', USD, 'not_a_number'],
    ['99999999999999999', USD, 'too_large'],
  ])('%j', (raw, type, expected) => expect(cell(raw, type)).toBe(expected));

  it('reads back every amount that was written, under either mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const point = (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        expect(cell(point, USD)).toBe(minor === 0 ? 0 : minor);
        expect(cell((minor / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 }), USD, COMMA)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['16-10-2024', 'day-first', '2024-10-16'],
    ['10/16/2024', 'month-first', '2024-10-16'],
    ['16/10/24', 'day-first', '2024-10-16'],
    ['01/02/69', 'day-first', '1969-02-01'],
    ['2024-10-16', 'month-first', '2024-10-16'],
    ['45581', 'excel', '2024-10-16'],
    ['45581.75', 'excel', '2024-10-16'],
    ['16-10-2024 23:30', 'day-first', '2024-10-16'],
    ['2024-10-16T23:30:00Z', 'iso', '2024-10-17'],
    ['Wed, 16 Oct 2024', 'iso', '2024-10-16'],
    ['16 de octubre de 2024', 'iso', '2024-10-16'],
    ['16. März 2024', 'iso', '2024-03-16'],
    ['29-02-2023', 'day-first', 'not_a_date'],
    ['31-04-2024', 'day-first', 'not_a_date'],
    ['10-16-2024', 'day-first', 'not_a_date'],
    ['2024-13-01', 'iso', 'not_a_date'],
    ['45581', 'iso', 'not_a_date'],
    ['soon', 'iso', 'not_a_date'],
  ] as const)('%j %s', (raw, dateOrder, expected) => expect(cell(raw, 'date', { dateOrder })).toBe(expected));

  it('are not guessed where the column does not tell', () => {
    expect(cell('05-06-2024', 'date', { dateOrderSure: false })).toBe('date_order_unknown');
    expect(cell('05-05-2024', 'date', { dateOrderSure: false })).toBe('2024-05-05');
  });
});

describe('instants', () => {
  const iso = (value: unknown) => (typeof value === 'number' ? new Date(value).toISOString() : value);
  it.each([
    ['28-07-2023 03:00', 'Europe/Berlin', '2023-07-28T01:00:00.000Z'],
    ['28-01-2023 03:00', 'Europe/Berlin', '2023-01-28T02:00:00.000Z'],
    ['28-07-2023', 'Asia/Shanghai', '2023-07-27T16:00:00.000Z'],
    ['2024-10-16T10:00:00+05:30', 'Europe/Berlin', '2024-10-16T04:30:00.000Z'],
    ['2024-10-16 10:00:00.123Z', 'Europe/Berlin', '2024-10-16T10:00:00.123Z'],
    ['31-03-2024 02:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['27-10-2024 02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['16-10-2024 3:05 PM', 'UTC', '2024-10-16T15:05:00.000Z'],
    ['16-10-2024 12:00 a. m.', 'UTC', '2024-10-16T00:00:00.000Z'],
    ['16-10-2024 25:00', 'UTC', 'not_a_date'],
    ['16-10-2024 13:00 PM', 'UTC', 'not_a_date'],
  ])('%j in %s', (raw, zone, expected) => expect(iso(cell(raw, 'instant', {}, zone))).toBe(expected));

  it('count from 1970 or 1900 where the column does', () => {
    expect(cell('1729036800', 'instant', { dateOrder: 'epoch-s' })).toBe(1_729_036_800_000);
    expect(cell('1729036800123', 'instant', { dateOrder: 'epoch-ms' })).toBe(1_729_036_800_123);
    expect(iso(cell('45581.4166666667', 'instant', { dateOrder: 'excel' }, 'UTC'))).toBe('2024-10-16T10:00:00.000Z');
  });
});

describe('words', () => {
  it.each([
    ['Ann <Ann@Example.com>', 'email', 'ann@example.com'],
    ['mailto:a.b+c@x.io', 'email', 'a.b+c@x.io'],
    ['ann@example', 'email', 'not_an_email'],
    ['ann@exa mple.com', 'email', 'not_an_email'],
    ['ann..b@example.com', 'email', 'not_an_email'],
    ['https://www.Acme.co.uk:8080/path?q', 'domain', 'acme.co.uk'],
    ['info@acme.com', 'domain', 'acme.com'],
    ['münchen.de', 'domain', 'münchen.de'],
    ['acme', 'domain', 'not_a_domain'],
    ['127.0.0.1', 'domain', 'not_a_domain'],
    ['UK', 'country', 'GB'],
    ['united states', 'country', 'US'],
    ['España', 'country', 'ES'],
    ['中国', 'country', 'CN'],
    ['DEU', 'country', 'DE'],
    ['Atlantis', 'country', 'unknown_country'],
    ['Sí', 'boolean', true],
    ['0', 'boolean', false],
    ['maybe', 'boolean', 'not_a_boolean'],
    ['  Ann ', 'text', 'Ann'],
    ['None', 'text', 'None'],
    ['a\0b', 'text', 'cell_nul_byte'],
    ['x'.repeat(10_001), 'text', 'too_long'],
  ] as const)('%j as %s', (raw, type, expected) => expect(cell(raw, type)).toBe(expected));

  it('finds a choice by value, synonym or likeness of writing', () => {
    const stage: CellType = {
      type: 'choice',
      options: [
        { value: 'closed_won', synonyms: ['Won', '赢单'] },
        { value: 'closed_lost', synonyms: ['Lost'] },
      ],
    };
    expect(cell('Closed Won', stage)).toBe('closed_won');
    expect(cell('won', stage)).toBe('closed_won');
    expect(cell('赢单', stage)).toBe('closed_won');
    expect(cell('Open', stage)).toBe('unknown_choice');
  });
});

describe('problems', () => {
  const problem = (raw: string, fieldType: CellType) => {
    const result = parseCell(raw, fieldType, FORMAT, { timeZone: 'UTC' });
    return result.ok ? { ok: true, message: '' } : { ok: false, code: result.said.code, ...say(result.said, 'en') };
  };

  it('name the value, what was expected, and the remedy', () => {
    expect(problem('31-02-2024', { type: 'date' })).toEqual({
      ok: false,
      code: 'not_a_date',
      message: "'31-02-2024' is not a date of the calendar, expected one such as 16-10-2024 (day first).",
      remedy: 'Correct the date, or choose how this column writes its dates.',
    });
    expect(problem('Philipines', { type: 'country' })).toMatchObject({ remedy: 'Did you mean Philippines?' });
    expect(problem('mothly', { type: 'choice', options: [{ value: 'monthly' }, { value: 'annual' }] })).toMatchObject({
      message: "'mothly' is none of “monthly”, “annual”.",
      remedy: "Did you mean 'monthly'?",
    });
  });

  it('shorten long values and keep them on one line', () => {
    const result = problem(`line one\n${'x'.repeat(500)}`, { type: 'number' });
    expect(result.message).toMatch(/^'line one x{30}…' is not a number/);
  });

  it('come quickly for hostile cells', () => {
    const cells = [
      `a@${'.'.repeat(200_000)}!`,
      `<${'<'.repeat(200_000)}`,
      'a.'.repeat(100_000),
      `1${' '.repeat(200_000)}1`,
      '1,'.repeat(100_000),
    ];
    const began = performance.now();
    for (const raw of cells)
      for (const type of ['number', 'date', 'email', 'domain', 'country', 'boolean'] as const)
        expect(problem(raw, { type }).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('are all that any text can cause: nothing throws', () => {
    const types: CellType[] = [
      { type: 'text' },
      { type: 'integer' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'date' },
      { type: 'instant' },
      { type: 'email' },
      { type: 'domain' },
      { type: 'country' },
      USD,
    ];
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789-/.: ,TZ$€()+eEapm') }));
    fc.assert(
      fc.property(text, fc.constantFrom(...types), (raw, type) => problem(raw, type).ok !== undefined),
      { numRuns: 2000 },
    );
  });
});

describe('a cell that we disarmed on the way out', () => {
  it('means on the way in what it meant before', () => {
    const written = writeCsv([['-12.5']]);
    expect(cell(written.slice(1, -1), 'number')).toBe(-12.5);
  });
});
