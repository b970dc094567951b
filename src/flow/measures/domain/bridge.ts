import type { Span } from './frame.ts';

/** What moved in one stretch of dates, named by its first date ('' for what lies before all), by slice and kind. */
export interface Moved {
  readonly slice: string;
  readonly stretch: string;
  readonly kind: string;
  readonly amount: number;
  readonly came: number;
  readonly went: number;
}

/** The kinds of movement in the order in which a bridge shows them. `transfer` is between plans of one account. */
export const MOVEMENT_KINDS = ['new', 'reactivation', 'expansion', 'contraction', 'churn', 'transfer'] as const;

/** How MRR (minor units, signed) and the paying accounts got from the opening to the closing of a span. */
export interface Bridge {
  readonly opening: number;
  readonly closing: number;
  readonly byKind: ReadonlyMap<string, number>;
  readonly came: ReadonlyMap<string, number>;
  readonly accountsClosing: number;
}

/** The bridge of each span, by slice: opening + movements = closing. Stretches lie wholly inside or outside each span. */
export function bridgesOf(moved: readonly Moved[], spans: readonly Span[]): ReadonlyMap<string, readonly Bridge[]> {
  return new Map([...Map.groupBy(moved, (row) => row.slice)].map(([slice, rows]) => [slice, spans.map((span) => bridgeOf(rows, span))]));
}

/** The same movements with all slices taken together, as slice '*'. Only for slices that no account is in two of. */
export function together(moved: readonly Moved[]): readonly Moved[] {
  return moved.map((row) => ({ ...row, slice: '*' }));
}

/** The bridge of a slice in which nothing ever moved. */
export const STILL: Bridge = { opening: 0, closing: 0, byKind: new Map(), came: new Map(), accountsClosing: 0 };

function bridgeOf(rows: readonly Moved[], span: Span): Bridge {
  const before = rows.filter((row) => row.stretch < span.from);
  const inside = rows.filter((row) => row.stretch >= span.from && row.stretch < span.to);
  const opening = total(before, (row) => row.amount);
  return {
    opening,
    closing: opening + total(inside, (row) => row.amount),
    byKind: byKind(inside, (row) => row.amount),
    came: byKind(inside, (row) => row.came),
    accountsClosing: total([...before, ...inside], (row) => row.came - row.went),
  };
}

function byKind(rows: readonly Moved[], read: (row: Moved) => number): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, (row) => row.kind)].map(([kind, held]) => [kind, total(held, read)]));
}

function total(rows: readonly Moved[], read: (row: Moved) => number): number {
  return rows.reduce((sum, row) => sum + Number(read(row)), 0);
}
