/** A 64-bit number as its two halves, each an unsigned 32-bit integer. */
export type IdHalves = { readonly high: number; readonly low: number };

/** A set of 64-bit ids that are themselves hashes. It only grows. */
export type IdSet = {
  readonly add: (id: IdHalves) => void;
  /** Is this id in the set? A set of fingerprints also says yes to another id with the same upper 36 bits. */
  readonly has: (id: IdHalves) => boolean;
  readonly size: () => number;
  /** Bytes that its tables take. */
  readonly bytes: () => number;
};

/**
 * One of many small tables. The upper bits of an id name its table, so that they need not be kept, and tables grow one by one: no request waits for a large one.
 */
type Table = {
  /** The 24 bits behind those, three bytes a slot; zero marks an empty slot. */
  readonly marks: Uint8Array;
  /** The lower half of the id, where it is kept. */
  readonly lows: Uint32Array | null;
  readonly slots: number;
  taken: number;
};

const TABLE_BITS = { fingerprints: 12, exact: 8 } as const;
const MARKS = 2 ** 24;
const FEWEST_SLOTS = 8;
const FULL = 0.8;
/** Small tables double, so that they are seldom written anew; large ones waste little. */
const LARGE_SLOTS = 64;
const GROWTH = { small: 2, large: 1.25 } as const;

/**
 * Which ids were seen? Open addressing in tables that grow when they are 80 % full: from 200,000 ids on 3.8 to 4.7 bytes an id as `fingerprints` (of n others
 * one in 2^36 / n is taken for a member), 8.8 to 10.9 when `exact`.
 */
export function createIdSet(kind: 'fingerprints' | 'exact'): IdSet {
  const bits = TABLE_BITS[kind];
  const nothing = emptyTable(0, kind === 'exact');
  const tables: Table[] = Array.from({ length: 2 ** bits }, () => nothing);
  let size = 0;
  let bytes = 0;
  return {
    add: ({ high, low }) => {
      const index = high >>> (32 - bits);
      let table = tables[index]!;
      if (table.taken >= Math.floor(table.slots * FULL)) {
        const larger = grown(table);
        bytes += bytesOf(larger) - bytesOf(table);
        table = larger;
        tables[index] = larger;
      }
      if (put(table, markOf(high, low, bits), low)) size += 1;
    },
    has: ({ high, low }) => {
      const table = tables[high >>> (32 - bits)]!;
      return table.slots > 0 && markAt(table, slotOf(table, markOf(high, low, bits), low)) !== 0;
    },
    size: () => size,
    bytes: () => bytes,
  };
}

function emptyTable(slots: number, isExact: boolean): Table {
  return { marks: new Uint8Array(slots * 3), lows: isExact ? new Uint32Array(slots) : null, slots, taken: 0 };
}

function bytesOf({ marks, lows }: Table): number {
  return marks.byteLength + (lows?.byteLength ?? 0);
}

function grown(table: Table): Table {
  const larger = emptyTable(
    Math.max(FEWEST_SLOTS, Math.ceil(table.slots * GROWTH[table.slots < LARGE_SLOTS ? 'small' : 'large'])),
    table.lows !== null,
  );
  for (let slot = 0; slot < table.slots; slot++) {
    const mark = markAt(table, slot);
    if (mark !== 0) put(larger, mark, table.lows === null ? 0 : table.lows[slot]!);
  }
  return larger;
}

/** The 24 bits behind the first ones; a mark of zero is kept as one. */
function markOf(high: number, low: number, bits: number): number {
  return ((high << bits) | (low >>> (32 - bits))) >>> 8 || 1;
}

function markAt({ marks }: Table, slot: number): number {
  const at = slot * 3;
  return marks[at]! | (marks[at + 1]! << 8) | (marks[at + 2]! << 16);
}

function put(table: Table, mark: number, low: number): boolean {
  const slot = slotOf(table, mark, low);
  if (markAt(table, slot) !== 0) return false;
  const at = slot * 3;
  table.marks[at] = mark;
  table.marks[at + 1] = mark >>> 8;
  table.marks[at + 2] = mark >>> 16;
  if (table.lows !== null) table.lows[slot] = low;
  table.taken += 1;
  return true;
}

/** The slot that holds this id, or the empty one where it belongs. Ids are hashes, so their bits spread evenly. */
function slotOf(table: Table, mark: number, low: number): number {
  const { slots, lows } = table;
  let slot = Math.floor((mark * slots) / MARKS);
  for (let found = markAt(table, slot); found !== 0; found = markAt(table, slot)) {
    if (found === mark && (lows === null || lows[slot] === low)) return slot;
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
  return slot;
}

/** The halves of an id in decimal text. */
export function idHalves(text: string): IdHalves {
  const id = BigInt(text);
  return { high: Number(id >> 32n), low: Number(id & 0xffff_ffffn) };
}

/** An id of which the upper 36 bits are known, as one number; the others are zero. */
export function idOfTop(top: number): IdHalves {
  return { high: Math.floor(top / 16), low: (top % 16) * 2 ** 28 };
}
