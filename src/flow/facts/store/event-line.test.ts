import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactDraft } from '#kernel/fact.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { eventLine, factId, insertEventLines, namesOfLine } from './event-line.ts';
import { packLines, unpackLines } from './packed-lines.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const draft = fc.record({
  event: fc.string({ minLength: 1 }),
  at: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2299, 0, 1) }),
  known: fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2030, 0, 1) }),
  source: fc.constantFrom('web' as const, 'server' as const, 'import' as const),
  person: fc.nat(),
  account: fc.nat(),
  subject: fc.string({ unit: 'grapheme' }),
  amountMinor: fc.maxSafeInteger(),
  props: fc.dictionary(fc.oneof(fc.constantFrom('feature', 'path', 'channel'), fc.string()), fc.string({ unit: 'grapheme' })),
});

describe('a line of the event store', () => {
  it('names a fact by the first eight bytes of the digest of its key', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'grapheme' }), (ws, key) => {
        const digest = createHash('md5').update(`${ws}\n${key}`).digest();
        expect(factId(ws, key)).toBe(digest.readBigUInt64LE(0).toString());
      }),
    );
  });

  it('arrives as it was told, whatever the texts, the times and the numbers', async () => {
    const told: readonly FactDraft[] = fc.sample(draft, { numRuns: 300, seed: 1 }).map((one, n) => ({ ...one, key: `k${n}` }));
    const kept = await packLines(told.map((one) => eventLine(1, one)));
    await insertEventLines(clickhouse, await unpackLines(kept), 'told');
    const rows = await clickhouse.query<Record<string, unknown> & { readonly id: string }>(
      'select toString(id) as id, event, at, known, source, person, account, subject, amount, feature, path, channel, props from events',
    );
    const arrived = new Map(rows.map((row) => [row.id, row]));
    for (const { key, props, amountMinor, at, known, ...rest } of told) {
      const { feature = '', path = '', channel = '', ...others } = props ?? {};
      const times = { at: new Date(at).toISOString(), known: new Date(known).toISOString() };
      expect(arrived.get(factId(1, key))).toEqual({
        ...{ id: factId(1, key), amount: amountMinor, props: others, feature, path, channel },
        ...{ ...rest, ...times },
      });
    }
  });

  it('says which fact it tells', () => {
    const line = eventLine(3, { event: 'clicked', at: 1, known: 1, source: 'web', key: 'k' });
    expect(namesOfLine(line)).toEqual({ ws: 3, at: 1, id: factId(3, 'k'), source: 'web' });
  });
});

describe('lines in the outbox', () => {
  it('are packed when they are many, and read as they were', async () => {
    for (const count of [1, 20, 2_000]) {
      const lines = Array.from({ length: count }, (_, n) =>
        eventLine(1, { event: 'clicked é', at: n, known: n, source: 'web', key: `k${n}` }),
      );
      const kept = await packLines(lines);
      const text = lines.join('\n');
      expect((await unpackLines(kept)).toString()).toBe(text);
      if (count === 2_000) expect(kept.length).toBeLessThan(text.length / 3);
    }
  });
});
