import { describe, expect, it } from 'vitest';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartMark, markNotes, markSeries, marksRoom } from './mark-series.ts';

const THEME = { muted: 'grey' } as ChartTheme;
const marks: readonly ChartMark[] = [
  { at: 0, name: 'Version 2' },
  { at: 1, name: 'New prices', nameless: true },
];

describe('marks on a chart', () => {
  it('draws a line for each, and no name where names would hide each other', () => {
    const drawn = JSON.stringify(markSeries(marks, THEME));
    expect(drawn).toContain('"xAxis":1');
    expect(drawn).toContain('Version 2');
    expect(drawn).not.toContain('New prices');
    expect(markSeries([], THEME)).toEqual([]);
    expect([[], marks.slice(0, 1), marks].map(marksRoom)).toEqual([0, 16, 32]);
  });

  it('tells each in words, also those drawn without a name, and none beyond the periods', () => {
    const reader = { locale: 'en-GB', timeZone: 'UTC' };
    const shown = { periods: ['2026-05-04', '2026-05-11'], grain: 'week', reader } as const;
    expect(markNotes([...marks, { at: 2, name: 'later' }], shown)).toHaveLength(2);
    expect(markNotes(marks, shown)[0]).toMatch(/4 May.*: Version 2/);
  });
});
