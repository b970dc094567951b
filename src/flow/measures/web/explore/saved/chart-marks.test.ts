import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../board-contracts.ts';
import { chartMarks } from './chart-marks.ts';

const on = (day: string, text: string): Annotation => ({ id: text, day, kind: 'release', text, authorName: null });
const WEEKS = ['2026-05-04', '2026-05-11', '2026-05-18'];

describe('chartMarks', () => {
  it('stands in the period that a day belongs to, one mark a period', () => {
    expect(chartMarks([on('2026-05-05', '1.0'), on('2026-05-10', '1.1'), on('2026-05-18', '2.0')], WEEKS)).toEqual([
      { at: 0, name: '1.0, 1.1' },
      { at: 2, name: '2.0' },
    ]);
    expect(chartMarks([on('2026-05-01', 'before')], WEEKS)).toEqual([]);
    expect(chartMarks([on('2026-05-04', 'hourly')], ['2026-05-04T09:00'])).toEqual([{ at: 0, name: 'hourly' }]);
  });

  it('keeps the lines and draws no names where there are too many, which are still read aloud', () => {
    const days = Array.from({ length: 9 }, (_, n) => `2026-05-${String(n + 1).padStart(2, '0')}`);
    const marks = chartMarks(
      days.map((day) => on(day, day)),
      days,
    );
    expect(marks.every(({ nameless }) => nameless)).toBe(true);
    expect(marks.map(({ name }) => name)).toEqual(days);
  });
});
