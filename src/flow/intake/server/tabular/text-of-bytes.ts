import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';

const PIECE_BYTES = 262_144;

/** The bytes of a file or stream as text, piece by piece; a byte-order mark is left out. Throws `unsupported` for an unknown encoding. */
export async function* textOfBytes(source: string | Readable, encoding: string): AsyncGenerator<string> {
  if (!iconv.encodingExists(encoding)) {
    throw new AppError('unsupported', IMPORT_SAYS.encoding_unknown({ encoding }));
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const piece of bytesOf(source)) yield decoder.write(piece);
  yield decoder.end() ?? '';
}

async function* bytesOf(source: string | Readable): AsyncGenerator<Buffer> {
  const stream = typeof source === 'string' ? createReadStream(source, { highWaterMark: PIECE_BYTES }) : source;
  for await (const piece of stream) yield typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
}
