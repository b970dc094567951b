import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import { inspectFile } from './inspect-file.ts';
import { sheetNames } from './open-workbook.ts';
import { readRows, type TableFormat } from './read-rows.ts';
import { errorFileText } from './write-error-file.ts';

const CSV: TableFormat = {
  fileKind: 'csv',
  delimiter: ',',
  newline: '\n',
  quote: '"',
  escape: '"',
  encoding: 'utf-8',
  bom: false,
  header: true,
};
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function collect(source: string | Readable, format: TableFormat): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const piece of readRows(source, format)) rows.push(...piece);
  return rows;
}

describe('readRows', () => {
  it('gives pieces of a stated size, from a stream of bytes cut anywhere', async () => {
    const bytes = Buffer.from(`\ufeffid,name\n${Array.from({ length: 2_500 }, (_, index) => `${index},Zoë ${index}`).join('\n')}`);
    const cut = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(index * 7, index * 7 + 7));
    const pieces: number[] = [];
    let last: SourceRow | undefined;
    for await (const piece of readRows(Readable.from(cut), CSV)) {
      pieces.push(piece.length);
      last = piece.at(-1);
    }
    expect(pieces).toEqual([1_000, 1_000, 500]);
    expect(last).toEqual({ line: 2_501, cells: ['2499', 'Zoë 2499'] });
  });

  it('lets a reader stop early, and refuses an unknown encoding', async () => {
    const path = join(folder, 'big.csv');
    writeFileSync(path, `a,b\n${'1,2\n'.repeat(500_000)}`);
    for await (const piece of readRows(path, CSV)) {
      expect(piece).toHaveLength(1_000);
      break;
    }
    await expect(collect(path, { ...CSV, encoding: 'klingon' })).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('workbooks', () => {
  const path = () => join(folder, 'book.xlsx');

  beforeAll(async () => {
    const head = ['name', 'price', 'since', 'at', 'active', 'n'].map((value) => ({ value }));
    const row = (name: string, price: number, since: string) => [
      { value: name },
      { type: Number, value: price },
      { type: Date, value: new Date(since), format: 'dd/mm/yyyy' },
      { type: Date, value: new Date('2024-03-04T10:30:00Z'), format: 'dd/mm/yyyy hh:mm' },
      { type: Boolean, value: true },
      { type: Number, value: 0.1 + 0.2 },
    ];
    await writeXlsxFile([
      { data: [head, row('Zoë & <Sons>', 12.5, '2024-02-01'), [], row('=1+1 r="x"', 1_000_000, '2024-02-02')], sheet: 'Müller & Co' },
      { data: [[{ value: 'only' }], [{ value: 'x' }, { value: 'beyond' }]], sheet: 'Second' },
    ]).toFile(path());
  });

  it('name their sheets', async () => expect(await sheetNames(path())).toEqual(['Müller & Co', 'Second']));

  it('give dates as ISO, numbers with a point, and the row of the sheet', async () => {
    expect(await collect(path(), { fileKind: 'xlsx', sheet: null, header: true })).toEqual([
      { line: 2, cells: ['Zoë & <Sons>', '12.5', '2024-02-01', '2024-03-04T10:30:00', 'TRUE', '0.3'] },
      { line: 4, cells: ['=1+1 r="x"', '1000000', '2024-02-02', '2024-03-04T10:30:00', 'TRUE', '0.3'] },
    ]);
  });

  it('read a sheet by name, and say which there are', async () => {
    const rows = await collect(path(), { fileKind: 'xlsx', sheet: 'Second', header: true });
    expect(rows).toMatchObject([{ line: 2, cells: ['x', 'beyond'], problem: { code: 'too_many_fields' } }]);
    await expect(collect(path(), { fileKind: 'xlsx', sheet: 'Third', header: true })).rejects.toMatchObject({
      code: 'not_found',
      remedy: 'Choose one of: Müller & Co, Second.',
    });
  });

  it('are inspected like text files', async () => {
    const inspected = await inspectFile(path(), 'book.xlsx');
    expect(inspected).toMatchObject({
      fileKind: 'xlsx',
      format: { sheet: 'Müller & Co', header: true },
      sheets: ['Müller & Co', 'Second'],
      rowCountEstimate: 2,
    });
    expect(inspected.columns.map((column) => column.inferred.kind)).toEqual(['text', 'money', 'date', 'datetime', 'boolean', 'number']);
  });

  it('are refused when they unpack to too much, whatever sizes they claim', async () => {
    const bomb = zip('xl/workbook.xml', Buffer.alloc(3_000_000, 0x20));
    writeFileSync(join(folder, 'bomb.xlsx'), bomb);
    const limits = { maxFileBytes: 1_000_000, maxUnpackedBytes: 1_000_000, maxCells: 1_000_000 };
    await expect(sheetNames(join(folder, 'bomb.xlsx'), limits)).rejects.toMatchObject({ code: 'too_large' });
    bomb.writeUInt32LE(100, bomb.length - 22 - 46 - 'xl/workbook.xml'.length + 24);
    writeFileSync(join(folder, 'liar.xlsx'), bomb);
    await expect(sheetNames(join(folder, 'liar.xlsx'), limits)).rejects.toMatchObject({ code: 'too_large' });
    await expect(sheetNames(path(), { ...limits, maxFileBytes: 100 })).rejects.toMatchObject({ code: 'too_large' });
  });

  it('are refused when a few cells span a table that no memory holds', async () => {
    for (const cells of ['<c r="A1048576"/><c r="XFD1"/>', "<c r = 'ZZ99999'/>", '<c r="&#88;FD1"/>', `<c x=" r='A1' >" r="XFD99999">`]) {
      writeFileSync(join(folder, 'sparse.xlsx'), zip('xl/any.xml', Buffer.from(`<sheetData><row>${cells}</row></sheetData>`)));
      await expect(sheetNames(join(folder, 'sparse.xlsx'))).rejects.toMatchObject({ code: 'too_large' });
    }
  });

  it('are refused when they hide files, are cut off, or are other archives', async () => {
    const archive = zip('xl/workbook.xml', Buffer.from('<workbook/>'));
    const secret = zip('secret.xml', Buffer.alloc(10_000, 0x20));
    const before = secret.subarray(0, directoryAt(secret));
    const hidden = Buffer.concat([before, archive]);
    const moved = directoryAt(archive) + before.length;
    hidden.writeUInt32LE(moved, hidden.length - 6);
    hidden.writeUInt32LE(before.length, moved + 42);
    const cases: readonly (readonly [string, Buffer, string])[] = [
      ['hidden.xlsx', hidden, 'malformed'],
      ['cut.xlsx', readFileSync(path()).subarray(0, 2_000), 'malformed'],
      ['other.xlsx', zip('readme.txt', Buffer.from('hello')), 'unsupported'],
    ];
    for (const [name, bytes, code] of cases) {
      writeFileSync(join(folder, name), bytes);
      await expect(inspectFile(join(folder, name), name)).rejects.toMatchObject({ code });
    }
  });
});

describe('the file of failed rows', () => {
  const rows = [
    { line: 3, cells: ['=cmd', 'José, "x"'], error: "'=cmd' is not a number.", remedy: 'Correct the cell.' },
    { line: 9, cells: ['1', '2', '3'], error: 'Too many cells.', remedy: '' },
  ];

  it('keeps each row with its line, error and remedy, and disarms formulas', async () => {
    const lines: string[] = [];
    for await (const line of errorFileText(['a', 'b'], rows, 'en')) lines.push(line);
    expect(lines.join('')).toBe(
      `\ufeffa,b,line,error,remedy\r\n"'=cmd","José, ""x""",3,'=cmd' is not a number.,Correct the cell.\r\n1,2,9,Too many cells.,,3\r\n`,
    );
  });

  it.each([
    ['zh-CN', '\ufeffa,b,行号,错误,解决办法\r\n'],
    ['es', '\ufeffa,b,línea,error,solución\r\n'],
  ] as const)('has the names of its columns in %s', async (language, head) => {
    expect((await errorFileText(['a', 'b'], rows, language).next()).value).toBe(head);
  });
});

function directoryAt(archive: Buffer): number {
  return archive.readUInt32LE(archive.length - 6);
}

// A zip of one file, as small as the format allows.
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
