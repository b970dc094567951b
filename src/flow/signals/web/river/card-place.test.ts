import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from './card-place.ts';

const ROOM = { width: 1440, height: 900 };
const CARD = { width: 256, height: 240 };

describe('placeCard', () => {
  it('stays in the window, whatever it tells of', () => {
    const area = fc.record({
      left: fc.integer({ min: -200, max: 1400 }),
      top: fc.integer({ min: -200, max: 880 }),
      width: fc.integer({ min: 1, max: 1200 }),
      height: fc.integer({ min: 1, max: 700 }),
    });
    fc.assert(
      fc.property(area, (of) => {
        const { left, top } = placeCard(of, CARD, ROOM);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(left + CARD.width).toBeLessThanOrEqual(ROOM.width - 8);
        expect(top + CARD.height).toBeLessThanOrEqual(ROOM.height - 8);
      }),
    );
  });

  it('stands beneath, else above, else beside', () => {
    expect(placeCard({ left: 600, top: 100, width: 100, height: 100 }, CARD, ROOM).top).toBe(210);
    expect(placeCard({ left: 600, top: 700, width: 100, height: 100 }, CARD, ROOM).top).toBe(450);
    expect(placeCard({ left: 100, top: 50, width: 100, height: 800 }, CARD, ROOM).left).toBe(210);
    expect(placeCard({ left: 1300, top: 50, width: 100, height: 800 }, CARD, ROOM).left).toBe(1034);
  });
});
