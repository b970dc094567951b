import { describe, expect, it } from 'vitest';
import { csv, tableOf } from './answer-table.ts';

describe('an answer as a table', () => {
  it('is a row per point', () => {
    const figure = { value: 3 };
    const point = { ...figure, period: '2024-05-01' };
    const trend = {
      kind: 'trend',
      series: [{ key: '*', series: 'A', label: 'a', points: [point], total: figure, previous: null, previousTotal: null }],
    } as const;
    expect(tableOf({ ...trend, series: trend.series.map((one) => ({ ...one, points: [...one.points] })) })).toEqual([
      ['series', 'slice', 'period', 'value'],
      ['A', '*', '2024-05-01', 3],
      ['A', '*', 'total', 3],
    ]);
  });

  it('is CSV that no spreadsheet takes for a formula', () => {
    expect(
      csv([
        ['slice', 'n'],
        ['=1+1', 2],
        ['a,"b"', null],
      ]),
    ).toBe('slice,n\r\n\'=1+1,2\r\n"a,""b""",\r\n');
  });
});
