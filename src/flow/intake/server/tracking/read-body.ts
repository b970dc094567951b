import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '#kernel/app-error.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';

/** 500 KB a request, compressed or not. */
export const MAX_BODY_BYTES = 500 * 1024;
/** An oversized body is read up to here before it is refused: a sender cut off in mid-word sees a broken connection, not the reason. */
const MAX_HEARD_BYTES = 8 * 1024 * 1024;

const inflate = promisify(gunzip);
const GZIP = new Set(['gzip', 'x-gzip']);

/** A request's JSON and its size in bytes. */
export interface JsonBody {
  readonly json: unknown;
  readonly bytes: number;
}

/** Which JSON does this request carry? Gzip is undone within the limit; the content type is not asked, as beacons say text/plain. */
export const readJson = async (request: Request): Promise<JsonBody> => {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
  if (encoding !== 'identity' && !GZIP.has(encoding)) {
    throw new AppError('unsupported', TRACKING_SAYS.body_encoding_unknown({ encoding: encoding.slice(0, 40) }));
  }
  const raw = await readBytes(request);
  const bytes = encoding === 'identity' ? raw : await inflated(raw);
  return { json: parsed(bytes), bytes: bytes.length };
};

const readBytes = async (request: Request): Promise<Buffer> => {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  // The server holds a sender to the length that it announced.
  if (announced <= MAX_BODY_BYTES) return Buffer.from(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    if (length > MAX_HEARD_BYTES) break;
  }
  if (length > MAX_BODY_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
};

const inflated = async (raw: Buffer): Promise<Buffer> => {
  try {
    return await inflate(raw, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new AppError('malformed', TRACKING_SAYS.body_not_gzip());
  }
};

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new AppError('malformed', TRACKING_SAYS.body_not_json_text());
  }
};

const tooLarge = (): AppError => new AppError('too_large', TRACKING_SAYS.request_too_large({ kilobytes: 500 }));
