import { describe, expect, it } from 'vitest';
import { inferColumn } from './infer-column.ts';
import { settleColumns } from './settle-columns.ts';

const kind = (values: string[], name = '') => inferColumn(values, name).kind;

describe('inferColumn', () => {
  it.each([
    ['empty', ['', ' ', 'NULL', 'n/a']],
    ['boolean', ['TRUE', 'FALSE', 'TRUE', '']],
    ['boolean', ['Yes', 'No']],
    ['boolean', ['Sí', 'No']],
    ['boolean', ['是', '否']],
    ['boolean', ['1', '0', '0', '1']],
    ['boolean', ['No', 'No', 'No']],
    ['integer', ['1', '2', '3']],
    ['integer', ['0', '0', '0']],
    ['integer', ['1 234', '12 345 678']],
    ['number', ['1.5', '2', '0.25']],
    ['number', ['1,5', '2', '0,25']],
    ['number', ['1.25E+00', '3']],
    ['money', ['$1,200.50', '$3.00', '$12']],
    ['money', ['1.234,56 €', '99,00 €']],
    ['email', ['ann@example.com', 'bob@example.co.uk']],
    ['url', ['https://example.com/x?y=1', 'http://a.io']],
    ['url', ['example.com', 'acme.co.uk']],
    ['id', ['A-2e4581', 'A-43a9e3', 'A-0a282f']],
    ['id', ['7927b2df-8bba-4d29-b9a2-b6e0beafe620', '2a272436-5132-4136-86fa-dcc88c88f482']],
    ['id', ['00123', '00456']],
    ['text', ['Acme Corporation', 'Betasoloin', 'GTX Plus Basic']],
    ['date', ['2024-10-16', '2024-02-29']],
    ['date', ['2024-01-05 00:00:00', '2024-01-06 00:00:00']],
    ['date', ['16 Oct 2024', '3 de marzo de 2024', 'March 3rd, 2024', '2024年3月5日', '16-Oct-24']],
    ['datetime', ['2024-10-16T10:00:00.000+02:00', '2024-10-16T10:00:00Z']],
    ['datetime', ['27-07-2023', '28-07-2023 03:00']],
    ['datetime', ['10/16/2024 3:05 PM', '1/2/2024 12:00 AM']],
    ['text', ['31-02-2024', '30-02-2024']],
  ])('recognises %s in %j', (expected, values) => expect(kind(values)).toBe(expected));

  it.each([
    ['id', ['1', '2', '3'], 'Lead Number'],
    ['integer', ['1', '2', '3'], 'number_of_seats'],
    ['money', ['4.03', '0', '96.45'], 'refund_amount_usd'],
    ['text', ['Company_0', 'Company_1', 'Company_2'], 'account_name'],
    ['text', ['feature_20', 'feature_5', 'feature_20'], 'feature_name'],
    ['date', ['45581', '45582'], 'signup date'],
    ['integer', ['45581', '45582'], 'employees'],
    ['datetime', ['1729036800', '1729036801'], 'created_at'],
    ['datetime', ['1729036800000', '1729036801000'], '时间 created'],
    ['date', ['20241016', '20241017'], 'fecha'],
  ])('takes %s for %j under the name %s', (expected, values, name) => expect(kind(values, name)).toBe(expected));

  it('is not stopped by a hostile cell', () => {
    const cells = [
      `a@${'.'.repeat(200_000)}!`,
      'a'.repeat(200_000),
      ' '.repeat(200_000),
      `1${' '.repeat(200_000)}1`,
      '-'.repeat(200_000),
      '1,'.repeat(100_000),
    ];
    for (const cell of cells) expect(['text', 'empty']).toContain(kind([cell]));
  });

  it('counts, and says how sure it is', () => {
    const values = [...Array.from({ length: 19 }, (_, index) => String(index)), 'unknown', ''];
    expect(inferColumn(values)).toMatchObject({
      kind: 'integer',
      total: 21,
      blank: 1,
      distinct: 20,
      fitting: 19,
      confidence: 0.95,
      ambiguous: false,
    });
  });
});

describe('the order of dates', () => {
  const early = Array.from({ length: 500 }, (_, index) => `0${(index % 9) + 1}-0${(index % 8) + 2}-2024`).filter(
    (date) => date.slice(0, 2) !== date.slice(3, 5),
  );

  it('is decided by one value anywhere in the column', () => {
    expect(inferColumn([...early, '13-01-2024'])).toMatchObject({ dateOrder: 'day-first', dateOrderSure: true, ambiguous: false });
    expect(inferColumn([...early, '01-13-2024'])).toMatchObject({ dateOrder: 'month-first', dateOrderSure: true, ambiguous: false });
  });

  it('is asked for when nothing decides it', () => {
    expect(inferColumn(early)).toMatchObject({ kind: 'date', dateOrderSure: false, ambiguous: true });
    expect(inferColumn(['05/05/2024', '06/06/2024']).ambiguous).toBe(false);
    expect(inferColumn(['05.03.2024', '06.04.24'])).toMatchObject({ dateOrder: 'day-first', ambiguous: false });
  });

  it('is asked for when values contradict each other', () => {
    const mixed = ['13-01-2024', '14-01-2024', '01-15-2024'];
    expect(inferColumn(mixed)).toMatchObject({ dateOrder: 'day-first', contradicting: 1, ambiguous: true });
    expect(inferColumn([...Array<string>(50).fill('13-01-2024'), '01-15-2024'])).toMatchObject({ contradicting: 1, ambiguous: false });
  });

  it('of a column that cannot tell is that of its neighbours', () => {
    const columns = settleColumns([{ inferred: inferColumn(early) }, { inferred: inferColumn(['01/25/2024']) }]);
    expect(columns[0]?.inferred).toMatchObject({ dateOrder: 'month-first', ambiguous: false });
    const alone = settleColumns([
      { inferred: inferColumn(early) },
      { inferred: inferColumn(['01/25/2024']) },
      { inferred: inferColumn(['25/01/2024']) },
    ]);
    expect(alone[0]?.inferred.ambiguous).toBe(true);
  });
});

describe('the decimal mark', () => {
  it.each([
    ['point', true, ['1,234.56', '12']],
    ['comma', true, ['1.234,56', '12']],
    ['comma', true, ['1.234', '0,5']],
    ['comma', true, ['1 234,56']],
    ['point', true, ["1'234.56"]],
    ['point', true, ['12,34,567.00']],
    ['comma', true, ['1.234.567']],
    ['point', true, ['1,234', '999']],
    ['point', false, ['1.234', '5.678']],
    ['point', false, ['1,234', '5,678']],
    ['comma', false, ['1,234', '5678']],
  ])('%s (sure: %s) in %j', (decimal, decimalSure, values) => expect(inferColumn(values)).toMatchObject({ decimal, decimalSure }));

  it('names the currency', () => {
    expect(inferColumn(['€ 5', '7,50 €']).currency).toBe('EUR');
    expect(inferColumn(['US$5', '$7.50']).currency).toBe('USD');
    expect(inferColumn(['CHF 5', '7 CHF']).currency).toBe('CHF');
    expect(inferColumn(['5', '7'], 'price_eur').currency).toBe('EUR');
    expect(inferColumn(['5', '7'], 'price').currency).toBeNull();
  });
});
