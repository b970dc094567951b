import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importContext, runImport } from '#flow/intake/testing/sample-import.ts';
import { sql } from '#platform/postgres.ts';
import * as contracts from './contracts.ts';
import { standingAccount, standingPerson } from './index.ts';
import { message, NOW, type OpenIdentity, openIdentity } from './testing/open-identity.ts';

let house: OpenIdentity;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

/** Everything that tells who is who and what is known, without versions and times. */
const everything = async (ws = house.one.ws) => {
  const { db } = house.postgres;
  const people = await sql`
    select num, merged_into, name, email, title, phone, channel, attributes, home_account, account_num, traits, has_user, has_email
    from person where ws = ${ws} order by num`.execute(db);
  const aliases = await sql`select kind, value, num, person_num from alias where ws = ${ws} order by num`.execute(db);
  const accounts = await sql`
    select num, name, domain, industry, country, plan, seats, owner_id, attributes, merged_into from account where ws = ${ws} order by num`.execute(
    db,
  );
  return { people: people.rows, aliases: aliases.rows, accounts: accounts.rows };
};
const standingInEventStore = async () => {
  const { ws } = house.one;
  const people = await house.clickhouse.query<{ alias: number; person: number }>(
    'select alias, person from alias_person final where ws = {ws:UInt32} order by alias',
    { ws },
  );
  const accounts = await house.clickhouse.query<{ account: number; stands: number }>(
    'select account, stands from account_standing final where ws = {ws:UInt32} order by account',
    { ws },
  );
  return { people: people.map((row) => [row.alias, row.person]), accounts: accounts.map((row) => [row.account, row.stands]) };
};
const personId = async (num: number) => (await house.identity.peopleByNums(house.one.ws, [num])).get(num)?.id ?? '';
const known = async (userId: string, name: string) => {
  const [answer] = await house.resolve([message({ kind: 'identify', userId, traits: { set: { name, [userId]: true } } })]);
  return { ...(answer ?? { person: 0, account: 0, alias: 0 }), id: await personId(answer?.person ?? 0) };
};

