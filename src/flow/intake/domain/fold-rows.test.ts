import { describe, expect, it } from 'vitest';
import { sayings } from '#kernel/saying.ts';
import { foldRows, type RowRules, reversal } from './fold-rows.ts';
import type { ImportRow } from './imports/import-row.ts';

interface Pot {
  readonly id: string;
  readonly plant: string;
}

const NOT_A_PLANT = sayings({ no_plant: { en: ['Not a plant.'], 'zh-CN': ['不是植物。'], es: ['No es una planta.'] } }).no_plant();
const rules: RowRules<Pot> = {
  keyOf: (row) => String(row.values.id),
  idOf: (pot) => pot.id,
  fateOf: ({ values }, before) => {
    if (values.plant === 'plastic') return { refused: { field: 'plant', said: NOT_A_PLANT } };
    if (before?.plant === values.plant) return { record: null, notes: [] };
    const record = { id: `pot_${values.id}`, plant: String(values.plant) };
    return { record, facts: [{ event: 'pot_planted', at: 1, known: 1, source: 'import', key: `${record.id}:${record.plant}` }], notes: [] };
  },
};
const row = (line: number, id: string, plant: string): ImportRow => ({ line, values: { id, plant }, custom: {} });

describe('rows of records', () => {
  it('creates, updates, leaves alone and refuses; a second row of a record continues the first', () => {
    const existing = new Map([['c', { id: 'pot_c', plant: 'fern' }]]);
    const folded = foldRows([row(2, 'a', 'ivy'), row(3, 'a', 'moss'), row(4, 'c', 'fern'), row(5, 'd', 'plastic')], existing, rules);
    expect(folded.outcomes).toEqual([
      { line: 2, outcome: 'created', recordId: 'pot_a', before: null, notes: [] },
      { line: 3, outcome: 'updated', recordId: 'pot_a', before: { id: 'pot_a', plant: 'ivy' }, notes: [] },
      { line: 4, outcome: 'unchanged', notes: [] },
      { line: 5, outcome: 'failed', field: 'plant', said: NOT_A_PLANT },
    ]);
    expect(folded.changed).toEqual([{ id: 'pot_a', plant: 'moss' }]);
    expect(folded.facts.map((fact) => fact.key)).toEqual(['pot_a:ivy', 'pot_a:moss']);
  });

  it('goes back to the oldest state of each record', () => {
    const newestFirst = [
      { recordId: 'a', before: { plant: 'ivy' } },
      { recordId: 'b', before: { plant: 'moss' } },
      { recordId: 'a', before: null },
      { recordId: 'b', before: { plant: 'fern' } },
    ];
    expect(reversal(newestFirst)).toEqual({ remove: ['a'], restore: [{ plant: 'fern' }] });
  });
});
