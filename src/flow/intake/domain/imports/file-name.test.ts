import { describe, expect, it } from 'vitest';
import { safeFileName, sourceOf } from './file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['accounts.csv', 'accounts.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\clientes año.csv', 'clientes año.csv'],
    ['.hidden\u0000.csv', 'hidden .csv'],
    ['客户.xlsx', '客户.xlsx'],
    ['/', 'file'],
  ])('%j is kept as %j', (name, kept) => expect(safeFileName(name)).toBe(kept));

  it('is never long', () => expect(safeFileName(`${'a'.repeat(400)}.csv`)).toMatch(/^a{116}\.csv$/));
});

describe('sourceOf', () => {
  it.each([
    ['ravenstack_accounts.csv', 'ravenstack'],
    ['Stripe subscriptions 2024.csv', 'stripe'],
    ['hubspot-contacts.xlsx', 'hubspot'],
    ['accounts.csv', 'file'],
    ['sales_pipeline.csv', 'file'],
    ['my customers.csv', 'file'],
    ['leads (1).csv', 'file'],
    ['2024_export.csv', 'file'],
    ['客户.csv', 'file'],
  ])('%j comes from %j', (name, source) => expect(sourceOf(name)).toBe(source));
});
