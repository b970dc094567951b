import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCsvFormat } from './csv-format.ts';
import { columnLabels, distinctNames } from './header-names.ts';
import { parseCsv } from './parse-csv.ts';
import { writeCsv } from './write-csv.ts';

describe('detectCsvFormat', () => {
  it('sees byte-order mark, line end and header', () => {
    expect(detectCsvFormat('\ufeffid,name\r\n1,Ann\r\n2,Bob\r\n')).toEqual({
      delimiter: ',',
      newline: '\r\n',
      quote: '"',
      escape: '"',
      encoding: 'utf-8',
      bom: true,
      header: true,
    });
  });

  it.each([
    [';', 'name;price\nA;1,50\nB;2,75\n'],
    ['\t', 'name\tnote\nA\thello, you\nB\tx\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [',', 'name\nAnn\nBob\n'],
    [';', 'sep=;\r\nname;x\r\nA,B;1\r\n'],
    [',', '\n\nid,name\n1,Ann\n'],
  ])('finds the delimiter %j', (delimiter, text) => expect(detectCsvFormat(text).delimiter).toBe(delimiter));

  it("takes Excel's hint line for no data", () => {
    const format = detectCsvFormat('sep=;\r\nname;x\r\nA,B;1\r\n');
    expect(parseCsv('sep=;\r\nname;x\r\nA,B;1\r\n', { ...format, header: false }).rows[0]).toEqual(['name', 'x']);
  });

  it('knows a file without a header', () => {
    expect(detectCsvFormat('1,ann@example.com,2024-01-02\n2,bob@example.com,2024-01-03\n').header).toBe(false);
    expect(detectCsvFormat('account,2023,2024\nA,5,6\nB,7,8\n').header).toBe(true);
    expect(detectCsvFormat('agent,office\nAnn,East\n').header).toBe(true);
  });

  it('tells comments from a column called #', () => {
    expect(detectCsvFormat('# exported 2024\nid,name\n1,Ann\n').comments).toBe('#');
    expect(detectCsvFormat('#,name\n1,Ann\n').comments).toBeUndefined();
  });

  it('finds single quotes and backslash escapes, but leaves Windows paths alone', () => {
    expect(detectCsvFormat("'id','name'\n'1','A, B'\n'2','C'\n").quote).toBe("'");
    expect(detectCsvFormat('id,name\n1,"say \\"hi\\" now"\n').escape).toBe('\\');
    expect(detectCsvFormat('id,path\n1,"C:\\temp\\"\n2,"D:\\"\n').escape).toBe('"');
  });
});

describe('parseCsv and writeCsv', () => {
  it('read back what was written, whatever it is', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', '=', "'", '\t', '中') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = writeCsv(rows, { escapeFormulas: false });
        // A byte-order mark aside, the text is the data.
        expect(parseCsv(text, { delimiter: ',', newline: '\r\n' }).rows).toEqual(rows);
      }),
    );
  });

  it('disarms formulas unless told otherwise', () => {
    expect(writeCsv([['=1+1', '-5', '@x', '＝2', 'ok']])).toBe(`"'=1+1","'-5","'@x","'＝2",ok`);
    expect(writeCsv([[-5]])).toBe('-5');
    expect(writeCsv([['=1+1']], { escapeFormulas: false })).toBe('=1+1');
  });

  it('keeps hostile column names as data', () => {
    const { records } = parseCsv('__proto__,constructor\na,b\n', { header: true, skipEmptyLines: 'empty' });
    expect(Object.entries(records?.[0] ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('column names', () => {
  it('numbers repeated names without meeting a name that is there', () => {
    expect(distinctNames(['a', 'a', 'a_1', 'a', 'b'])).toEqual(['a', 'a_2', 'a_1', 'a_3', 'b']);
  });
  it('labels what has no name', () => expect(columnLabels(['id', ' ', ' x '], 4)).toEqual(['id', 'Column 2', 'x', 'Column 4']));
});
