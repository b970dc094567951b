import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factId } from '#flow/facts/index.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { createSeenMessages } from './seen-messages.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const NOW = Date.now();
/** A memory before an outbox that is told what waits in it, and an event store that gets nothing by itself. */
const remembering = () => {
  const clock = manualClock(NOW);
  const waiting: { ids: string[]; since: number | null } = { ids: [], since: null };
  const seen = createSeenMessages({
    clickhouse,
    clock,
    waiting: {
      async *ids() {
        yield waiting.ids;
      },
      since: async () => waiting.since,
    },
  });
  const kept: string[] = [];
  const send = (ws: number, ...keys: string[]) =>
    seen.once(
      ws,
      keys.map((key) => factId(ws, key)),
      async (fresh) => void kept.push(...fresh.map((index) => keys[index]!)),
    );
  return { seen, send, kept, clock, waiting };
};

describe('seen messages', () => {
  it('keeps each message of a workspace once', async () => {
    const { send, kept } = remembering();
    expect(await send(1, 'a', 'b', 'a')).toEqual([0, 1]);
    expect(await send(1, 'b', 'c')).toEqual([1]);
    expect(await send(2, 'a')).toEqual([0]);
    expect(kept).toEqual(['a', 'b', 'c', 'a']);
  });

  it('takes a message again whose keeping failed', async () => {
    const { seen, send } = remembering();
    const failing = seen.once(3, [factId(3, 'x')], async () => {
      throw new Error('refused');
    });
    const meanwhile = send(3, 'x');
    await expect(failing).rejects.toThrow('refused');
    await expect(meanwhile).rejects.toThrow('refused');
    expect(await send(3, 'x')).toEqual([0]);
  });

  it('asks the event store only for what it no longer knows exactly', async () => {
    const { seen, send, clock, waiting } = remembering();
    await send(4, 'shipped', 'waiting');
    // As if only one of the two had reached the event store.
    await clickhouse.insertLines('message_ids', JSON.stringify({ ws: 4, id: factId(4, 'shipped'), received: '2030-01-01' }), {
      token: 'ids',
    });
    waiting.since = NOW;
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(61_000);
      await seen.rotate();
    }
    expect(await send(4, 'shipped', 'waiting')).toEqual([]);
    waiting.since = null;
    for (let minute = 0; minute < 3; minute += 1) {
      clock.advance(61_000);
      await seen.rotate();
    }
    // Nothing waits any more, so what the event store does not have was never kept.
    expect(await send(4, 'shipped', 'waiting')).toEqual([1]);
  });

  it('knows after a start what waits and what the event store has', async () => {
    const { seen, send, waiting } = remembering();
    waiting.ids = [factId(5, 'waits')];
    await clickhouse.insertLines(
      'message_ids',
      JSON.stringify({ ws: 5, id: factId(5, 'there'), received: new Date(NOW).toISOString().slice(0, 10) }),
      {
        token: 'there',
      },
    );
    await seen.load();
    expect(await send(5, 'waits', 'there', 'new')).toEqual([2]);
    expect(seen.size().messages).toBeGreaterThanOrEqual(3);
  });
});
