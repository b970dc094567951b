import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvFormat } from './csv-format.ts';
import { parseCsv } from './parse-csv.ts';
import { createRecordReader } from './record-reader.ts';
import type { SourceRow } from './row-problem.ts';
import { writeCsv } from './write-csv.ts';

const FORMAT: CsvFormat = { delimiter: ',', newline: '\n', quote: '"', escape: '"', encoding: 'utf-8', bom: false, header: true };

function read(
  text: string,
  format: Partial<CsvFormat> = {},
  options: { size?: number; maxRecordLength?: number } = {},
): readonly SourceRow[] {
  const reader = createRecordReader({ ...FORMAT, ...format }, options);
  const size = options.size ?? text.length + 1;
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const brief = (rows: readonly SourceRow[]) => rows.map((row) => [row.line, row.cells.join('|'), row.problem?.code ?? 'ok']);

describe('createRecordReader', () => {
  it('numbers the lines as an editor does', () => {
    const text = 'id,note\r\n1,"two\r\nlines"\r\n\r\n2,x\r\n,\r\n3,y';
    expect(brief(read(text, { newline: '\r\n' }))).toEqual([
      [2, '1|two\r\nlines', 'ok'],
      [5, '2|x', 'ok'],
      [7, '3|y', 'ok'],
    ]);
  });

  it('counts the lines of comments', () => {
    expect(brief(read('# a\nid,note\n# b, "c\n1,x\n# d\n2,"y\nz"\n', { comments: '#' }))).toEqual([
      [4, '1|x', 'ok'],
      [6, '2|y\nz', 'ok'],
    ]);
  });

  it('takes LF and CR LF in one file, and lone CR in files of old', () => {
    expect(brief(read('id,n\r\n1,a\n2,"b"\r\n3,c'))).toEqual([
      [2, '1|a', 'ok'],
      [3, '2|b', 'ok'],
      [4, '3|c', 'ok'],
    ]);
    expect(brief(read('id,n\r1,a\r2,b\r', { newline: '\r' }))).toEqual([
      [2, '1|a', 'ok'],
      [3, '2|b', 'ok'],
    ]);
  });

  it('reports rows with too few or too many cells and goes on', () => {
    expect(brief(read('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n'))).toEqual([
      [2, '1|2', 'too_few_fields'],
      [3, '1|2|3|4', 'too_many_fields'],
      [4, '1|2|3', 'ok'],
      [5, '1|2|3', 'ok'],
    ]);
  });

  it('reports NUL bytes and misplaced quotes', () => {
    expect(brief(read('a,b\n1,x\0y\n2,"x" y"\n3,5" pipe\n'))).toEqual([
      [2, '1|x\0y', 'row_nul_byte'],
      [3, '2|x" y', 'malformed_quote'],
      [4, '3|5" pipe', 'ok'],
    ]);
  });

  it('loses one line, not the rest of the file, to a quote that is never closed', () => {
    const rows = 'a,b\n1,ok\n2,"open\n3,ok\n4,ok\n';
    const expected = [
      [2, '1|ok', 'ok'],
      [3, '2|"open', 'unclosed_quote'],
      [4, '3|ok', 'ok'],
      [5, '4|ok', 'ok'],
    ];
    expect(brief(read(rows))).toEqual(expected);
    expect(brief(read(rows, {}, { size: 3 }))).toEqual(expected);
  });

  it('does the same when a later quote would close it, or the file is long', () => {
    expect(brief(read('a,b\n1,"open\n2,"x"\n3,y\n'))).toEqual([
      [2, '1|"open', 'unclosed_quote'],
      [3, '2|x', 'ok'],
      [4, '3|y', 'ok'],
    ]);
    const long = read(`a,b\n1,"open\n${'2,fine\n'.repeat(5_000)}`, {}, { size: 1_000, maxRecordLength: 2_000 });
    expect(long).toHaveLength(5_001);
    expect(long.filter((row) => row.problem !== undefined).map((row) => row.line)).toEqual([2]);
    expect(long.at(-1)?.line).toBe(5_002);
  });

  it('gives up an endless line without keeping it', () => {
    expect(
      brief(read(`a,b\n1,${'x'.repeat(10_000)}\n2,y\n`, {}, { size: 500, maxRecordLength: 2_000 })).map(([line, , code]) => [line, code]),
    ).toEqual([
      [2, 'line_too_long'],
      [3, 'ok'],
    ]);
  });

  it('refuses a file whose quoting is broken throughout, in bounded time', () => {
    expect(() => read(`a,b\n${'"x\n'.repeat(200_000)}`, {}, { size: 65_536 })).toThrow(/broken throughout/);
  });

  it('reads in any pieces what parseCsv reads at once', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', ';', '#', '中'), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.constantFrom('\n' as const, '\r\n' as const), (rows, size, newline) => {
        const text = writeCsv(rows, { newline, escapeFormulas: false });
        const expected = parseCsv(text, { delimiter: ',', newline, skipEmptyLines: 'blank' }).rows;
        expect(read(text, { newline, header: false }, { size }).map((row) => row.cells)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on small hostile text, and its lines only grow', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\0', ' ', "'"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (hostile, size) => {
        const lines = read(hostile, {}, { size, maxRecordLength: 20 }).map((row) => row.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });
});
