import { describe, expect, it } from 'vitest';
import { type Column, columnsShown, nextSort } from './column.ts';
import { extended, isSelected, NOTHING_SELECTED, toggled } from './selection.ts';

const column = (key: string, hidden = false): Column<string> => ({ key, label: key, hidden, render: (row) => row });
const loaded = ['a', 'b', 'c', 'd'];

describe('columnsShown', () => {
  const columns = [column('name'), column('owner'), column('plan', true)];

  it('shows what is not hidden until the reader chooses', () => {
    expect(columnsShown(columns, null).map(({ key }) => key)).toEqual(['name', 'owner']);
  });

  it('keeps the reader’s order, drops unknown columns and never loses the first', () => {
    expect(columnsShown(columns, ['plan', 'gone', 'owner']).map(({ key }) => key)).toEqual(['name', 'plan', 'owner']);
  });
});

describe('nextSort', () => {
  it('goes up, down and away', () => {
    const up = nextSort(null, 'mrr');
    const down = nextSort(up, 'mrr');
    expect([up?.direction, down?.direction, nextSort(down, 'mrr')]).toEqual(['asc', 'desc', null]);
    expect(nextSort(down, 'name')).toEqual({ key: 'name', direction: 'asc' });
  });
});

describe('selection', () => {
  it('ticks and unticks', () => {
    const one = toggled(NOTHING_SELECTED, 'b', loaded);
    expect(isSelected(one, 'b')).toBe(true);
    expect(toggled(one, 'b', loaded)).toEqual(NOTHING_SELECTED);
  });

  it('turns "everything" into the other loaded rows when one is unticked', () => {
    expect(toggled({ all: true, ids: [] }, 'b', loaded)).toEqual({ all: false, ids: ['a', 'c', 'd'] });
  });

  it('adds a stretch once, in both directions', () => {
    const start = toggled(NOTHING_SELECTED, 'c', loaded);
    expect([...extended(start, [3, 1], loaded).ids].sort()).toEqual(['b', 'c', 'd']);
  });
});
