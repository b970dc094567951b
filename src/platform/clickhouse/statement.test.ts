import { describe, expect, it } from 'vitest';
import { aimKill, isInsert, placeholdersOf, quoteLiteral, rawInsertOf, splitInlineRows } from './statement.ts';

describe('rawInsertOf', () => {
  it('takes plain inserts of text formats and qualifies the table', () => {
    expect(rawInsertOf('INSERT INTO t FORMAT JSONEachRow', 'db')).toEqual({ table: 'db.t', columns: undefined, format: 'JSONEachRow' });
    expect(rawInsertOf('insert into `x`.t (`a`, b)\nformat jsoneachrow ', 'db')).toEqual({
      table: 'x.t',
      columns: ['a', 'b'],
      format: 'JSONEachRow',
    });
  });

  it('leaves everything else to the engine', () => {
    for (const sql of [
      'INSERT INTO t VALUES',
      'INSERT INTO t SELECT 1',
      'INSERT INTO t SETTINGS a=1 FORMAT CSV',
      'INSERT INTO t (* EXCEPT(b)) FORMAT CSV',
      'INSERT INTO t FORMAT Parquet',
    ]) {
      expect(rawInsertOf(sql, 'db')).toBeUndefined();
    }
  });
});

describe('splitInlineRows', () => {
  it('cuts at the line end after FORMAT, and keeps the rows as bytes', () => {
    const split = splitInlineRows(Buffer.from('INSERT INTO t FORMAT JSONEachRow\n{"a":"é"}\n'));
    expect(split?.sql).toBe('INSERT INTO t FORMAT JSONEachRow');
    expect(split?.payload.toString()).toBe('{"a":"é"}\n');
  });

  it('finds none in a select or in an insert of values', () => {
    expect(splitInlineRows(Buffer.from("SELECT 'INSERT INTO t FORMAT CSV\n1'"))).toBeUndefined();
    expect(splitInlineRows(Buffer.from('INSERT INTO t VALUES (1)\n'))).toBeUndefined();
  });
});

describe('small rules', () => {
  it('knows inserts, placeholders and literals', () => {
    expect(isInsert('\n insert into t')).toBe(true);
    expect(isInsert('SELECT insert')).toBe(false);
    expect([...placeholdersOf("SELECT {a:UInt8}, { b : Array(String)}, {'c': 1}")]).toEqual(['a', 'b']);
    expect(quoteLiteral("it's \\")).toBe("'it\\'s \\\\'");
  });

  it('aims KILL QUERY at the mark that carries the id, and touches nothing else', () => {
    expect(aimKill("KILL QUERY WHERE query_id = 'x'")).toBe("KILL QUERY WHERE Settings['log_comment'] = 'x'");
    expect(aimKill('SELECT query_id FROM t')).toBe('SELECT query_id FROM t');
  });
});
