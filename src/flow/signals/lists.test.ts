import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountField } from '#flow/plays/domain/account-field.ts';
import { type Condition, holds, OPERATORS } from '#kernel/condition.ts';
import * as contracts from './contracts.ts';
import { ACCOUNT_FIELD_BY_KEY } from './domain/condition-fields.ts';
import { conditionProblems, settledCondition } from './domain/settle-condition.ts';
import { accountRows } from './store/lists/account-rows.ts';
import { accountRecord, figureRecord, NOW, type OpenLists, openLists, personRecord } from './testing/open-lists.ts';

let open: OpenLists;
let ws: number;
const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
const COUNT = 60;

beforeAll(async () => {
  open = await openLists();
  ws = open.one.ws;
  const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
  const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);
  await open.insert(
    'account',
    numbers.map((num) =>
      accountRecord(ws, num, {
        name:
          pick(['Ärger GmbH', 'beta', 'Beta', '=SUM(A1)', 'Zoë & Co', '优势科技', '100% Fun', 'O_k'], num) + (num > 40 ? ` ${num}` : ''),
        domain: num % 3 ? `d${num}.com` : null,
        industry: pick(['EdTech', 'edtech', 'FinTech', null, ''], num),
        country: pick(['ES', 'CN', null], num),
        seats: pick([null, 5, 10, 250], num),
        owner_id: pick([null, 'usr_1', 'usr_2'], num),
        attributes: pick(
          [{}, { size: 10, tier: 'gold' }, { size: '10', tier: 'Gold ' }, { size: 2.5, vip: true }, { on: '2026-02-20', size: 'many' }],
          num,
        ),
        created_at: iso(NOW - num * 7 * DAY + 1),
      }),
    ),
  );
  await open.insert(
    'account_figure',
    numbers
      .filter((num) => num % 7)
      .map((num) =>
        figureRecord(ws, num, {
          stage: pick(['active', 'captured', 'churned', null], num),
          stage_since: num % 4 === 3 ? null : iso(NOW - num * DAY),
          mrr_minor: pick([0, 1999, 5000, 5000], num),
          renews_on: pick(['2026-02-28', '2026-03-31', null, '2026-12-31'], num),
          health: pick([null, 12.5, 80, 80, 44.25], num),
          health_band: pick(['unknown', 'bad', 'good'], num),
          last_active_at: num % 5 ? iso(NOW - num * DAY) : null,
          open_tickets: num % 3,
        }),
      ),
  );
  await open.insert('account', [
    accountRecord(ws, 900, { name: 'Merged away', merged_into: 1 }),
    accountRecord(open.two.ws, 1, { name: 'Beta of others', industry: 'EdTech' }),
  ]);
  await open.insert('account_key', [{ ws, source: 'crm', external_id: 'A-77', account_num: 9 }]);
  await open.insert('person', [
    personRecord(ws, 1, { name: 'Ana Beta', email: 'ana@d1.com', account_num: 1, attributes: { visits: 12 } }),
    personRecord(ws, 2, { name: null, email: 'li@x.cn' }),
    personRecord(ws, 3, { name: 'Ana Merged', merged_into: 1 }),
    personRecord(open.two.ws, 1, { name: 'Ana of others' }),
  ]);
});
afterAll(() => open.close());

const listAll = async (query: object, limit = 7): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await open.call(contracts.listAccounts, { query: { ...query, limit, ...(cursor ? { cursor } : {}) } });
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  }
  return ids;
};

const rowsOfOne = async () =>
  accountRows(
    open.postgres.db,
    ws,
    Array.from({ length: COUNT }, (_, at) => at + 1),
  );

const anyTest = fc.record({
  field: fc.constantFrom(...ACCOUNT_FIELD_BY_KEY.keys(), 'x.size', 'x.tier', 'x.vip', 'x.on', 'x.none'),
  op: fc.constantFrom(...OPERATORS),
  value: fc.option(
    fc.oneof(
      fc.constantFrom('EdTech', 'beta', 'ES', '', '5', '2026-02-20', '2026-03-31', 'usr_1', 'active', 'many', 'Ä', 'gold'),
      fc.constantFrom(0, 5, 10, 12.5, 44, 80, 5000, 30, NOW - 20 * DAY),
      fc.boolean(),
      fc.array(fc.constantFrom<string | number>('edtech', 'FinTech', 'CN', 10, 80, 'good', '2026-02-20'), { maxLength: 3 }),
    ),
    { nil: undefined },
  ),
});
const anyCondition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyTest as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

