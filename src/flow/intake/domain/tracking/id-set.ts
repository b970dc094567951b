/** A 64-bit number as its two halves, each an unsigned 32-bit integer. */
export type IdHalves = { readonly high: number; readonly low: number };

/** A set of 64-bit ids that are themselves hashes. It only grows. */
export type IdSet = {
  readonly add: (id: IdHalves) => void;
  /** Is this id in the set? A set of fingerprints also says yes to another id with the same upper half. */
  readonly has: (id: IdHalves) => boolean;
  readonly size: () => number;
  /** Bytes that its tables take. */
  readonly bytes: () => number;
};

type Table = { readonly high: Uint32Array; readonly low: Uint32Array | null; readonly shift: number };

const SMALLEST_BITS = 10;
const LARGEST_BITS = 31;
const FULL = 0.75;

/** The halves of an id in decimal text. */
export function idHalves(text: string): IdHalves {
  const id = BigInt(text);
  return { high: Number(id >> 32n), low: Number(id & 0xffff_ffffn) };
}

/**
 * Which ids were seen? Open addressing in typed arrays that double at three quarters full: 5.3 to 10.7 bytes an id as `fingerprints` (the
 * upper half only: of n others one in 2^32 / n is taken for a member), twice that when `exact`.
 */
export function createIdSet(kind: 'fingerprints' | 'exact', expected = 0): IdSet {
  const isExact = kind === 'exact';
  let bits = SMALLEST_BITS;
  while (2 ** bits * FULL < expected && bits < LARGEST_BITS) bits++;
  let table = emptyTable(bits, isExact);
  let size = 0;
  const grow = (): void => {
    const larger = emptyTable(32 - table.shift + 1, isExact);
    for (let slot = 0; slot < table.high.length; slot++) {
      const high = table.high[slot]!;
      if (high !== 0) put(larger, high, table.low?.[slot] ?? 0);
    }
    table = larger;
  };
  return {
    add: ({ high, low }) => {
      if (size >= table.high.length * FULL) grow();
      if (put(table, markOf(high), low)) size++;
    },
    has: ({ high, low }) => {
      const slot = slotOf(table, markOf(high), low);
      return table.high[slot] !== 0;
    },
    size: () => size,
    bytes: () => table.high.byteLength + (table.low?.byteLength ?? 0),
  };
}

function emptyTable(bits: number, isExact: boolean): Table {
  const slots = 2 ** bits;
  return { high: new Uint32Array(slots), low: isExact ? new Uint32Array(slots) : null, shift: 32 - bits };
}

/** Zero marks an empty slot, so an upper half of zero is kept as one. */
function markOf(high: number): number {
  return high === 0 ? 1 : high;
}

function put(table: Table, high: number, low: number): boolean {
  const slot = slotOf(table, high, low);
  if (table.high[slot] !== 0) return false;
  table.high[slot] = high;
  if (table.low) table.low[slot] = low;
  return true;
}

/** The slot that holds this id, or the empty one where it belongs. Ids are hashes, so their upper bits spread evenly. */
function slotOf({ high: marks, low: lows, shift }: Table, high: number, low: number): number {
  const last = marks.length - 1;
  let slot = high >>> shift;
  while (marks[slot] !== 0 && (marks[slot] !== high || (lows && lows[slot] !== low))) slot = (slot + 1) & last;
  return slot;
}
