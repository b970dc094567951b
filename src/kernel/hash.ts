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
  const length = encode(text);
  return (murmurOf(length, 0x9747b28c) & 0x1fffff) * 2 ** 32 + murmurOf(length, 0);
}

/** What is the 32-bit MurmurHash3 (x86 variant, unsigned) of this text in UTF-8? Austin Appleby, MurmurHash3.cpp, public domain. */
export function murmur32(text: string, seed = 0): number {
  return murmurOf(encode(text), seed);
}

/** Over what was encoded last. */
function murmurOf(length: number, seed: number): number {
  let hash = seed;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    const block = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = rotateLeft(hash ^ scramble(block), 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let last = length - 1; last >= at; last--) tail = (tail << 8) | bytes[last]!;
  hash ^= scramble(tail) ^ length;
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

// Written over by each text: a list of its own for each took longer than the hash.
let bytes = new Uint8Array(1_024);

// Answers how many bytes. TextEncoder belongs to the platform, not to the language; half a surrogate pair becomes U+FFFD, as it does there.
function encode(text: string): number {
  if (text.length * 3 > bytes.length) bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const read = text.codePointAt(at)!;
    if (read > 0xffff) at += 1;
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12);
      bytes[length++] = 0x80 | ((code >> 6) & 63);
      bytes[length++] = 0x80 | (code & 63);
    } else {
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 63);
      bytes[length++] = 0x80 | ((code >> 6) & 63);
      bytes[length++] = 0x80 | (code & 63);
    }
  }
  return length;
}
