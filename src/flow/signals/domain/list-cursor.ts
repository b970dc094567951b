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

/** The cursor as a text that `readCursor` understands. */
export const writeCursor = ({ sort, order }: ListOrder, { value, num }: ListCursor): string =>
  JSON.stringify([sort, order, value, num] satisfies z.infer<typeof Shape>);

/** The cursor that this text holds, when it was given by a list in this order; null otherwise. */
export const readCursor = (text: string, { sort, order }: ListOrder): ListCursor | null => {
  const parsed = Shape.safeParse(fromJson(text));
  if (!parsed.success) return null;
  const [ofSort, ofOrder, value, num] = parsed.data;
  return ofSort === sort && ofOrder === order ? { value, num } : null;
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
