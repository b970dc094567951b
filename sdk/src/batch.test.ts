import { describe, expect, it } from 'vitest';
import { batchBody, byteLength, takeBatch } from './batch.ts';

const items = ['1', '2', '3'].map((id) => ({ id, json: JSON.stringify({ text: 'é'.repeat(10) }) }));
const size = byteLength(items[0]!.json) + 1;

describe('takeBatch', () => {
  it('takes the oldest, as many as allowed', () => {
    expect(takeBatch(items, 2, 1_000)).toEqual(items.slice(0, 2));
    expect(takeBatch(items, 20, 1_000)).toEqual(items);
    expect(takeBatch([], 20, 1_000)).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    expect(takeBatch(items, 20, 2 * size)).toHaveLength(2);
    expect(takeBatch(items, 20, 2 * size - 1)).toHaveLength(1);
  });

  it('lets a message that is too large travel alone, so that the server can name it', () => {
    expect(takeBatch(items, 20, 1)).toEqual(items.slice(0, 1));
  });
});

describe('batchBody', () => {
  it('is the JSON of the tracking API', () => {
    expect(JSON.parse(batchBody(items.slice(0, 1), 'wk_"1', 0))).toEqual({
      batch: [{ text: 'é'.repeat(10) }],
      sentAt: '1970-01-01T00:00:00.000Z',
      writeKey: 'wk_"1',
    });
  });
});
