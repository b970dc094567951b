import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppendFacts } from '#flow/facts/index.ts';
import { waitingEvents } from '#flow/facts/testing/waiting-events.ts';
import { createOutcomes } from '#flow/outcomes/index.ts';
import { dateOf } from '#kernel/calendar.ts';
import type { EndpointOutput } from '#kernel/endpoint.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { openJobs } from '#platform/jobs.ts';
import { silentLog } from '#platform/log.ts';
import { sql } from '#platform/postgres.ts';
import type { getPlay, listTasks, PlayCard, previewPlay, Task } from './contracts.ts';
import { type OpenPlays, openPlays, turnedRed } from './testing/open-plays.ts';
import { SAMPLE_PLAYS, sampleAccount, samplePlay } from './testing/sample-plays.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 4, 10, 10);
const HELD = samplePlay('retain.half', { kind: 'signal_crosses', signal: 'lead_score', to: 'A' }, { holdOutPercent: 50 });
const TODAY = '2026-05-10';
const inText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);
let room: OpenPlays;
const today = (): string => dateOf(room.clock.now(), room.workspace.timeZone);

beforeAll(async () => {
  room = await openPlays(NOON, [...Object.values(SAMPLE_PLAYS), HELD]);
});
afterAll(() => room.close());
beforeEach(async () => {
  for (const table of ['events', 'account_standing']) await room.clickhouse.command(`truncate table ${table}`);
  room.clock.set(NOON);
  room.accounts.clear();
  for (const table of ['play_state', 'play_run', 'task', 'play_sweep', 'fact_batch'])
    await sql`delete from ${sql.table(table)}`.execute(room.postgres.db);
});

const has = (...accounts: ReturnType<typeof sampleAccount>[]) => {
  for (const account of accounts) room.accounts.set(account.num, account);
};
const tasks = async (query: object = {}, more: object = {}) =>
  (await room.call<EndpointOutput<typeof listTasks>>('listTasks', { query, ...more })).rows;
const card = async (id: string) =>
  (await room.call<{ rows: PlayCard[] }>('listPlays')).rows.find(({ definition }) => definition.id === id)!;
const tell = async (drafts: readonly FactDraft[]) => {
  await room.postgres.transaction((tx) => createAppendFacts(room.clock)(tx, room.workspace.ws, drafts));
  await room.facts.shipper.drain();
};
const factNames = () => waitingEvents(room.postgres.db);

