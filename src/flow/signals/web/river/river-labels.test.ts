import { describe, expect, it } from 'vitest';
import { fitSideBySide, placeLabels } from './river-labels.ts';
import type { Stream } from './river-shapes.ts';

const stream = (key: string, value: number, labels: Stream['labels']): Stream => ({
  key,
  kind: 'onward',
  flow: { from: 'reached', to: 'captured', accounts: value, mrrMinor: null, medianDays: null },
  value,
  path: '',
  filled: true,
  width: value,
  labels,
});

describe('placeLabels', () => {
  it('lets the weightiest choose first and moves the others to their next place', () => {
    const spot = { x: 10, y: 10 };
    const places = placeLabels([stream('small', 1, [spot, { x: 10, y: 60 }]), stream('large', 9, [spot])], ({ value }) => String(value));
    expect(places.get('large')).toEqual(spot);
    expect(places.get('small')).toEqual({ x: 10, y: 60 });
  });

  it('keeps silent where no place is free', () => {
    const places = placeLabels([stream('a', 2, [{ x: 10, y: 10 }]), stream('b', 1, [{ x: 12, y: 14 }])], () => '1,000');
    expect([...places.keys()]).toEqual(['a']);
  });
});

describe('names of banks', () => {
  it('stand side by side where there is room for the longest', () => {
    expect(fitSideBySide(['Active', 'Renewing'], 72)).toBe(true);
    expect(fitSideBySide(['Activo', 'Incorporación'], 72)).toBe(false);
    expect(fitSideBySide(['续费', '客户流失'], 50)).toBe(true);
  });
});
