import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './timeline-cursor.ts';

it('is read as it was written', () => {
  const cursor = { asOf: 1_772_323_200_000, at: -1_000, id: '18446744073709551615' };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

it('is nothing when no timeline gave it', () => {
  for (const text of ['', '1772323200000', 'NaN', '1.2', '1.2.x', '999999999999999.2.3', '1.2.18446744073709551616']) {
    expect(readCursor(text), text).toBe(null);
  }
});
