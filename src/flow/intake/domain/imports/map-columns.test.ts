import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#kernel/saying.ts';
import type { FieldType, ImportKind } from '../../contracts.ts';
import { inferColumn } from '../tabular/infer-column.ts';
import { missingFields, openQuestions, readingOf, shownFormat } from './columns.ts';
import { guessKind, mapColumns, remapColumns } from './map-columns.ts';

const words = (en: string) => ({ en, 'zh-CN': en, es: en });
const kindOf = (kind: string, custom: boolean, fields: Readonly<Record<string, FieldType>>, required: readonly string[]): ImportKind => ({
  kind,
  label: words(`${kind}s`),
  help: words(kind),
  custom,
  fields: Object.entries(fields).map(([key, type]) => ({ key, type, label: words(key), required: required.includes(key), synonyms: [] })),
});
const ACCOUNT = kindOf('account', true, { account_id: 'text', name: 'text', signed_on: 'date', fee: 'money' }, ['name']);
const TICKET = kindOf('ticket', false, { ticket_id: 'text', account_id: 'text', opened_at: 'instant' }, ['ticket_id', 'opened_at']);

const columnsOf = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).map(([name, values]) => ({ name, sample: values.slice(0, 5), inferred: inferColumn(values, name) }));
const ACCOUNTS = columnsOf({
  account_id: ['A-1', 'A-2', 'A-3'],
  name: ['Ann', 'Bob', 'Cem'],
  region: ['north', 'south', 'north'],
  blank: ['', '', ''],
  signed_on: ['03/04/2024', '05/06/2024', '07/08/2024'],
});
const targets = (columns: readonly { readonly target: string | null }[]) => columns.map(({ target }) => target);

describe('guessKind', () => {
  it('goes by columns and by the name of the file, and never proposes what lacks required fields', () => {
    expect(guessKind(ACCOUNTS, 'x.csv', [TICKET, ACCOUNT])).toBe('account');
    expect(guessKind(columnsOf({ colour: ['red'], size: ['9'] }), 'shoes.csv', [TICKET, ACCOUNT])).toBeNull();
  });
});

describe('mapColumns', () => {
  it('keeps what no field is like as a custom field where the kind has them, and leaves out blanks', () => {
    expect(targets(mapColumns(ACCOUNTS, ACCOUNT, null))).toEqual(['account_id', 'name', 'custom:region', null, 'signed_on']);
    expect(targets(mapColumns(ACCOUNTS, TICKET, null))).toEqual(['account_id', null, null, null, null]);
    expect(targets(mapColumns(ACCOUNTS, null, null))).toEqual([null, null, null, null, null]);
  });

  it('follows the last import, except to fields that are no more', () => {
    const again = mapColumns(ACCOUNTS, ACCOUNT, ['account_id', 'name', null, 'vanished', 'signed_on']);
    expect(targets(again)).toEqual(['account_id', 'name', null, null, 'signed_on']);
    expect(again[2]?.confidence).toBe(1);
  });
});

describe('remapColumns', () => {
  const mapped = mapColumns(ACCOUNTS, ACCOUNT, null);

  it('takes a field from the column that had it', () => {
    const moved = remapColumns(mapped, ACCOUNT, [{ index: 2, target: 'name' }]);
    expect(moved.ok && targets(moved.columns)).toEqual(['account_id', null, 'name', null, 'signed_on']);
  });

  it.each([
    [[{ index: 9, target: 'name' }], /no column 9/],
    [[{ index: 0, target: 'nmae' }], /Did you mean 'name'/],
    [[{ index: 0, target: 'custom:a b' }], /not a field/],
    [
      [
        { index: 0, target: 'name' },
        { index: 1, target: 'name' },
      ],
      /Two columns/,
    ],
  ])('refuses %j', (changes, reason) => {
    const result = remapColumns(mapped, ACCOUNT, changes);
    expect(result.ok ? '' : sentenceOf(result.said, 'en')).toMatch(reason);
  });

  it('knows what is missing and what must be asked', () => {
    const nameless = remapColumns(mapped, ACCOUNT, [{ index: 1, target: null }]);
    expect(nameless.ok && missingFields(nameless.columns, ACCOUNT).map(({ key }) => key)).toEqual(['name']);
    const nothing = { dateOrder: null, decimal: null };
    expect(openQuestions(mapped, ACCOUNT, nothing)).toEqual({ dates: ['signed_on'], decimals: [] });
    expect(openQuestions(mapped, ACCOUNT, { ...nothing, dateOrder: 'month-first' }).dates).toEqual([]);
    expect(shownFormat(mapped, nothing)).toEqual({ dateOrder: 'day-first', dateOrderSure: false, decimal: 'point' });
    expect(shownFormat(mapped, { dateOrder: 'month-first', decimal: 'comma' })).toMatchObject({
      dateOrder: 'month-first',
      dateOrderSure: true,
    });
  });

  it('lets what a person says about dates not touch counted ones', () => {
    const [serial] = columnsOf({ signed_on: ['45581', '45582', '45590'] });
    expect(serial && readingOf(serial, { dateOrder: 'month-first', decimal: null }).dateOrder).toBe('excel');
  });
});
