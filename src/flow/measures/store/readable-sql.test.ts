import { describe, expect, it } from 'vitest';
import { readableSql } from './readable-sql.ts';

describe('readableSql', () => {
  it('puts each value where it is bound, quoted as the engine reads it', () => {
    expect(
      readableSql({
        sql: 'select {n:UInt32} where event in {events:Array(String)} and known <= {asOf:DateTime64(3)} and a = {text:String}',
        params: { n: 3, events: ['a', "it's"], asOf: new Date('2024-05-01T10:00:00.500Z'), text: 'back\\slash' },
      }),
    ).toBe(
      "select 3 where event in ['a', 'it\\'s'] and known <= toDateTime64('2024-05-01 10:00:00.500', 3, 'UTC') and a = 'back\\\\slash'",
    );
  });

  it('shortens long lists and leaves what has no value as it is', () => {
    const sql = readableSql({ sql: '{many:Array(UInt32)} {other:String}', params: { many: Array.from({ length: 50 }, (_, n) => n) } });
    expect(sql).toContain('39 /* and 10 more */]');
    expect(sql).toContain('{other:String}');
  });
});
