import { describe, expect, it } from 'vitest';
import { worthIn } from './worth-in.ts';

describe('worthIn', () => {
  const worth = worthIn(
    'USD',
    new Map([
      ['EUR', '1.085'],
      ['JPY', '0.0064'],
    ]),
  );

  it('leaves its own currency, and amounts that name none, as they are', () => {
    expect([worth(1_999, 'USD'), worth(1_999, '')]).toEqual([1_999, 1_999]);
  });

  it('converts by the exact rate, halves away from zero, whatever the minor units of a currency are', () => {
    expect([worth(1_000, 'EUR'), worth(30, 'EUR'), worth(-30, 'EUR')]).toEqual([1_085, 33, -33]);
    expect(worth(1_000, 'JPY')).toBe(640);
  });

  it('says nothing of a currency without a rate', () => {
    expect(worth(1_000, 'GBP')).toBeNull();
  });
});