// JavaScript takes "beta 50" for a day of 1950 and "10" for a month of 2001; the lists do not.
const asksDateOfName = (condition: Condition): boolean => {
  if ('all' in condition) return condition.all.some(asksDateOfName);
  if ('any' in condition) return condition.any.some(asksDateOfName);
  if ('not' in condition) return asksDateOfName(condition.not);
  return ['name', 'domain', 'owner', 'x.size', 'x.tier'].includes(condition.field) && condition.op.endsWith('_days');
};

describe('a filter', () => {
  it('keeps in SQL exactly the rows for which the condition holds', async () => {
    const rows = await rowsOfOne();
    await fc.assert(
      fc.asyncProperty(anyCondition, async (raw) => {
        const condition = JSON.parse(JSON.stringify(raw)) as Condition;
        fc.pre(conditionProblems(condition, { fields: ACCOUNT_FIELD_BY_KEY, mayMoney: true }).length === 0);
        fc.pre(!asksDateOfName(condition));
        const settled = settledCondition(condition, ACCOUNT_FIELD_BY_KEY, open.one.timeZone);
        const expected = rows.filter((row) => holds(settled, (field) => accountField(row, field), NOW)).map((row) => row.id);
        const { rows: found, total } = await open.call(contracts.listAccounts, {
          query: { filter: JSON.stringify(condition), limit: 500 },
        });
        expect(found.map((row) => row.id).sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
      }),
      { numRuns: 400 },
    );
  });

  it('compares an instant with a local day', async () => {
    const at = Date.UTC(2026, 0, 15, 23, 30);
    await open.insert('account', [accountRecord(ws, 800, { name: 'Late', created_at: iso(at) })]);
    const found = (filter: object) => listAll({ filter: JSON.stringify({ all: [{ field: 'name', op: 'is', value: 'late' }, filter] }) });
    // Half past eleven at night in London is the next day in Madrid.
    expect(await found({ field: 'created_at', op: 'is', value: '2026-01-16' })).toHaveLength(1);
    expect(await found({ field: 'created_at', op: 'lte', value: '2026-01-15' })).toHaveLength(0);
    expect(await found({ field: 'created_at', op: 'lte', value: '2026-01-16' })).toHaveLength(1);
    expect(await found({ field: 'created_at', op: 'gt', value: '2026-01-15' })).toHaveLength(1);
    await open.postgres.pool.query('delete from account where num = 800');
  });

  it('names the field that it does not know, and the one that was probably meant', async () => {
    const ask = (filter: object) => open.call(contracts.listAccounts, { query: { filter: JSON.stringify(filter) } });
    await expect(ask({ field: 'industri', op: 'exists' })).rejects.toMatchObject({
      code: 'invalid',
      message: 'There is no field “industri”.',
      remedy: 'Did you mean “industry”?',
    });
    await expect(ask({ field: 'health', op: 'gt', value: 'much' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask({ industry: 'EdTech' })).rejects.toMatchObject({ code: 'invalid', message: 'The filter is not a condition.' });
    await expect(open.call(contracts.listAccounts, { query: { sort: 'mr' } })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a sorted list', () => {
  it.each([...ACCOUNT_FIELD_BY_KEY.keys(), 'x.size', 'x.tier'])(
    'by %s gives every row once in both directions, those without a value last',
    async (sort) => {
      const [up, down] = [await listAll({ sort, order: 'asc' }), await listAll({ sort, order: 'desc' })];
      expect(new Set(up).size).toBe(COUNT);
      expect(new Set(down)).toEqual(new Set(up));
      expect(up).toHaveLength(COUNT);
      expect(down).toHaveLength(COUNT);
      const byId = new Map((await rowsOfOne()).map((row) => [row.id, row]));
      const missing = (id: string) => {
        const row = byId.get(id);
        return row === undefined || (accountField(row, sort) ?? '') === '';
      };
      if (!FIGURES_ZERO.has(sort) && sort !== 'owner' && sort !== 'health_band' && sort !== 'industry' && !sort.startsWith('x.')) {
        const firstMissing = up.findIndex(missing);
        if (firstMissing >= 0) expect(up.slice(firstMissing).every(missing)).toBe(true);
        expect(down.filter(missing)).toEqual(up.filter(missing));
        expect(down.filter((id) => !missing(id))).toEqual(up.filter((id) => !missing(id)).reverse());
      }
    },
  );

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await open.call(contracts.listAccounts, { query: { sort: 'name', limit: 3 } });
    const again = { limit: 3, cursor: String(nextCursor) };
    await expect(open.call(contracts.listAccounts, { query: { sort: 'mrr', ...again } })).rejects.toMatchObject({ code: 'invalid' });
    await expect(open.call(contracts.listAccounts, { query: { cursor: 'bm90IG91cnM' } })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('gives a cursor that fits into an address for the longest names', async () => {
    const name = '優'.repeat(300);
    await open.insert('account', [accountRecord(ws, 801, { name }), accountRecord(ws, 802, { name: `${name}!` })]);
    const all = await listAll({ sort: 'name', search: '優優' }, 1);
    expect(all).toEqual([`acc_${ws}_801`, `acc_${ws}_802`]);
    await open.postgres.pool.query('delete from account where num in (801, 802)');
  });
});

const FIGURES_ZERO: ReadonlySet<string> = new Set(['mrr', 'mrr_peak', 'active_days_28', 'active_people_28', 'open_tickets']);

describe('a reader', () => {
  it('without the right to see money gets none, and can neither sort nor narrow by it', async () => {
    const calling = { without: ['money.read'] } as const;
    const page = await open.call(contracts.listAccounts, { query: {} }, calling);
    expect(page.rows.every((row) => row.mrrMinor === null && row.mrrPeakMinor === null)).toBe(true);
    await expect(open.call(contracts.listAccounts, { query: { sort: 'mrr' } }, calling)).rejects.toMatchObject({ code: 'forbidden' });
    const filter = JSON.stringify({ not: { field: 'mrr', op: 'gt', value: 4000 } });
    await expect(open.call(contracts.listAccounts, { query: { filter } }, calling)).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await open.call(contracts.listAccountFields, {}, calling);
    expect(rows.some((field) => field.type === 'money')).toBe(false);
    expect((await open.text(contracts.exportAccounts, { query: {} }, calling)).split('\r\n')[0]).not.toMatch(/MRR|Currency/);
  });

  it('of one workspace sees nothing of another', async () => {
    const theirs = await open.call(contracts.listAccounts, { query: {} }, { workspace: open.two });
    expect(theirs.rows.map((row) => row.name)).toEqual(['Beta of others']);
    expect((await open.call(contracts.search, { query: { q: 'others' } })).rows).toEqual([]);
    await expect(open.call(contracts.getAccountRow, { params: { id: `acc_${open.two.ws}_1` } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('gets a merged account by the one that stands for it', async () => {
    expect((await open.call(contracts.getAccountRow, { params: { id: `acc_${ws}_900` } })).id).toBe(`acc_${ws}_1`);
    expect((await open.lists.accountsByNums(ws, [900, 12_345])).get(900)?.num).toBe(1);
  });
});

describe('the field catalogue', () => {
  it('tells fields in three languages, values that are present and custom attributes with their types', async () => {
    const { rows } = await open.call(contracts.listAccountFields, {});
    const byKey = new Map(rows.map((field) => [field.key, field]));
    expect(byKey.get('renews_on')?.label).toEqual({ en: 'Renews on', 'zh-CN': '续费日期', es: 'Se renueva el' });
    expect(byKey.get('industry')?.options?.map((option) => option.value)).toContain('EdTech');
    expect(byKey.get('stage')?.options).toHaveLength(10);
    expect(byKey.get('x.vip')).toMatchObject({ type: 'boolean', group: 'custom', label: { en: 'Vip' } });
    expect(byKey.get('x.on')?.type).toBe('date');
    expect(byKey.get('x.tier')).toMatchObject({ type: 'choice' });
  });
});

describe('people', () => {
  it('are listed, found by any of their names and sorted', async () => {
    const { rows, total } = await open.call(contracts.listPeople, { query: {} });
    expect(rows.map((row) => row.id)).toEqual([`per_${ws}_1`, `per_${ws}_2`]);
    expect(total).toBe(2);
    const find = async (search: string) => (await open.call(contracts.listPeople, { query: { search } })).rows.length;
    expect([await find('ana'), await find('LI@x'), await find('ana d1'), await find('nobody')]).toEqual([1, 1, 1, 0]);
    const visits = JSON.stringify({ field: 'x.visits', op: 'gte', value: 12 });
    expect((await open.call(contracts.listPeople, { query: { filter: visits } })).total).toBe(1);
    expect(await open.text(contracts.exportPeople, { query: {} })).toContain('ana@d1.com');
  });
});

describe('search', () => {
  it('puts whole names before beginnings, words and parts', async () => {
    const { rows } = await open.call(contracts.search, { query: { q: 'beta' } });
    expect(rows[0]?.label.toLowerCase()).toBe('beta');
    expect(rows.map((row) => row.kind)).toContain('person');
    expect(
      (await open.call(contracts.search, { query: { q: 'beta' } }, { without: ['personal.read'] })).rows.some(
        (row) => row.kind === 'person',
      ),
    ).toBe(false);
    expect((await open.call(contracts.search, { query: { q: 'a-77' } })).rows.map((row) => row.id)).toEqual([`acc_${ws}_9`]);
    expect((await open.call(contracts.search, { query: { q: '月经常' } })).rows).toEqual([
      { kind: 'metric', id: 'grow.mrr', label: 'Monthly revenue', detail: 'What comes in' },
    ]);
    expect((await open.call(contracts.search, { query: { q: 'numbers' } })).rows).toEqual([
      { kind: 'board', id: 'brd_1', label: 'Monday numbers', detail: 'What the team looks at' },
    ]);
    expect((await open.call(contracts.search, { query: { q: '0% f' } })).rows.every((row) => row.label.startsWith('100% Fun'))).toBe(true);
  });
});

describe('a file', () => {
  it('holds all rows of the list in its order, money in major units, formulas disarmed', async () => {
    const file = await open.text(contracts.exportAccounts, { query: { sort: 'mrr', order: 'desc' } });
    const lines = file.trim().split('\r\n');
    expect(lines).toHaveLength(COUNT + 1);
    expect(lines[0]).toMatch(/^ID,Name,Domain,Industry.*Currency,MRR/);
    expect(lines[1]).toContain('EUR,50.00');
    expect(file).toContain("'=SUM(A1)");
    expect(file).toContain('Churned');
  });
});

describe('saved views', () => {
  it('are kept by name, shared when asked, and deleted by whoever saved them', async () => {
    const save = (name: string, shared: boolean, actorId: string) =>
      open.call(contracts.saveView, { body: { list: 'accounts', name, shared, state: { sort: 'mrr' } } }, { actorId });
    const mine = await save('At risk', true, 'usr_1');
    const replaced = await save('at Risk', true, 'usr_1');
    await save('Secret', false, 'usr_1');
    expect(replaced).toMatchObject({ id: mine.id, name: 'at Risk', mine: true });
    const views = async (actorId: string) =>
      (await open.call(contracts.listSavedViews, { query: { list: 'accounts' } }, { actorId })).rows.map((view) => [view.name, view.mine]);
    expect(await views('usr_1')).toEqual([
      ['at Risk', true],
      ['Secret', true],
    ]);
    expect(await views('usr_2')).toEqual([['at Risk', false]]);
    const drop = (actorId: string) => open.call(contracts.deleteView, { params: { id: mine.id } }, { actorId });
    await expect(drop('usr_2')).rejects.toMatchObject({ code: 'forbidden' });
    await drop('usr_1');
    await expect(drop('usr_1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
