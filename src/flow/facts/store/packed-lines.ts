import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Below this, packing costs more than it saves. */
const PACK_FROM_BYTES = 4_096;
/**
 * Up to this, work is done at once: 0.05 ms, where only handing it to another thread takes 0.15. What is kept is a sixth of it; beyond, it is done beside the
 * main thread.
 */
const AT_ONCE_BYTES = 64_000;
const KEPT_AT_ONCE_BYTES = 10_000;
/** 0.7 µs a fact; higher levels take twice as long for a tenth less. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** How a packed text begins (RFC 8878); a plain one begins with a bracket. */
const PACKED = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Lines as the outbox keeps them: packed to a sixth, or as they are when they are few. */
export const packLines = async (lines: readonly string[]): Promise<Buffer> => {
  const text = Buffer.from(lines.join('\n'));
  if (text.length < PACK_FROM_BYTES) return text;
  return text.length < AT_ONCE_BYTES ? zstdCompressSync(text, PACKING) : compress(text, PACKING);
};

/** The text that was kept so. */
export const unpackLines = async (kept: Buffer): Promise<Buffer> => {
  if (!kept.subarray(0, PACKED.length).equals(PACKED)) return kept;
  return kept.length < KEPT_AT_ONCE_BYTES ? zstdDecompressSync(kept) : decompress(kept);
};
