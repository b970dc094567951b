const BUCKETS = 10_000;

/**
 * Into which of 10,000 buckets (0..9999) does a unit fall in the experiment or hold-out with this salt? Always the same one, and
 * unrelated between salts. It is MurmurHash3 (x86, 32 bits, seed 0) of 'salt:unit' in UTF-8, modulo 10,000: ClickHouse answers the same
 * with murmurHash3_32(concat(salt, ':', unit)) % 10000. No bucket is favoured by more than 1 in 400,000.
 */
export function bucketOf(salt: string, unit: string): number {
  return murmur32(`${salt}:${unit}`) % BUCKETS;
}

/** Which number from 0 to 2^53 − 1 stands for this text? For keys of in-memory tables and seeds, never for secrets. Two MurmurHash3, joined. */
export function hash53(text: string): number {
  return (murmur32(text, 0x9747b28c) & 0x1fffff) * 2 ** 32 + murmur32(text);
}

/** What is the 32-bit MurmurHash3 (x86 variant, unsigned) of this text in UTF-8? Austin Appleby, MurmurHash3.cpp, public domain. */
export function murmur32(text: string, seed = 0): number {
  const bytes = utf8(text);
  let hash = seed;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const block = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = rotateLeft(hash ^ scramble(block), 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let last = bytes.length - 1; last >= at; last--) tail = (tail << 8) | bytes[last]!;
  hash ^= scramble(tail) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scramble(block: number): number {
  return Math.imul(rotateLeft(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

// TextEncoder belongs to the platform, not to the language; half a surrogate pair becomes U+FFFD, as it does there.
function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const read = character.codePointAt(0)!;
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
