import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/postgres.ts';
import { message, type OpenIdentity, openIdentity } from './testing/open-identity.ts';

let house: OpenIdentity;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const counted = async (table: string, ws = house.one.ws): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ws = ${ws}`.execute(house.postgres.db);
  return rows[0]?.n ?? -1;
};
const shown = async (num: number, ws = house.one.ws) => {
  const { rows } = await sql<{ name: string | null; email: string | null; account_num: number | null; merged_into: number | null }>`
    select name, email, account_num, merged_into from person where ws = ${ws} and num = ${num}`.execute(house.postgres.db);
  return rows[0];
};

describe('resolving messages', () => {
  it('knows a visitor by the user id that comes later, with the account of the address', async () => {
    const [visit] = await house.resolve([message({ kind: 'page', anonymousId: 'a1' })]);
    const [login] = await house.resolve([
      message({
        kind: 'identify',
        anonymousId: 'a1',
        userId: 'u1',
        email: 'ann@acme.io',
        traits: { set: { name: 'Ann', email: 'ann@acme.io' } },
      }),
    ]);
    expect(login?.person).toBe(visit?.person);
    expect(login?.account).toBeGreaterThan(0);
    expect(await shown(login?.person ?? 0)).toEqual({ name: 'Ann', email: 'ann@acme.io', account_num: login?.account, merged_into: null });
    expect(house.facts.map((fact) => fact.event)).toEqual(['person_created', 'account_created', 'person_changed']);
  });

  it('answers a repetition from memory, and notices what changes', async () => {
    const same = message({
      kind: 'identify',
      anonymousId: 'a1',
      userId: 'u1',
      email: 'ann@acme.io',
      traits: { set: { name: 'Ann', email: 'ann@acme.io' } },
    });
    const before = house.facts.length;
    const [stored] = await house.resolve([same]);
    const remembered = await house.identity.resolveMessages(undefined as never, house.one, [same]);
    expect(remembered).toEqual([stored]);
    await house.resolve([message({ ...same, traits: { set: { name: 'Anna' } } })]);
    expect(house.facts.length).toBe(before + 1);
    expect((await shown(stored?.person ?? 0))?.name).toBe('Anna');
  });

  it('joins two known visitors when they turn out to be one, and says so to the event store', async () => {
    const [phone] = await house.resolve([message({ anonymousId: 'phone' })]);
    const [user] = await house.resolve([message({ userId: 'u7' })]);
    const [both] = await house.resolve([message({ kind: 'identify', userId: 'u7', anonymousId: 'phone' })]);
    expect(both?.person).toBe(user?.person);
    expect((await shown(phone?.person ?? 0))?.merged_into).toBe(user?.person);
    const [later] = await house.resolve([message({ anonymousId: 'phone' })]);
    expect(later).toEqual({ person: user?.person, account: 0, alias: phone?.alias });
    await house.identity.flushStandingChanges();
    const rows = await house.clickhouse.query('select alias, person from alias_person final where ws = {ws:UInt32}', { ws: house.one.ws });
    expect(rows).toEqual([{ alias: phone?.alias, person: user?.person }]);
  });

  it('tells merges to the event store by itself while it is started', async () => {
    const [tablet] = await house.resolve([message({ anonymousId: 'tablet' })]);
    const [user] = await house.resolve([message({ userId: 'u8' })]);
    house.identity.start();
    await house.resolve([message({ kind: 'identify', userId: 'u8', anonymousId: 'tablet' })]);
    await expect
      .poll(() => house.clickhouse.query('select person from alias_person final where alias = {alias:UInt32}', { alias: tablet?.alias }), {
        timeout: 5_000,
      })
      .toEqual([{ person: user?.person }]);
    await house.identity.stop();
  });

  it('puts people into the account of their group call, and changes it by what the call says', async () => {
    const [call] = await house.resolve([
      message({ kind: 'group', userId: 'u20', groupId: 'g-1', traits: { set: { name: 'Globex', plan: 'pro', employees: 40 } } }),
    ]);
    const [event] = await house.resolve([message({ userId: 'u20' })]);
    expect(event?.account).toBe(call?.account);
    const accounts = await house.identity.accountsByNums(house.one.ws, [call?.account ?? 0]);
    expect(accounts.get(call?.account ?? 0)).toMatchObject({ name: 'Globex', plan: 'pro', attributes: { employees: 40 }, version: 2 });
    const [elsewhere] = await house.resolve([message({ userId: 'u20', groupId: 'g-2' })]);
    expect(elsewhere?.account).not.toBe(call?.account);
    expect((await shown(event?.person ?? 0))?.account_num).toBe(call?.account);
  });

  it('says of an account that only nameless visits gave away how it was found', async () => {
    const before = house.facts.length;
    await house.resolve([
      message({ kind: 'page', anonymousId: 'a30', groupId: 'g-30' }),
      message({ kind: 'page', anonymousId: 'a31', groupId: 'g-31' }),
      message({ kind: 'track', userId: 'u31', groupId: 'g-31' }),
    ]);
    const created = house.facts.slice(before).filter(({ event }) => event === 'account_created');
    expect(created.map(({ props }) => [props?.name, props?.found_by])).toEqual([
      ['g-31', undefined],
      ['g-30', 'visit'],
    ]);
  });

  it('makes nobody of a bot and of a message without ids', async () => {
    const before = await counted('person');
    const answers = await house.resolve([message({ anonymousId: 'crawler', context: { isBot: true } }), message({ userId: 'undefined' })]);
    expect(answers).toEqual([
      { person: 0, account: 0, alias: 0 },
      { person: 0, account: 0, alias: 0 },
    ]);
    expect(await counted('person')).toBe(before);
  });

  it('makes one person of a new id that many batches bring at once', async () => {
    const batches = Array.from({ length: 8 }, (_, i) => [message({ anonymousId: 'crowd' }), message({ anonymousId: `own-${i}` })]);
    const answers = await Promise.all(batches.map((batch) => house.resolve(batch)));
    expect(new Set(answers.map((batch) => batch[0]?.person)).size).toBe(1);
    expect(new Set(answers.map((batch) => batch[1]?.person)).size).toBe(8);
  });

  it('remembers nothing of a transaction that fails', async () => {
    await expect(
      house.postgres.transaction(async (tx) => {
        await house.identity.resolveMessages(tx, house.one, [message({ anonymousId: 'ghost' })]);
        await house.identity.resolveMessages(tx, house.one, [message({ anonymousId: 'ghost' })]);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    const [ghost] = await house.resolve([message({ anonymousId: 'ghost' })]);
    expect(await shown(ghost?.person ?? 0)).toBeDefined();
  });

  it('takes what no column could hold: NUL, half an emoji, texts without end, names of prototypes', async () => {
    const odd = `\0\ud83d${'x'.repeat(20_000)}`;
    const traits = { set: { name: odd, 'k\0': odd, nested: { deep: ['\ud83d'] }, ['__proto__']: 'own' } };
    const [, answer] = await house.resolve([
      message({ kind: 'identify', userId: 'odd\0\ud83d', traits }),
      message({ kind: 'group', userId: 'odd\0\ud83d', groupId: 'g\0\ud83d', traits }),
    ]);
    const [again] = await house.resolve([message({ userId: 'odd\0\ud83d', groupId: 'g\0\ud83d' })]);
    expect(again).toEqual(answer);
    expect((await shown(answer?.person ?? 0))?.name).toHaveLength(300);
    const account = (await house.identity.accountsByNums(house.one.ws, [answer?.account ?? 0])).get(answer?.account ?? 0);
    expect(account?.name).toHaveLength(300);
    expect(Object.keys(account?.attributes ?? {})).toContain('__proto__');
  });

  it('keeps workspaces apart', async () => {
    const [here] = await house.resolve([message({ userId: 'u1' })]);
    const before = await counted('person', house.one.ws);
    const [there] = await house.resolve([message({ userId: 'u1', email: 'ann@acme.io' })], house.two);
    expect(there).toEqual({ person: 1, account: 1, alias: 1 });
    expect(await counted('person', house.one.ws)).toBe(before);
    expect((await shown(there?.person ?? 0, house.two.ws))?.name).toBeNull();
    expect(here?.person).toBe(1);
  });
});
