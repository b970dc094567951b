import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SankeyEdge, sankeyLayout } from './sankey-layout.ts';

const SIZE = { height: 400, least: 18 };
const edge = (column: number, from: string, to: string | null, value: number): SankeyEdge => ({ column, from, to, value });

/** Ways of three columns whose flow is conserved: what goes into a name comes out of it, or ends there. */
const anyFlow = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', '…'),
      fc.constantFrom('x', 'y', null),
      fc.constantFrom('p', '…', null),
      fc.integer({ min: 1, max: 50 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((ways) => {
    const sums = new Map<string, SankeyEdge>();
    const add = (one: SankeyEdge) => {
      const key = JSON.stringify([one.column, one.from, one.to]);
      sums.set(key, { ...one, value: (sums.get(key)?.value ?? 0) + one.value });
    };
    for (const [first, second, third, count] of ways) {
      add(edge(0, first, second, count));
      if (second !== null) add(edge(1, second, third, count));
    }
    return [...sums.values()];
  });

describe('sankeyLayout', () => {
  it('keeps within its height, and makes each name as high as its ribbons and what ends there', () => {
    fc.assert(
      fc.property(anyFlow, (edges) => {
        const { nodes, ribbons } = sankeyLayout(edges, SIZE);
        for (const node of nodes) expect(node.top + node.height).toBeLessThanOrEqual(SIZE.height + 1e-6);
        const scale = nodes[0]!.height / nodes[0]!.value;
        for (const node of nodes) {
          const out = ribbons.filter(({ at }) => edges[at]!.column === node.column && edges[at]!.from === node.name);
          const hasOut = edges.some(({ column, from }) => column === node.column && from === node.name);
          if (hasOut) expect(out.reduce((sum, { thickness }) => sum + thickness, 0) + node.ended * scale).toBeCloseTo(node.height, 6);
        }
      }),
    );
  });

  it('puts the greatest first and the rest last', () => {
    const { nodes } = sankeyLayout([edge(0, '…', 'x', 9), edge(0, 'a', 'x', 2), edge(0, 'b', 'x', 4)], SIZE);
    expect(nodes.filter(({ column }) => column === 0).map(({ name }) => name)).toEqual(['b', 'a', '…']);
    expect(nodes.find(({ column }) => column === 1)).toMatchObject({ name: 'x', value: 15, top: 0 });
  });

  it('has nothing to draw of nothing', () => {
    expect(sankeyLayout([], SIZE)).toEqual({ nodes: [], ribbons: [], columns: 0 });
  });
});
