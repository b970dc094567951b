import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import { type InspectedFile, inspectFile } from './inspect-file.ts';
import { readRows } from './read-rows.ts';

const DATA = '../shared/data';
let folder = '';

beforeAll(() => {
  if (!existsSync(DATA)) throw new Error(`The reference data is missing: expected ${DATA} beside the project.`);
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function allRows(path: string, { format }: InspectedFile): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const piece of readRows(path, format)) rows.push(...piece);
  return rows;
}

const kinds = (inspected: InspectedFile) => Object.fromEntries(inspected.columns.map((column) => [column.name, column.inferred.kind]));

describe('the real files', () => {
  it.each([
    ['ravenstack_saas/ravenstack_accounts.csv', 500, 10, '\r\n', true],
    ['ravenstack_saas/ravenstack_subscriptions.csv', 5_000, 14, '\r\n', true],
    ['ravenstack_saas/ravenstack_feature_usage.csv', 25_000, 8, '\r\n', true],
    ['ravenstack_saas/ravenstack_support_tickets.csv', 2_000, 9, '\r\n', true],
    ['ravenstack_saas/ravenstack_churn_events.csv', 600, 9, '\r\n', true],
    ['maven_crm_sales/accounts.csv', 85, 7, '\n', false],
    ['maven_crm_sales/products.csv', 7, 3, '\n', false],
    ['maven_crm_sales/sales_pipeline.csv', 8_800, 8, '\n', false],
    ['maven_crm_sales/sales_teams.csv', 35, 3, '\n', false],
    ['lead_scoring/leads.csv', 5_564, 38, '\r\n', false],
  ])('%s has %i sound rows of %i columns', async (name, count, width, newline, bom) => {
    const path = join(DATA, name);
    const inspected = await inspectFile(path, name);
    expect(inspected).toMatchObject({
      fileKind: 'csv',
      format: { delimiter: ',', newline, bom, encoding: 'utf-8', header: true },
      encodingSure: true,
      rowCountEstimate: count,
      rowCountExact: true,
    });
    expect(inspected.columns).toHaveLength(width);
    expect(inspected.columns.filter((column) => column.inferred.ambiguous)).toEqual([]);
    const rows = await allRows(path, inspected);
    expect(rows).toHaveLength(count);
    expect(rows.filter((row) => row.problem !== undefined)).toEqual([]);
    expect(rows[0]?.line).toBe(2);
    expect(rows.at(-1)?.line).toBe(count + 1);
  });

  it('write their dates day-first where RavenStack does and year-first where Maven does', async () => {
    const tickets = await inspectFile(join(DATA, 'ravenstack_saas/ravenstack_support_tickets.csv'), 'tickets.csv');
    expect(kinds(tickets)).toEqual({
      ticket_id: 'id',
      account_id: 'id',
      submitted_at: 'date',
      closed_at: 'datetime',
      resolution_time_hours: 'integer',
      priority: 'text',
      first_response_time_minutes: 'integer',
      satisfaction_score: 'integer',
      escalation_flag: 'boolean',
    });
    expect(tickets.columns[2]?.inferred).toMatchObject({ dateOrder: 'day-first', dateOrderSure: true, contradicting: 0, confidence: 1 });
    const deals = await inspectFile(join(DATA, 'maven_crm_sales/sales_pipeline.csv'), 'sales_pipeline.csv');
    expect(kinds(deals)).toMatchObject({
      opportunity_id: 'id',
      engage_date: 'date',
      close_date: 'date',
      close_value: 'money',
      deal_stage: 'text',
    });
    expect(deals.columns[5]?.inferred.dateOrder).toBe('iso');
  });

  it('are understood column by column', async () => {
    expect(kinds(await inspectFile(join(DATA, 'ravenstack_saas/ravenstack_subscriptions.csv'), 's.csv'))).toEqual({
      subscription_id: 'id',
      account_id: 'id',
      start_date: 'date',
      end_date: 'date',
      plan_tier: 'text',
      seats: 'integer',
      mrr_amount: 'money',
      arr_amount: 'money',
      is_trial: 'boolean',
      upgrade_flag: 'boolean',
      downgrade_flag: 'boolean',
      churn_flag: 'boolean',
      billing_frequency: 'text',
      auto_renew_flag: 'boolean',
    });
    const churns = await inspectFile(join(DATA, 'ravenstack_saas/ravenstack_churn_events.csv'), 'c.csv');
    expect(churns.columns.find((column) => column.name === 'refund_amount_usd')?.inferred).toMatchObject({
      kind: 'money',
      currency: 'USD',
      decimal: 'point',
    });
  });

  it('may have a column without a name', async () => {
    const leads = await inspectFile(join(DATA, 'lead_scoring/leads.csv'), 'leads.csv');
    expect(leads.columns.at(-1)).toMatchObject({ name: 'Column 38', inferred: { kind: 'empty' } });
    expect(kinds(leads)).toMatchObject({
      'Prospect ID': 'id',
      'Lead Number': 'id',
      Converted: 'boolean',
      'Do Not Email': 'boolean',
      Country: 'text',
      'Page Views Per Visit': 'number',
    });
  });
});

describe('inspectFile', () => {
  it('tells columns of one name apart, in names and rows', async () => {
    const inspected = await inspectFile(file('twice.csv', 'name,name,name_1\na,b,c\n'), 'twice.csv');
    expect(inspected.columns.map((column) => column.name)).toEqual(['name', 'name_2', 'name_1']);
    expect(inspected.firstRows).toEqual([['a', 'b', 'c']]);
  });

  it.each([['utf-8'], ['utf-16le'], ['utf-16be'], ['windows-1252'], ['gb18030'], ['shift_jis']])('reads %s', async (encoding) => {
    const word = encoding === 'gb18030' ? '北京市海淀区' : encoding === 'shift_jis' ? '東京のカメラ' : 'Café Müller';
    const text = `id,name\r\n${Array.from({ length: 20 }, (_, index) => `${index},${word}`).join('\r\n')}\r\n`;
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    const path = file(`${encoding}.csv`, bytes);
    const inspected = await inspectFile(path, 'x.csv');
    expect(inspected.format).toMatchObject({ encoding });
    expect((await allRows(path, inspected)).map((row) => row.cells[1])).toEqual(Array(20).fill(word));
  });

  it('finds an accent that stands a long way down', async () => {
    const path = file('late.csv', iconv.encode(`id,name\n${'1,plain name\n'.repeat(60_000)}2,José Müller\n`, 'windows-1252'));
    const inspected = await inspectFile(path, 'late.csv');
    expect(inspected.format).toMatchObject({ encoding: 'windows-1252' });
    expect((await allRows(path, inspected)).at(-1)?.cells[1]).toBe('José Müller');
  });

  it('finds the one date that decides, a long way down', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `${index},0${(index % 8) + 1}/0${(index % 7) + 2}/2024`);
    const path = file('dates.csv', `id,date\n${[...lines, '5001,02/28/2024', ...Array<string>(12).fill('5002,03/30/2024')].join('\n')}\n`);
    expect((await inspectFile(path, 'dates.csv')).columns[1]?.inferred).toMatchObject({ dateOrder: 'month-first', dateOrderSure: true });
  });

  it('refuses what is no table, and says what to do', async () => {
    await expect(inspectFile(file('empty.csv', ''), 'empty.csv')).rejects.toMatchObject({ code: 'invalid' });
    await expect(inspectFile(file('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'old.xls')).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
