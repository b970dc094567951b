import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactDraft } from '#kernel/fact.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { createAppendFacts, createFacts, type Facts } from './index.ts';
import { factId, insertEventLines, namesOfLine } from './store/event-line.ts';
import { forgetImport } from './store/forget.ts';
import { claimShipment, linesOfShipment, openShipments } from './store/outbox.ts';
import { readTimeline } from './store/timeline.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
let clickhouse: Awaited<ReturnType<typeof createTestClickHouse>>;
let facts: Facts;
const DAY = Date.UTC(2026, 2, 1);
const clock = manualClock(DAY + 30 * 86_400_000);
const appendFacts = createAppendFacts(clock);

beforeAll(async () => {
  [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  facts = createFacts({
    postgres,
    clickhouse,
    log: silentLog,
    onShipped: () => {},
    accountNums: async () => [1],
    personNum: async () => 1,
    peopleByNums: async () => new Map(),
  });
});
afterAll(async () => {
  await facts.shipper.stop();
  await Promise.all([postgres.drop(), clickhouse.drop()]);
});

const fact = (n: number, more: Partial<FactDraft> = {}): FactDraft => ({
  event: 'feature_used',
  at: DAY + n * 60_000,
  known: DAY + n * 60_000,
  source: 'server',
  account: 1,
  person: 7,
  key: `k${n}`,
  props: { feature: 'export' },
  ...more,
});
const count = async (ws: number) =>
  Number((await clickhouse.query<{ n: number }>('select count() as n from events where ws = {ws:UInt32}', { ws }))[0]?.n);

describe('the outbox', () => {
  it('keeps a fact only when its transaction commits', async () => {
    await expect(
      postgres.transaction(async (tx) => {
        await appendFacts(tx, 1, [fact(1)]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await postgres.transaction((tx) => appendFacts(tx, 1, [fact(2), fact(3)]));
    await facts.shipper.drain();
    expect(await count(1)).toBe(2);
    expect(await facts.outboxState()).toEqual({ rows: 0, since: null });
  });

  it('ships a shipment once, though the process died between insert and clearing', async () => {
    await postgres.transaction((tx) => appendFacts(tx, 2, [fact(1), fact(2)]));
    const shipment = crypto.randomUUID();
    await claimShipment(postgres.db, shipment, 100);
    await insertEventLines(clickhouse, await linesOfShipment(postgres.db, shipment), shipment);
    expect(await openShipments(postgres.db)).toEqual([shipment]);
    await facts.shipper.drain();
    expect(await count(2)).toBe(2);
    expect(await openShipments(postgres.db)).toEqual([]);
  });

  it('lets the facts of an import gather, not those that happen now, and looks at its accounts when it has become quiet', async () => {
    await postgres.transaction((tx) => appendFacts(tx, 18, [fact(1, { importNumber: 1, account: 3 })]));
    await postgres.transaction((tx) => appendFacts(tx, 18, [fact(2, { account: 4, known: clock.now() })]));
    const [soon, later] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(await claimShipment(postgres.db, soon, 100, false)).toBe(true);
    expect(
      (await linesOfShipment(postgres.db, soon))
        .toString()
        .split('\n')
        .map((line) => namesOfLine(line).id),
    ).toEqual([factId(18, 'k2')]);
    expect(await claimShipment(postgres.db, later, 100, false)).toBe(false);
    await facts.shipper.drain();
    expect(await count(18)).toBe(2);
    const waiting = async () => (await facts.takeReactions('account', 1_000)).filter(({ ws }) => ws === 18).map(({ num }) => num);
    expect(await waiting()).toEqual([4]);
    await facts.hurryReactions();
    expect((await waiting()).toSorted((a, b) => a - b)).toEqual([3, 4]);
  });

  it('sends again what a killed engine has lost although it noted the token', async () => {
    await postgres.transaction((tx) => appendFacts(tx, 17, [fact(1), fact(2), fact(3)]));
    const shipment = crypto.randomUUID();
    await claimShipment(postgres.db, shipment, 100);
    const [first = ''] = (await linesOfShipment(postgres.db, shipment)).toString().split('\n');
    // The token is taken, but only one of the three rows is there.
    await insertEventLines(clickhouse, first, shipment);
    await facts.shipper.drain();
    expect(await count(17)).toBe(3);
    expect(await openShipments(postgres.db)).toEqual([]);
  });

  it('asks for a reaction of each account, and keeps one that came meanwhile', async () => {
    await postgres.transaction((tx) => appendFacts(tx, 3, [fact(1, { account: 4 }), fact(2, { account: 5 }), fact(3, { account: 0 })]));
    await facts.shipper.drain();
    await facts.hurryReactions();
    const waiting = (await facts.takeReactions('account', 100)).filter((reaction) => reaction.ws === 3);
    expect(waiting.map((reaction) => reaction.num)).toEqual([4, 5]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await facts.touchAccounts(3, [5]);
    await facts.finishReactions('account', waiting);
    expect((await facts.takeReactions('account', 100)).filter((reaction) => reaction.ws === 3).map((reaction) => reaction.num)).toEqual([
      5,
    ]);
  });

  it('ships while it is told of something new all the time', async () => {
    facts.shipper.start();
    await postgres.transaction((tx) => appendFacts(tx, 7, [fact(1)]));
    const kicks = setInterval(() => facts.shipper.kick(), 1);
    await expect.poll(() => count(7), { timeout: 5_000, interval: 20 }).toBe(1);
    clearInterval(kicks);
    await facts.shipper.stop();
  });

  it('ships thousands in a few inserts', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        postgres.transaction((tx) =>
          appendFacts(
            tx,
            4,
            Array.from({ length: 300 }, (_, j) => fact(i * 300 + j)),
          ),
        ),
      ),
    );
    await facts.shipper.drain();
    expect(await count(4)).toBe(12_000);
  });
});

describe('the timeline', () => {
  const ask = (more: object) =>
    readTimeline(clickhouse, {
      ws: 5,
      owner: { accounts: [1] },
      groups: [],
      asOf: DAY + 9e9,
      before: DAY + 9e9,
      limit: 50,
      timeZone: 'UTC',
      ...more,
    });

  it('tells a day of use as one entry, records one by one, and only what was known', async () => {
    await postgres.transaction((tx) =>
      appendFacts(tx, 5, [
        fact(1),
        fact(2),
        fact(3, { event: 'ticket_opened', subject: 'tkt_1', key: 't1', props: {} }),
        fact(4, { event: 'ticket_opened', subject: 'tkt_2', key: 't2', props: {}, known: DAY + 8e9 }),
      ]),
    );
    await facts.shipper.drain();
    expect((await ask({})).map((entry) => [entry.event, entry.count])).toEqual([
      ['ticket_opened', 1],
      ['ticket_opened', 1],
      ['feature_used', 2],
    ]);
    expect(await ask({ asOf: DAY + 1e9 })).toHaveLength(2);
    expect((await ask({ groups: ['usage'] })).map((entry) => entry.event)).toEqual(['feature_used']);
    expect(await ask({ groups: ['support'] })).toHaveLength(2);
  });

  it('forgets an undone import at once, wherever its facts lie, and what came again under its number stays', async () => {
    const months = [...Array(30).keys()].map((month) => fact(month, { at: Date.UTC(2024, month, 5), importNumber: 3, account: 5 }));
    await postgres.transaction((tx) => appendFacts(tx, 6, [...months, fact(100, { importNumber: 4 })]));
    await facts.shipper.drain();
    await clickhouse.command('optimize table events final');
    await facts.forgetImport(6, 3);
    expect(await count(6)).toBe(1);
    expect(await facts.takeReactions('account', 100)).toContainEqual(expect.objectContaining({ ws: 6, num: 5 }));
    await postgres.transaction((tx) => appendFacts(tx, 6, months.slice(0, 2)));
    await facts.shipper.drain();
    await clickhouse.command('optimize table events final');
    expect(await count(6)).toBe(3);
  });

  it('still names the accounts of an undone import when its facts were taken out and the process died then', async () => {
    await postgres.transaction((tx) => appendFacts(tx, 19, [fact(1, { importNumber: 3, account: 9 })]));
    await facts.shipper.drain();
    expect(await forgetImport(clickhouse, 19, 3)).toEqual([9]);
    expect(await count(19)).toBe(0);
    expect(await forgetImport(clickhouse, 19, 3)).toEqual([9]);
  });
});