describe('a play', () => {
  it('opens one task for the owner, with evidence, due date and value, however often and by however many it is told', async () => {
    has(sampleAccount(1, { healthBand: 'bad', health: 38 }));
    const others = Array.from({ length: 6 }, () => room.open());
    const changes = { accounts: [1], crossings: [turnedRed(1, TODAY)], entries: [] };
    await Promise.all(others.map((other) => other.react(room.workspace.ws, changes)));
    await room.react({ crossings: [turnedRed(1, TODAY)] });
    const [task, ...rest] = await tasks();
    expect(rest).toEqual([]);
    expect(task).toMatchObject({
      accountName: 'Account 1',
      ownerName: 'Ada',
      dueOn: '2026-05-12',
      valueAtStakeMinor: 120_000,
      playId: SAMPLE_PLAYS.red.id,
    });
    expect(task?.evidence.map(({ label, value }) => [label, value])).toEqual([
      ['health', '38'],
      ['health_before', '64'],
      ['health_reason', 'active_days -25'],
      ['health_reason', 'open_tickets -12'],
      ['band', 'bad'],
    ]);
    expect(await factNames()).toEqual(['task_opened']);
    expect(await card(SAMPLE_PLAYS.red.id)).toMatchObject({ runs: 1, openTasks: 1, skippedTooOld: 0, lastRunAt: NOON });
  });

  it('acts on many at once while many look, each once', async () => {
    has(...Array.from({ length: 300 }, (_, i) => sampleAccount(i + 1)));
    const crossings = [...room.accounts.keys()].map((num) => turnedRed(num, TODAY));
    const halves = [crossings.slice(0, 200), crossings.slice(100).reverse(), crossings.toReversed(), crossings];
    await Promise.all(halves.map((part) => room.open().react(room.workspace.ws, { accounts: [], crossings: part, entries: [] })));
    expect(await tasks({ limit: 500 })).toHaveLength(300);
    expect(await factNames()).toHaveLength(300);
  });

  it('lets a second cause join the task that waits, and opens another once that is done', async () => {
    has(sampleAccount(1));
    await room.react({ crossings: [turnedRed(1, TODAY)] });
    room.clock.advance(3 * DAY);
    await room.react({ crossings: [turnedRed(1, today())] });
    const [task] = await tasks();
    expect(task?.evidence.filter(({ label }) => label === 'health')).toHaveLength(2);
    await room.call('updateTask', { params: { id: task!.id }, body: { status: 'done' } });
    room.clock.advance(3 * DAY);
    await room.react({ crossings: [turnedRed(1, today())] });
    expect((await tasks()).map(({ id }) => id)).not.toContain(task!.id);
    expect(await tasks()).toHaveLength(1);
    await expect(room.call('updateTask', { params: { id: task!.id }, body: { status: 'open' } })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('passes over what is history, and says how often', async () => {
    has(
      sampleAccount(1),
      sampleAccount(2, { stage: 'onboarding', stageSince: NOON - 15 * DAY }),
      sampleAccount(3, { stage: 'onboarding', stageSince: NOON - 13 * DAY }),
    );
    for (const _ of [1, 2]) await room.react({ crossings: [turnedRed(1, '2026-04-01')] });
    expect((await tasks()).map(({ accountName }) => accountName)).toEqual(['Account 3']);
    expect(await card(SAMPLE_PLAYS.red.id)).toMatchObject({ runs: 0, skippedTooOld: 1, lastRunAt: null });
    expect(await card(SAMPLE_PLAYS.welcome.id)).toMatchObject({ runs: 1, skippedTooOld: 1 });
  });

  it('acts on nobody outside its audience, nor while it is off', async () => {
    has(sampleAccount(1, { mrrMinor: 0 }), sampleAccount(2));
    await room.call('updatePlay', { params: { id: SAMPLE_PLAYS.red.id }, body: { on: false } });
    await room.react({ crossings: [turnedRed(1, TODAY), turnedRed(2, TODAY)] });
    expect(await tasks()).toEqual([]);
    await room.call('updatePlay', { params: { id: SAMPLE_PLAYS.red.id }, body: { on: true } });
    await room.react({ crossings: [turnedRed(1, TODAY), turnedRed(2, TODAY)] });
    expect((await tasks()).map(({ accountName }) => accountName)).toEqual(['Account 2']);
  });

  it('takes facts that arrived: a record’s once a month, others one by one, of a merged account for the one that stands for it', async () => {
    has(sampleAccount(1), sampleAccount(2));
    const failed = (account: number, key: string, subject?: string) => ({
      event: 'payment_failed',
      at: NOON - DAY,
      known: NOON,
      source: 'record' as const,
      account,
      key,
      ...(subject ? { subject } : {}),
      props: { reason: 'card_expired' },
    });
    await tell([failed(1, 'a', 'inv_1'), failed(1, 'b', 'inv_1'), failed(9, 'c')]);
    await room.clickhouse.insertLines('account_standing', JSON.stringify({ ws: room.workspace.ws, account: 9, stands: 2, version: 1 }), {
      token: 's',
    });
    await room.react();
    const found = await tasks();
    expect(found.map((task) => [task.accountName, task.evidence.length]).sort(inText)).toEqual([
      ['Account 1', 2],
      ['Account 2', 1],
    ]);
    expect(found[0]?.evidence[0]).toEqual({ label: 'payment_failed', value: 'card_expired', at: NOON - DAY });
    expect((await card(SAMPLE_PLAYS.payment.id)).runs).toBe(2);
    await room.sweep();
    expect(await tasks()).toHaveLength(2);
  });

  it('forgets accounts that are gone with their import', async () => {
    has(sampleAccount(1));
    await room.react({ crossings: [turnedRed(1, TODAY)] });
    await room.call('createTask', { body: { title: 'Call', accountId: 'acc_000001', ownerId: null, dueOn: '2026-05-20' } });
    room.accounts.clear();
    await room.react({ accounts: [1] });
    expect((await tasks()).map(({ playId, accountId }) => [playId, accountId])).toEqual([[null, null]]);
    expect((await card(SAMPLE_PLAYS.red.id)).runs).toBe(0);

    has(sampleAccount(2));
    await room.react({ crossings: [turnedRed(2, TODAY)] });
    room.accounts.clear();
    await room.sweep();
    expect(await tasks({ play: SAMPLE_PLAYS.red.id })).toEqual([]);
  });
});

describe('dates', () => {
  it('are swept: near renewals and customers of 14 days, and a renewed term again', async () => {
    has(
      sampleAccount(1, { renewsOn: '2026-08-08' }),
      sampleAccount(2, { renewsOn: '2026-08-09' }),
      sampleAccount(3, { renewsOn: '2026-05-09' }),
      sampleAccount(4, { customerSince: '2026-04-26', stage: 'onboarding' }),
      sampleAccount(5, { customerSince: '2026-04-27', stage: 'onboarding' }),
      sampleAccount(6, { customerSince: '2026-04-11', stage: 'onboarding' }),
      sampleAccount(7, { customerSince: '2026-04-20', stage: 'active' }),
    );
    for (const _ of [1, 2]) await room.sweep();
    expect((await tasks()).map(({ accountName, playId }) => [accountName, playId]).sort(inText)).toEqual([
      ['Account 1', SAMPLE_PLAYS.renewal.id],
      ['Account 4', SAMPLE_PLAYS.quiet.id],
    ]);
    room.clock.advance(DAY);
    await room.sweep();
    expect((await tasks()).map(({ accountName }) => accountName).sort(inText)).toEqual([
      'Account 1',
      'Account 2',
      'Account 4',
      'Account 5',
    ]);
    const [renewal] = await tasks({ account: 'acc_000001' });
    expect(renewal?.evidence).toEqual([{ label: 'renews_on', value: '2026-08-08', at: null }]);
    await room.call('updateTask', { params: { id: renewal!.id }, body: { status: 'done' } });
    await room.sweep();
    expect(await tasks({ account: 'acc_000001' })).toEqual([]);
    has(sampleAccount(1, { renewsOn: '2027-08-08' }));
    room.clock.set(Date.UTC(2027, 4, 11));
    await room.sweep();
    expect(await tasks({ account: 'acc_000001' })).toHaveLength(1);
  });

  it('are swept once a day from six in the morning of the workspace on', async () => {
    has(sampleAccount(1, { renewsOn: '2026-06-01' }));
    room.clock.set(Date.UTC(2026, 4, 11, 3, 59));
    await room.plays.sweepDue();
    expect(await tasks()).toEqual([]);
    room.clock.set(Date.UTC(2026, 4, 11, 4));
    await room.plays.sweepDue();
    expect(await tasks()).toHaveLength(1);
    has(sampleAccount(2, { renewsOn: '2026-06-01' }));
    await room.plays.sweepDue();
    expect(await tasks()).toHaveLength(1);
  });
});

describe('the jobs', () => {
  it('sweep a workspace soon after one of its plays was changed', async () => {
    const jobs = await openJobs({ url: room.postgres.url, log: silentLog });
    const plays = room.open();
    await plays.work(jobs);
    await jobs.start();
    has(sampleAccount(1, { renewsOn: '2026-06-01' }));
    await room.call('updatePlay', { params: { id: SAMPLE_PLAYS.renewal.id }, body: { dueInDays: 5 } }, plays.routes);
    await vi.waitFor(async () => expect(await tasks()).toMatchObject([{ accountName: 'Account 1', dueOn: '2026-05-15' }]), 15_000);
    await jobs.stop();
  });
});

describe('the hold-out', () => {
  it('keeps its share out, sticks, and is compared with those acted on', async () => {
    has(...Array.from({ length: 400 }, (_, i) => sampleAccount(i + 1, { stage: 'onboarding', stageSince: NOON - 100 * DAY })));
    const graded = (day: string) => [...room.accounts.keys()].map((num) => turnedRed(num, day, { signal: 'lead_score', to: 'A' }));
    await room.react({ crossings: graded(TODAY) });
    const acted = new Set((await tasks({ limit: 500, play: HELD.id })).map(({ accountId }) => accountId));
    expect(Math.abs(acted.size - 200)).toBeLessThan(50);
    await room.call('updatePlay', { params: { id: HELD.id }, body: { holdOutPercent: 0 } });
    room.clock.advance(DAY);
    await room.react({ crossings: graded(today()) });
    expect(await tasks({ limit: 500, play: HELD.id })).toHaveLength(acted.size);

    for (const account of room.accounts.values()) if (acted.has(account.id) || account.num % 10 === 0) has({ ...account, stage: 'active' });
    await room.react();
    const outcomes = createOutcomes({ plays: room.plays });
    const result = () => room.call<EndpointOutput<typeof getPlay>>('getPlay', { params: { id: HELD.id } }, outcomes.routes);
    expect((await result()).result).toMatchObject({ acted: { accounts: acted.size, open: acted.size, rate: null }, enough: false });
    room.clock.advance(31 * DAY);
    await room.sweep();
    const late = await result();
    expect(late).toMatchObject({ runs: 800, changed: true, definition: { version: 2, holdOutPercent: 0 } });
    expect(late.result.acted).toMatchObject({ accounts: acted.size, reached: acted.size, open: 0, rate: 1 });
    expect(late.result.heldOut.accounts).toBe(400 - acted.size);
    expect(late.result.heldOut.rate).toBeLessThan(0.2);
    expect(late.result.difference.low).toBeGreaterThan(0.7);
    expect(late.result.enough).toBe(true);
  });

  it('counts a goal that was met from the start only if it is met at the end', async () => {
    has(sampleAccount(1), sampleAccount(2));
    const outcomes = createOutcomes({ plays: room.plays });
    const reached = async () =>
      (await room.call<EndpointOutput<typeof getPlay>>('getPlay', { params: { id: SAMPLE_PLAYS.payment.id } }, outcomes.routes)).result
        .acted;
    const failed = [1, 2].map((account) => ({
      event: 'payment_failed',
      at: NOON,
      known: NOON,
      source: 'record' as const,
      account,
      key: `x${account}`,
    }));
    await tell(failed);
    await room.react();
    await room.sweep();
    has(sampleAccount(2, { mrrMinor: 0 }));
    room.clock.advance(32 * DAY);
    await room.sweep();
    expect(await reached()).toMatchObject({ accounts: 2, reached: 1, open: 0 });
  });
});

describe('tasks', () => {
  it('are ranked by what hangs on them and how near they are, and known without money to who may not see it', async () => {
    has(sampleAccount(1, { mrrMinor: 1_000 }), sampleAccount(2, { mrrMinor: 900_000 }), sampleAccount(3, { mrrMinor: 2_000 }));
    await room.react({ crossings: [1, 2, 3].map((num) => turnedRed(num, TODAY)) });
    await room.call('createTask', { body: { title: 'Tidy up', accountId: null, ownerId: 'usr_bob', dueOn: '2026-05-01' } });
    expect((await tasks()).map((task) => task.accountName ?? task.title.en)).toEqual(['Account 2', 'Account 3', 'Account 1', 'Tidy up']);
    const poor = await tasks({}, { may: ['records.read'] });
    expect(poor[0]?.title.en).toBe('Tidy up');
    expect(poor.map((task) => task.valueAtStakeMinor)).toEqual([null, null, null, null]);
    expect(new Set(poor.slice(1).map((task) => task.rank)).size).toBe(1);
    has(sampleAccount(1, { mrrMinor: 5_000_000 }));
    await room.react({ accounts: [1] });
    expect((await tasks())[0]?.accountName).toBe('Account 1');
  });

  it('come in pages without gaps, by owner, account and play', async () => {
    has(...Array.from({ length: 23 }, (_, i) => sampleAccount(i + 1, { ownerId: i % 2 ? 'usr_ada' : null })));
    await room.react({ crossings: [...room.accounts.keys()].map((num) => turnedRed(num, TODAY)) });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: EndpointOutput<typeof listTasks> = await room.call('listTasks', { query: { limit: 5, ...(cursor ? { cursor } : {}) } });
      expect(page.total).toBe(23);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(23);
    expect(await tasks({ owner: 'me' })).toHaveLength(11);
    expect(await tasks({ owner: 'none' })).toHaveLength(12);
    expect(await tasks({ owner: 'usr_bob' })).toEqual([]);
    expect(await tasks({ play: SAMPLE_PLAYS.welcome.id })).toEqual([]);
    await expect(tasks({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are done, reopened, snoozed until their day and given to somebody else, each told by a fact', async () => {
    has(sampleAccount(1));
    const change = (id: string, body: object) => room.call<Task>('updateTask', { params: { id }, body });
    const made = await room.call<Task>('createTask', {
      body: { title: 'Call', accountId: 'acc_000001', ownerId: null, dueOn: '2026-05-12' },
    });
    expect(made).toMatchObject({ status: 'open', valueAtStakeMinor: 120_000, title: { es: 'Call' } });
    expect(await change(made.id, { status: 'done', outcome: 'They stay' })).toMatchObject({
      status: 'done',
      doneAt: NOON,
      outcome: 'They stay',
    });
    expect(await tasks()).toEqual([]);
    expect(await tasks({ status: 'done' })).toHaveLength(1);
    expect(await change(made.id, { status: 'open' })).toMatchObject({ status: 'open', doneAt: null });
    expect(await change(made.id, { snoozedUntil: '2026-05-12' })).toMatchObject({ status: 'snoozed' });
    expect([await tasks(), await tasks({ status: 'snoozed' })].map((rows) => rows.length)).toEqual([0, 1]);
    expect(await change(made.id, { ownerId: 'usr_bob' })).toMatchObject({ status: 'snoozed', ownerName: 'Bob' });
    room.clock.set(Date.UTC(2026, 4, 11, 22));
    expect(await tasks({ owner: 'usr_bob' })).toMatchObject([{ status: 'open' }]);
    await expect(change(made.id, { status: 'snoozed', snoozedUntil: '2026-05-12' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change(made.id, { ownerId: 'usr_eve' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change('tsk_000000', { status: 'done' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      room.call('createTask', { body: { title: 'x', accountId: 'acc_none', ownerId: null, dueOn: '2026-05-12' } }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await factNames()).toEqual(['task_opened', 'task_done', 'task_opened', 'task_snoozed', 'task_reassigned']);
  });
});

describe('a play’s page', () => {
  const preview = (id: string) => room.call<EndpointOutput<typeof previewPlay>>('previewPlay', { params: { id } });

  it('shows whom it would act on, without acting', async () => {
    has(
      sampleAccount(1, { healthBand: 'bad' }),
      sampleAccount(2, { renewsOn: '2026-06-01' }),
      sampleAccount(3, { healthBand: 'bad', mrrMinor: 0 }),
    );
    expect(await preview(SAMPLE_PLAYS.red.id)).toEqual({
      accounts: 1,
      examples: [{ accountId: 'acc_000001', name: 'Account 1', cause: 'health: bad' }],
    });
    expect(await preview(SAMPLE_PLAYS.renewal.id)).toMatchObject({ accounts: 1, examples: [{ cause: 'renews_on: 2026-06-01' }] });
    expect(await tasks()).toEqual([]);
    await room.react({ crossings: [turnedRed(1, TODAY)] });
    expect(await preview(SAMPLE_PLAYS.red.id)).toEqual({ accounts: 0, examples: [] });
    expect(await preview(SAMPLE_PLAYS.renewal.id)).toEqual({ accounts: 0, examples: [] });
  });

  it('keeps what a workspace changes, and refuses an audience that cannot be', async () => {
    const { id } = SAMPLE_PLAYS.red;
    const audience = { field: 'x.tier', op: 'is', value: 'gold' };
    expect(await room.call<PlayCard>('updatePlay', { params: { id }, body: { audience, dueInDays: 9 } })).toMatchObject({
      changed: true,
      on: true,
      definition: { version: 2, audience, steps: [{ dueInDays: 9 }] },
    });
    has(sampleAccount(1), sampleAccount(2, { attributes: { tier: 'gold' } }));
    await room.react({ crossings: [turnedRed(1, TODAY), turnedRed(2, TODAY)] });
    expect(await tasks()).toMatchObject([{ accountName: 'Account 2', dueOn: '2026-05-19' }]);
    await expect(room.call('updatePlay', { params: { id }, body: { audience: { field: 'mood', op: 'exists' } } })).rejects.toThrow(
      'no field “mood”',
    );
    await expect(preview('retain.nothing')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused at start when its definition names what does not exist', () => {
    const wrong = samplePlay(
      'retain.wrong',
      { kind: 'date_near', field: 'renewal', days: 9 },
      { audience: { field: 'mood', op: 'exists' } },
    );
    const start = () => room.open([wrong, SAMPLE_PLAYS.red, SAMPLE_PLAYS.red]);
    expect(start).toThrow(/two plays “retain.turned_red”.*“renewal” is not a date.*no field “mood”/);
  });
});
