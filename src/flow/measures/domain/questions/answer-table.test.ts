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
      ['series', 'name', 'slice', 'period', 'value'],
      ['A', 'a', '*', '2024-05-01', 3],
      ['A', 'a', '*', 'total', 3],
    ]);
  });

  it('has the time before beside a trend that is compared, and the modules of visits that are told by them', () => {
    const point = { value: 3, period: '2024-05-01' };
    const before = { value: 2, period: '2024-04-01' };
    const line = {
      key: '*',
      series: 'A',
      label: 'a',
      points: [point],
      total: { value: 3 },
      previous: [before],
      previousTotal: { value: 2 },
    };
    expect(tableOf({ kind: 'trend', series: [line] })[1]).toEqual(['A', 'a', '*', '2024-05-01', 3, 2]);
    const modules = [{ module: 'reports', seconds: 60, units: 1, sessions: 2 }];
    expect(tableOf({ kind: 'sessions', slices: [], modules })).toEqual([
      ['module', 'seconds', 'sessions', 'units'],
      ['reports', 60, 2, 1],
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
