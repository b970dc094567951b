import { describe, expect, it } from 'vitest';
import { type GuessKind, guessMapping } from './guess-mapping.ts';
import { inferColumn } from './infer-column.ts';

const KINDS: readonly GuessKind[] = [
  {
    kind: 'accounts',
    label: { en: 'Accounts', es: 'Cuentas', 'zh-CN': '客户' },
    fields: [
      { key: 'external_id', label: 'Id', type: 'text', synonyms: ['account id', 'customer id', 'id cliente', '客户编号'] },
      {
        key: 'name',
        label: { en: 'Name', es: 'Nombre', 'zh-CN': '名称' },
        type: 'text',
        required: true,
        synonyms: ['account', 'company', 'empresa', '公司名称'],
      },
      { key: 'domain', label: 'Domain', type: 'domain', synonyms: ['website', 'sitio web', '网站'] },
      { key: 'country', label: { en: 'Country', es: 'País', 'zh-CN': '国家' }, type: 'country', synonyms: ['office location'] },
      { key: 'industry', label: 'Industry', type: 'text', synonyms: ['sector', '行业'] },
      { key: 'signed_up_on', label: 'Signed up', type: 'date', synonyms: ['signup date', 'created', 'fecha de alta'] },
      { key: 'employees', label: 'Employees', type: 'integer', synonyms: ['empleados'] },
    ],
  },
  {
    kind: 'people',
    label: { en: 'People', es: 'Personas', 'zh-CN': '联系人' },
    fields: [
      { key: 'email', label: 'E-mail', type: 'email', required: true, synonyms: ['mail', 'correo'] },
      { key: 'name', label: 'Name', type: 'text', synonyms: ['full name', 'nombre'] },
      { key: 'account', label: 'Account', type: 'text', synonyms: ['company', 'empresa'] },
    ],
  },
  {
    kind: 'subscriptions',
    label: 'Subscriptions',
    fields: [
      { key: 'external_id', label: 'Id', type: 'text', synonyms: ['subscription id'] },
      { key: 'account', label: 'Account', type: 'text', required: true, synonyms: ['account id'] },
      { key: 'starts_on', label: 'Start', type: 'date', required: true, synonyms: ['start date'] },
      { key: 'ends_on', label: 'End', type: 'date', synonyms: ['end date'] },
      { key: 'mrr', label: 'MRR', type: 'money', required: true, synonyms: ['mrr amount', 'monthly amount'] },
      { key: 'plan', label: 'Plan', type: 'text', synonyms: ['plan tier'] },
      { key: 'seats', label: 'Seats', type: 'integer', synonyms: ['quantity'] },
    ],
  },
];

function guess(table: Record<string, string[]>) {
  const columns = Object.entries(table).map(([name, values]) => ({
    name,
    sample: values.slice(0, 5),
    inferred: inferColumn(values, name),
  }));
  const [best] = guessMapping(columns, KINDS);
  return { best, kind: best?.kind, map: Object.fromEntries((best?.columns ?? []).map((column) => [column.column, column.field])) };
}

describe('guessMapping', () => {
  it('knows accounts', () => {
    const { kind, map } = guess({
      account_id: ['A-1f', 'A-2e', 'A-3d'],
      account_name: ['Company_0', 'Company_1', 'Company_2'],
      industry: ['EdTech', 'FinTech', 'EdTech'],
      country: ['US', 'IN', 'UK'],
      signup_date: ['16-10-2024', '17-08-2023', '27-08-2024'],
      churn_flag: ['TRUE', 'FALSE', 'FALSE'],
    });
    expect(kind).toBe('accounts');
    expect(map).toEqual({
      account_id: 'external_id',
      account_name: 'name',
      industry: 'industry',
      country: 'country',
      signup_date: 'signed_up_on',
      churn_flag: null,
    });
  });

  it('knows subscriptions, whose account id repeats', () => {
    const { kind, map } = guess({
      subscription_id: ['S-8c', 'S-0f', 'S-51'],
      account_id: ['A-1f', 'A-1f', 'A-2e'],
      start_date: ['23-12-2023', '11-06-2024', '25-11-2024'],
      end_date: ['12-04-2024', '', ''],
      plan_tier: ['Enterprise', 'Pro', 'Pro'],
      mrr_amount: ['2786', '833', '0'],
    });
    expect(kind).toBe('subscriptions');
    expect(map).toEqual({
      subscription_id: 'external_id',
      account_id: 'account',
      start_date: 'starts_on',
      end_date: 'ends_on',
      plan_tier: 'plan',
      mrr_amount: 'mrr',
    });
  });

  it.each<Record<string, string[]>>([
    { 'Correo electrónico': ['ann@example.com', 'bob@example.com'], Nombre: ['Ann', 'Bob'], Empresa: ['Acme', 'Acme'] },
    { workEmail: ['ann@example.com', 'bob@example.com'], FullName: ['Ann', 'Bob'], Company: ['Acme', 'Acme'] },
  ])('knows people in %j', (table) => {
    const { kind, map } = guess(table);
    expect(kind).toBe('people');
    expect(Object.values(map)).toEqual(['email', 'name', 'account']);
  });

  it('knows Chinese names', () => {
    const { kind, map } = guess({ 公司名称: ['阿里巴巴', '腾讯'], 国家: ['中国', '中国'], 所属行业: ['零售', '软件'] });
    expect(kind).toBe('accounts');
    expect(map).toEqual({ 公司名称: 'name', 国家: 'country', 所属行业: 'industry' });
  });

  it('does not trust a name against its values', () => {
    const { map } = guess({ name: ['Acme', 'Foo'], country: ['US', 'DE'], employees: ['many', 'few'], website: ['12', '13'] });
    expect(map).toMatchObject({ name: 'name', employees: null, website: null });
  });

  it('keeps a column by its name when a few rows hold a slip, and reads its dates as they are written', () => {
    const { best, map } = guess({
      name: ['Acme', 'Foo', 'Bar'],
      employees: ['12', 'about 30', '7'],
      'signup date': ['16-10-2024', 'soon', '03-04-2024'],
    });
    expect(map).toMatchObject({ employees: 'employees', 'signup date': 'signed_up_on' });
    expect(best?.columns.map(({ confidence }) => confidence < 0.5)).toEqual([false, true, true]);
    expect(inferColumn(['16-10-2024', 'soon', '03-04-2024'], 'signup date')).toMatchObject({
      kind: 'text',
      dateOrder: 'day-first',
      dateOrderSure: true,
    });
  });

  it('forgives a slip of the pen', () => {
    expect(guess({ account: ['A', 'B'], industri: ['x', 'y'], sector: ['', ''] }).map.industri).toBe('industry');
  });

  it('gives a reason for each column, offers the rest as custom fields, and names what is missing', () => {
    const { best } = guess({ industry: ['EdTech', 'EdTech'], 'Lead Score': ['1.5', '2'], nothing: ['', ''] });
    expect(best?.kind).toBe('accounts');
    expect(best?.missing).toEqual(['name']);
    expect(best?.columns).toMatchObject([
      { field: 'industry', confidence: 1, reason: "Has the name 'industry', and its values fit." },
      { field: null, custom: { key: 'lead_score', type: 'number' } },
      { field: null, custom: null, reason: 'The column holds no values.' },
    ]);
  });
});
