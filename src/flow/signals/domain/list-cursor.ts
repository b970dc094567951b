import { z } from 'zod';
import type { Order } from '#kernel/page.ts';

/** Where a page of a list ended: the sort value of its last row as text (null in the part without values, which comes last) and its number. */
export interface ListCursor {
  readonly value: string | null;
  readonly num: number;
}

/** The order of a list: by which field, in which direction. */
export interface ListOrder {
  readonly sort: string;
  readonly order: Order;
}

const Shape = z.tuple([z.string(), z.enum(['asc', 'desc']), z.string().nullable(), z.number().int().min(0)]);

/** The cursor as an opaque text that fits into an address. */
export const writeCursor = ({ sort, order }: ListOrder, { value, num }: ListCursor): string =>
  toBase64Url(JSON.stringify([sort, order, value, num] satisfies z.infer<typeof Shape>));

/** The cursor that this text holds, when it was given by a list in this order; null otherwise. */
export const readCursor = (text: string, { sort, order }: ListOrder): ListCursor | null => {
  const parsed = Shape.safeParse(fromBase64Url(text));
  if (!parsed.success) return null;
  const [ofSort, ofOrder, value, num] = parsed.data;
  return ofSort === sort && ofOrder === order ? { value, num } : null;
};

const toBase64Url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

const fromBase64Url = (text: string): unknown => {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};
