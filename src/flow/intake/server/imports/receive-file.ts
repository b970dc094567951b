import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { AppError, isAppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';

/** The largest file that is taken, in bytes. */
const MAX_FILE_BYTES = 500 * 1024 * 1024;

/** Stores a request's body as a file that only we may read, and says how many bytes it has; nothing stays of a body that is too large or breaks off. */
export const receiveFile = async (request: Request, path: string, maxBytes = MAX_FILE_BYTES): Promise<number> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) throw new AppError('invalid', IMPORT_SAYS.file_missing());
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  let bytes = 0;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      done(bytes > maxBytes ? tooLarge(maxBytes) : null, piece);
    },
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    if (isAppError(error) || (error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError('malformed', IMPORT_SAYS.upload_broke_off(), { cause: error });
  }
  return bytes;
};

const tooLarge = (maxBytes: number): AppError =>
  new AppError('too_large', IMPORT_SAYS.file_too_large({ megabytes: Math.round(maxBytes / 1024 / 1024) }));
