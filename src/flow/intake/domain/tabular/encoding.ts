/** The encodings that files arrive in. Text that says ISO-8859-1 is read as windows-1252, its superset, as browsers do. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'gb18030' | 'shift_jis';

/** How the bytes of a file are to be read; `sure` is false where only likelihood decided, so that a person is asked. */
export interface DetectedEncoding {
  readonly encoding: TextEncodingName;
  readonly bom: boolean;
  readonly sure: boolean;
}

/**
 * In which encoding are these bytes written? Pass the beginning of the file and, where that is plain ASCII, further stretches that are
 * not. Byte-order mark, then zero bytes, then valid UTF-8 decide; else the likeliest of GB 18030, Shift_JIS and windows-1252.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: true, sure: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: true, sure: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: true, sure: true };
  const wide = zeroPattern(bytes);
  if (wide !== null) return { encoding: wide, bom: false, sure: true };
  if (isUtf8(bytes)) return { encoding: 'utf-8', bom: false, sure: true };
  const [best, next] = [
    { encoding: 'gb18030' as const, score: gbScore(bytes) },
    { encoding: 'shift_jis' as const, score: shiftJisScore(bytes) },
    { encoding: 'windows-1252' as const, score: westernScore(bytes) },
  ].sort((a, b) => b.score - a.score);
  if (best === undefined || next === undefined || best.score <= 0) return { encoding: 'windows-1252', bom: false, sure: false };
  return { encoding: best.encoding, bom: false, sure: best.score >= 0.8 && best.score - next.score >= 0.3 };
}

// Latin text in UTF-16 has a zero in every other byte, on one side only. A few zeros in both places are dirt, not an encoding.
function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, 65_536) / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.2 && even < odd / 10) return 'utf-16le';
  return even > pairs * 0.2 && odd < even / 10 ? 'utf-16be' : null;
}

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. A sequence cut off by the end of the sample is no fault.
function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return false;
    for (let step = 1; step < length && at + step < bytes.length; step += 1) {
      if (!isContinuation(lead, step, bytes[at + step] ?? 0)) return false;
    }
    at += length;
  }
  return true;
}

function isContinuation(lead: number, step: number, byte: number): boolean {
  if (byte < 0x80 || byte > 0xbf) return false;
  if (step > 1) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}

// Share of the non-ASCII characters that are everyday Chinese (GB 2312: symbols and the two levels of hanzi); any impossible pair rules it out.
function gbScore(bytes: Uint8Array): number {
  return doubleByteScore(bytes, (lead, trail, third, fourth) => {
    if (lead < 0x81 || lead > 0xfe) return null;
    if (trail >= 0x30 && trail <= 0x39)
      return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? { length: 4, usual: 0.5 } : null;
    if (trail < 0x40 || trail === 0x7f || trail > 0xfe) return null;
    if (trail < 0xa1) return { length: 2, usual: 0 };
    return {
      length: 2,
      usual: (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3) ? 1 : lead >= 0xd8 && lead <= 0xf7 ? 0.4 : 0,
    };
  });
}

function shiftJisScore(bytes: Uint8Array): number {
  return doubleByteScore(bytes, (lead, trail) => {
    // Half-width katakana are single bytes that nearly every western letter also falls on: possible, but no evidence.
    if (lead >= 0xa1 && lead <= 0xdf) return { length: 1, usual: 0 };
    if (!((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)) || trail < 0x40 || trail === 0x7f || trail > 0xfc) return null;
    const kana = (lead === 0x82 && trail >= 0x9f) || (lead === 0x83 && trail <= 0x96) || lead === 0x81;
    return { length: 2, usual: kana || (lead >= 0x88 && lead <= 0x98) ? 1 : lead <= 0x9f || lead <= 0xea ? 0.4 : 0 };
  });
}

type Character = { readonly length: number; readonly usual: number } | null;

function doubleByteScore(bytes: Uint8Array, character: (lead: number, trail: number, third: number, fourth: number) => Character): number {
  let characters = 0;
  let usual = 0;
  for (let at = 0; at < bytes.length - 1; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const found = character(lead, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    if (found === null && at + 3 >= bytes.length) break;
    if (found === null) return 0;
    characters += 1;
    usual += found.usual;
    at += found.length;
  }
  return characters === 0 ? 0 : usual / characters;
}

// European words have single accented letters between ASCII letters; bytes that windows-1252 leaves undefined rule it out.
function westernScore(bytes: Uint8Array): number {
  let high = 0;
  let natural = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return 0;
    high += 1;
    const alone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
    const inWord = isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]);
    if (alone) natural += byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7 && inWord ? 1 : 0.7;
  }
  return high === 0 ? 0 : natural / high;
}

function isAsciiLetter(byte = 0): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