describe('people', () => {
  it('are one after a merge, and exactly who they were after its undoing', async () => {
    const [ann, anna] = [await known('ann', 'Ann'), await known('anna', 'Anna')];
    const before = await everything();
    const merge = await house.call(contracts.createMerge, {
      body: { kind: 'person', intoId: anna.id, fromId: ann.id, reason: 'same human' },
    });
    expect(merge).toMatchObject({ kind: 'person', into: { label: 'Anna' }, from: { label: 'Ann' }, actor: 'Ada', undoneAt: null });
    // The older stands for both; what is known of the one that was merged into holds.
    const shown = await house.call(contracts.getPerson, { params: { id: anna.id } });
    expect(shown).toMatchObject({ id: ann.id, name: 'Anna', attributes: { ann: true, anna: true } });
    expect(shown.aliases.map((alias) => alias.value)).toEqual(['ann', 'anna']);
    expect((await standingInEventStore()).people).toEqual([[anna.alias, ann.person]]);
    const [event] = await house.resolve([message({ userId: 'anna' })]);
    expect(event?.person).toBe(ann.person);

    const undone = await house.call(contracts.undoMerge, { params: { id: merge.id } });
    expect(undone.undoneAt).toBe(NOW);
    expect(await everything()).toEqual(before);
    expect((await standingInEventStore()).people).toEqual([[anna.alias, anna.person]]);
    await expect(house.call(contracts.undoMerge, { params: { id: merge.id } })).rejects.toMatchObject({ code: 'conflict' });
    // No message joins again whom somebody parted.
    await house.resolve([message({ kind: 'alias', userId: 'anna', previousId: 'ann' })]);
    expect((await house.resolve([message({ userId: 'anna' })]))[0]?.person).toBe(anna.person);
  });

  it('keep what was said after the merge with the side that said it', async () => {
    const [one, two] = [await known('s1', 'Side One'), await known('s2', 'Side Two')];
    const merge = await house.call(contracts.createMerge, { body: { kind: 'person', intoId: one.id, fromId: two.id } });
    await house.resolve([message({ kind: 'identify', userId: 's2', traits: { set: { name: 'Two again', title: 'CTO' } } })]);
    expect(await house.call(contracts.getPerson, { params: { id: one.id } })).toMatchObject({ name: 'Two again', title: 'CTO' });
    await house.call(contracts.undoMerge, { params: { id: merge.id } });
    expect(await house.call(contracts.getPerson, { params: { id: one.id } })).toMatchObject({ name: 'Side One', title: null });
    expect(await house.call(contracts.getPerson, { params: { id: two.id } })).toMatchObject({ name: 'Two again', title: 'CTO' });
  });

  it('part along one merge while another holds', async () => {
    const [a, b, c] = [await known('x1', 'A'), await known('x2', 'B'), await known('x3', 'C')];
    const first = await house.call(contracts.createMerge, { body: { kind: 'person', intoId: a.id, fromId: b.id } });
    await house.call(contracts.createMerge, { body: { kind: 'person', intoId: b.id, fromId: c.id } });
    expect((await house.call(contracts.getPerson, { params: { id: c.id } })).id).toBe(a.id);
    await house.call(contracts.undoMerge, { params: { id: first.id } });
    expect((await house.call(contracts.getPerson, { params: { id: a.id } })).aliases).toHaveLength(1);
    expect((await house.call(contracts.getPerson, { params: { id: c.id } })).aliases.map((alias) => alias.value)).toEqual(['x2', 'x3']);
    expect(await house.identity.personRowNums(house.one.ws, c.id)).toEqual([b.person, c.person]);
  });

  it('show only what does not tell who they are to those who may not know', async () => {
    const person = await house.call(contracts.createPerson, { body: { email: 'eve@evil.io', name: 'Eve', accountId: null, title: 'CEO' } });
    expect(person).toMatchObject({ name: 'Eve', email: 'eve@evil.io', aliases: [{ kind: 'email', value: 'eve@evil.io' }] });
    const hidden = await house.call(contracts.getPerson, { params: { id: person.id } }, { without: ['personal.read'] });
    expect(hidden).toMatchObject({ name: null, email: null, title: 'CEO', aliases: [] });
    await expect(house.call(contracts.createPerson, { body: { email: 'EVE@evil.io', name: null, accountId: null } })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    await expect(house.call(contracts.getPerson, { params: { id: person.id } }, { workspace: house.two })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('accounts', () => {
  it('take what they lack and the people from those merged into them, and give it back', async () => {
    const acme = await house.call(contracts.createAccount, { body: { name: 'Acme', domain: 'www.acme.com', attributes: { tier: 'A' } } });
    const copy = await house.call(contracts.createAccount, {
      body: { name: 'ACME Inc.', industry: 'Retail', attributes: { tier: 'B', size: 9 } },
    });
    const ben = await house.call(contracts.createPerson, { body: { email: 'ben@b.io', name: 'Ben', accountId: copy.id } });
    const nums = [
      (await house.identity.accountNum(house.one.ws, acme.id)) ?? 0,
      (await house.identity.accountNum(house.one.ws, copy.id)) ?? 0,
    ];
    const before = await everything();
    house.facts.length = 0;
    const merge = await house.call(contracts.createMerge, { body: { kind: 'account', intoId: acme.id, fromId: copy.id } });
    expect(await house.call(contracts.getAccount, { params: { id: copy.id } })).toMatchObject({
      id: acme.id,
      name: 'Acme',
      domain: 'acme.com',
      industry: 'Retail',
      attributes: { tier: 'A', size: 9 },
    });
    expect((await house.call(contracts.listAccountPeople, { params: { id: acme.id } })).rows.map((person) => person.id)).toEqual([ben.id]);
    expect(house.facts.map((fact) => [fact.event, fact.account, fact.props?.industry])).toEqual([['account_changed', nums[0], 'Retail']]);
    expect((await standingInEventStore()).accounts).toContainEqual([nums[1], nums[0]]);
    expect(await house.identity.accountNums(house.one.ws, copy.id)).toEqual(nums);
    expect(await house.identity.standingAccounts(house.one.ws, nums)).toEqual(new Map([[nums[1], nums[0]]]));

    await house.call(contracts.undoMerge, { params: { id: merge.id } });
    expect(await everything()).toEqual(before);
    expect((await standingInEventStore()).accounts).toContainEqual([nums[1], nums[1]]);
    expect((await house.call(contracts.listMerges, {})).rows.find((row) => row.id === merge.id)).toMatchObject({
      into: { label: 'Acme' },
      undoneAt: NOW,
    });
  });

  it('part along one merge while another holds', async () => {
    const made = [];
    for (const name of ['Q1', 'Q2', 'Q3']) made.push((await house.call(contracts.createAccount, { body: { name } })).id);
    const [a = '', b = '', c = ''] = made;
    const first = await house.call(contracts.createMerge, { body: { kind: 'account', intoId: b, fromId: a } });
    await house.call(contracts.createMerge, { body: { kind: 'account', intoId: c, fromId: b } });
    expect((await house.call(contracts.getAccount, { params: { id: a } })).name).toBe('Q3');
    await house.call(contracts.undoMerge, { params: { id: first.id } });
    const names = await Promise.all(made.map(async (id) => (await house.call(contracts.getAccount, { params: { id } })).name));
    expect(names).toEqual(['Q1', 'Q3', 'Q3']);
  });

  it('are changed, given to owners who exist, and refused what makes no sense', async () => {
    const account = await house.call(contracts.createAccount, { body: { name: 'Umbrella' } });
    const changed = await house.call(contracts.updateAccount, { params: { id: account.id }, body: { seats: 5, attributes: { a: 1 } } });
    expect(changed).toMatchObject({ seats: 5, attributes: { a: 1 } });
    const cleared = await house.call(contracts.updateAccount, { params: { id: account.id }, body: { attributes: { a: null, b: 'x' } } });
    expect(cleared.attributes).toEqual({ b: 'x' });
    await expect(house.call(contracts.updateAccount, { params: { id: account.id }, body: { parentId: account.id } })).rejects.toMatchObject(
      { code: 'invalid' },
    );
    await expect(house.call(contracts.updateAccount, { params: { id: account.id }, body: { domain: 'none' } })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(house.call(contracts.assignAccounts, { body: { ids: [account.id], ownerId: 'usr_no' } })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await house.call(contracts.assignAccounts, { body: { ids: [account.id, 'acc_none'], ownerId: null } })).toEqual({
      changed: 0,
      before: [],
    });
  });

  it('let a file go on speaking for a merged account, without two rows overwriting each other', async () => {
    const target = house.identity.importTargets[0];
    const context = importContext(house.postgres.db, { ws: house.one.ws, source: 'erp', now: NOW });
    const rows = [
      { line: 2, values: { account_id: 'E1', name: 'North' }, custom: {} },
      { line: 3, values: { account_id: 'E2', name: 'South' }, custom: {} },
    ];
    if (!target) throw new Error('no target');
    await runImport(house.postgres, target, { context, rows });
    const found = await house.identity.accountsByExternalId(house.postgres.db, house.one.ws, 'erp', ['E1', 'E2']);
    const [north, south] = [found.get('E1')?.id ?? '', found.get('E2')?.id ?? ''];
    await house.call(contracts.createMerge, { body: { kind: 'account', intoId: north, fromId: south } });
    const again = await runImport(house.postgres, target, { context, rows });
    expect(again.map((outcome) => outcome.outcome)).toEqual(['unchanged', 'unchanged']);
  });
});

describe('proposals', () => {
  it('name their reasons, until somebody says that these are two', async () => {
    const first = await house.call(contracts.createAccount, { body: { name: 'Wayne GmbH', domain: 'wayne.io' } });
    const second = await house.call(contracts.createAccount, { body: { name: 'Wayne', domain: 'wayne.io' } });
    const about = async () => (await house.call(contracts.listMergeProposals, {})).rows.filter((row) => row.keep.id === first.id);
    expect(await about()).toEqual([
      expect.objectContaining({
        kind: 'account',
        remove: { id: second.id, label: 'Wayne', detail: 'wayne.io' },
        reasons: ['same_domain', 'same_name'],
      }),
    ]);
    await house.call(contracts.dismissMergeProposal, { body: { a: second.id, b: first.id } });
    expect(await about()).toEqual([]);
  });
});

describe('the expressions for the event store', () => {
  it('give facts to whom they belong now', async () => {
    const [a, b] = [await known('e1', 'E One'), await known('e2', 'E Two')];
    const { ws } = house.one;
    const lines = [a, b].map((one, i) =>
      JSON.stringify({ ws, event: 'clicked', person: one.person, alias: one.alias, account: 0, at: NOW, known: NOW, id: i }),
    );
    await house.clickhouse.insertLines('events', lines.join('\n'), { token: 'expressions' });
    const people = () =>
      house.clickhouse.query(
        `select ${standingPerson('alias', 'person')} as person, ${standingAccount('account')} as account, count() as n from events
         where ws = {ws:UInt32} and event = 'clicked' group by person, account order by person`,
        { ws },
      );
    expect(await people()).toHaveLength(2);
    const merge = await house.call(contracts.createMerge, { body: { kind: 'person', intoId: a.id, fromId: b.id } });
    expect(await people()).toEqual([{ person: a.person, account: 0, n: 2 }]);
    await house.call(contracts.undoMerge, { params: { id: merge.id } });
    expect(await people()).toHaveLength(2);
  });
});
