import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { createExtentMeter } from './sheet-extent.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

/** How large a workbook may be, in bytes. Reading one takes about seven times its unpacked size in memory. */
export interface WorkbookLimits {
  readonly maxFileBytes: number;
  readonly maxUnpackedBytes: number;
  /** Cells of one sheet, the empty ones between filled ones included. */
  readonly maxCells: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = { maxFileBytes: 50_000_000, maxUnpackedBytes: 100_000_000, maxCells: 20_000_000 };

/**
 * Which sheets does this workbook have, in order? Refuses (`too_large`) a file that unpacks to more than the limits, whatever sizes it
 * claims, by unpacking it once without keeping anything.
 */
export async function sheetNames(path: string, limits: WorkbookLimits = WORKBOOK_LIMITS): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > limits.maxFileBytes) throw tooLarge(limits);
    const entries = await zipDirectory(file);
    if (entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0) > limits.maxUnpackedBytes) throw tooLarge(limits);
    let left = limits.maxUnpackedBytes;
    for (const entry of entries) left -= await unpackedBytes(path, entry, left, limits);
    return await namesIn(path, entries);
  } finally {
    await file.close();
  }
}

async function namesIn(path: string, entries: readonly ZipEntry[]): Promise<readonly string[]> {
  const workbook = entries.find((entry) => entry.name === 'xl/workbook.xml');
  if (workbook === undefined) {
    throw new AppError('unsupported', IMPORT_SAYS.archive_without_workbook());
  }
  const pieces: Buffer[] = [];
  await unpack(path, workbook, (piece) => pieces.push(piece));
  const xml = Buffer.concat(pieces).toString('utf8');
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map((match) => unescaped(match[1] ?? ''));
}

async function unpackedBytes(path: string, entry: ZipEntry, left: number, limits: WorkbookLimits): Promise<number> {
  let total = 0;
  const extent = entry.name.endsWith('.xml') ? createExtentMeter() : null;
  await unpack(path, entry, (piece) => {
    total += piece.length;
    extent?.take(piece.toString('latin1'));
    if (total > left || (extent?.cells() ?? 0) > limits.maxCells) throw tooLarge(limits);
  });
  return total;
}

async function unpack(path: string, entry: ZipEntry, take: (piece: Buffer) => void): Promise<void> {
  if (entry.packedBytes === 0) return;
  const packed = createReadStream(path, { start: entry.dataAt, end: entry.dataAt + entry.packedBytes - 1 });
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      try {
        take(piece);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  try {
    if (entry.compressed) await pipeline(packed, createInflateRaw(), sink);
    else await pipeline(packed, sink);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('malformed', IMPORT_SAYS.workbook_damaged(), { cause: error });
  }
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function tooLarge(limits: WorkbookLimits): AppError {
  const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
  return new AppError(
    'too_large',
    IMPORT_SAYS.workbook_too_large({
      file: megabytes(limits.maxFileBytes),
      unpacked: megabytes(limits.maxUnpackedBytes),
      cells: limits.maxCells,
    }),
  );
}
