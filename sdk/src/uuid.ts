/** Makes a random (version 4) UUID, also on plain-http pages, where browsers withhold `crypto.randomUUID`. */
export const newUuid = (): string => crypto.randomUUID?.() ?? uuidFrom(crypto.getRandomValues(new Uint8Array(16)));

/** Spells 16 random bytes as a version 4 UUID (RFC 9562 section 5.4). */
export const uuidFrom = (bytes: Uint8Array): string => {
  const marked = Uint8Array.from(bytes);
  marked[6] = (marked[6]! & 0x0f) | 0x40;
  marked[8] = (marked[8]! & 0x3f) | 0x80;
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
