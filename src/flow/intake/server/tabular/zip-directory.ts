import type { FileHandle } from 'node:fs/promises';
import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';

/** One file inside a zip archive, as its central directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly compressed: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the packed bytes begin. */
  readonly dataAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const MAX_ENTRIES = 5_000;
// A data descriptor may stand between the packed bytes and the next file: 24 bytes at most.
const MAX_GAP = 24;

/**
 * Which files does this archive hold? Only plain archives pass: no encryption, no zip64, and every byte before the directory belongs to
 * exactly one listed file, so that a reader that goes from front to back sees what the directory says (no hidden, no overlapping files).
 */
export async function zipDirectory(file: FileHandle): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - END_BYTES - MAX_COMMENT), Math.min(size, END_BYTES + MAX_COMMENT));
  const end = endRecord(tail);
  const directory = await bytesAt(file, end.at, end.bytes);
  const listed = listedEntries(directory, end.entries).sort((a, b) => a.headerAt - b.headerAt);
  const entries: ZipEntry[] = [];
  let expected = 0;
  for (const { headerAt, ...entry } of listed) {
    if (headerAt < expected || headerAt > expected + MAX_GAP) throw damaged();
    const header = await bytesAt(file, headerAt, 30);
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged();
    const dataAt = headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    entries.push({ ...entry, dataAt });
    expected = dataAt + entry.packedBytes;
  }
  if (end.at < expected || end.at > expected + MAX_GAP) throw damaged();
  return entries;
}

function endRecord(tail: Buffer): { readonly at: number; readonly bytes: number; readonly entries: number } {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const end = { entries: tail.readUInt16LE(at + 10), bytes: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) };
    if (end.entries > MAX_ENTRIES || end.at === 0xffff_ffff) throw damaged();
    return end;
  }
  throw damaged();
}

function listedEntries(directory: Buffer, count: number): (Omit<ZipEntry, 'dataAt'> & { readonly headerAt: number })[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged();
    const method = directory.readUInt16LE(at + 10);
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted || (method !== 0 && method !== 8)) throw damaged();
    const nameLength = directory.readUInt16LE(at + 28);
    const entry = {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: method === 8,
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    return entry;
  });
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  if (length > 16_777_216) throw damaged();
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw damaged();
  return buffer;
}

function damaged(): AppError {
  return new AppError('malformed', IMPORT_SAYS.workbook_unreadable());
}
