import { describe, expect, it } from 'vitest';
import { createLiveView, shownRefusal } from './live-view.ts';

const refusal = (n: number) => shownRefusal({ raw: { messageId: `m${n}`, context: { ip: '203.0.113.7' } }, sentAt: undefined }, [], n);

describe('the live view', () => {
  it('keeps the newest arrivals of each workspace, and the whole message of the newest of them', () => {
    const live = createLiveView('boot');
    for (let n = 0; n < 1_200; n += 3) live.add(1, [refusal(n), refusal(n + 1), refusal(n + 2)]);
    const { rows, cursor } = live.list(1, undefined);
    expect([rows.length, rows[0]?.receivedAt, cursor]).toEqual([500, 1_199, rows[0]?.id]);
    expect(rows.map(({ raw }) => raw !== undefined)).toEqual(rows.map((_, at) => at < 200));
    expect(rows[0]?.raw).toEqual({ messageId: 'm1199', context: {} });
    expect(live.list(2, undefined).rows).toEqual([]);
  });

  it('finds an arrival by its id, of its own workspace and process only', () => {
    const live = createLiveView('boot');
    live.add(1, [refusal(1), refusal(2)]);
    const [newest] = live.list(1, undefined).rows;
    expect(live.find(1, newest!.id)).toBe(newest);
    expect([live.find(2, newest!.id), live.find(1, 'earlier-2')]).toEqual([null, null]);
  });
});
