import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventLine, insertEventLines } from '#flow/facts/index.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import type { KnownAccount } from './deps.ts';
import { createFeatureSuggestions, LEAST_SUCCESSFUL } from './suggest-features.ts';

const NOW = Date.parse('2024-05-18T12:00:00Z');
const PLACE = { ws: 1, timeZone: 'Europe/Madrid' };
/** Person n is an admin of account n; 101 is a colleague of the first, 102 has no role, 103 no account. */
const COLLEAGUE = 101;
const ROLES = new Map([
  ...Array.from({ length: LEAST_SUCCESSFUL + 1 }, (_, n): [number, string] => [n + 1, 'admin']),
  [COLLEAGUE, 'analyst'],
  [103, 'admin'],
]);
const accounts: readonly KnownAccount[] = Array.from({ length: LEAST_SUCCESSFUL + 1 }, (_, n) => ({
  ...{ num: n + 1, id: `acc_${n + 1}`, name: `Company ${n + 1}`, plan: 'pro', industry: 'retail', seats: 10 },
}));
const accountOf = (person: number): number | undefined => (person < 100 ? person : person === COLLEAGUE || person === 102 ? 1 : undefined);

let clickhouse: TestClickHouse;
let suggestions: ReturnType<typeof createFeatureSuggestions>;

const DID = Date.parse('2024-05-10T10:00:00Z');
const uses = (person: number, feature: string): readonly string[] =>
  Array.from({ length: 5 }, (_, n) =>
    eventLine(1, {
      ...{ event: 'feature_used', person, alias: person, account: accountOf(person) ?? 0, source: 'web', at: DID, known: DID },
      ...{ key: `${person} ${feature} ${n}`, props: { feature } },
    }),
  );

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const told = [
    ...accounts.flatMap(({ num }) => [...uses(num, 'reports'), ...(num === 1 ? [] : uses(num, 'dashboards'))]),
    ...uses(COLLEAGUE, 'dashboards'),
    ...[2, 3, 4].flatMap((num) => uses(num, 'alerts')),
  ];
  await insertEventLines(clickhouse, told.join('\n'), 'use');
  suggestions = createFeatureSuggestions({
    clickhouse,
    async *accountsWhere() {
      yield accounts;
    },
    accountsByNums: async (_, nums) => new Map(accounts.flatMap((one) => (nums.includes(one.num) ? [[one.num, one]] : []))),
    rolesOfPeople: async () => ROLES,
    peopleOfAccounts: async (_, nums) => [...nums, ...(nums.includes(1) ? [COLLEAGUE, 102] : [])],
    accountNum: async () => null,
    accountsOfPersons: async (_, people) =>
      new Map(people.flatMap((one) => (accountOf(one) === undefined ? [] : [[one, accountOf(one)!]]))),
    personNum: async () => null,
    mergedNamesOf: async () => new Map(),
  });
});
afterAll(() => clickhouse.drop());

describe('what a person could use next', () => {
  it('is what others of the role use and this person does not, whatever colleagues of other roles do', async () => {
    const { rows, role, used, successful } = await suggestions.ofPerson(PLACE, 1, NOW);
    expect([role, used, successful, rows.map(({ feature }) => feature)]).toEqual([
      'admin',
      1,
      LEAST_SUCCESSFUL + 1,
      ['dashboards', 'alerts'],
    ]);
    expect(rows[0]!.like.map(({ name }) => name)).not.toContain('Company 1');
  });

  it('is nothing new for one who uses it all, and begins with what is popular for one who uses nothing', async () => {
    expect((await suggestions.ofPerson(PLACE, 2, NOW)).rows).toEqual([]);
    expect(await suggestions.ofPerson(PLACE, COLLEAGUE, NOW)).toMatchObject({ role: 'analyst', rows: [] });
  });

  it('is nothing without a role or an account', async () => {
    expect(await suggestions.ofPerson(PLACE, 102, NOW)).toMatchObject({ role: null, rows: [] });
    expect(await suggestions.ofPerson(PLACE, 103, NOW)).toMatchObject({ role: 'admin', rows: [] });
  });
});

describe('what an account could use next', () => {
  it('counts what anybody there uses, and names the roles that it can be asked by', async () => {
    const { rows, roles, used } = await suggestions.ofAccount(PLACE, { num: 1, role: undefined }, NOW);
    expect([roles, used, rows.map(({ feature }) => feature)]).toEqual([['admin', 'analyst'], 2, ['alerts']]);
    const byRole = await suggestions.ofAccount(PLACE, { num: 1, role: 'admin' }, NOW);
    expect([byRole.used, byRole.rows.map(({ feature }) => feature)]).toEqual([1, ['dashboards', 'alerts']]);
  });
});
