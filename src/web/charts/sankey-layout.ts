/** A way from a name in one column to a name in the next; without a `to` it ends there. */
export interface SankeyEdge {
  /** The column of `from`, from 0. */
  readonly column: number;
  readonly from: string;
  readonly to: string | null;
  readonly value: number;
}

/** A name in a column, as high as what goes through it. */
export interface SankeyNode {
  readonly column: number;
  readonly name: string;
  readonly value: number;
  readonly top: number;
  readonly height: number;
  /** Of its value, what ends there. */
  readonly ended: number;
}

/** A ribbon between two nodes; `at` is the place of its edge. */
export interface SankeyRibbon {
  readonly at: number;
  readonly column: number;
  readonly fromTop: number;
  readonly toTop: number;
  readonly thickness: number;
}

export interface Sankey {
  readonly nodes: readonly SankeyNode[];
  readonly ribbons: readonly SankeyRibbon[];
  readonly columns: number;
}

export interface SankeySize {
  readonly height: number;
  /** As much room each name has at least, for its words. */
  readonly least: number;
}

/** Where do the names and ribbons of a flow lie? Each column from its greatest name down, `…` last; heights are in one proportion everywhere, so what goes in comes out. */
export const sankeyLayout = (edges: readonly SankeyEdge[], { height, least }: SankeySize): Sankey => {
  const sums = sumsOf(edges);
  const columns = [...sums.keys()].length === 0 ? 0 : Math.max(...sums.keys()) + 1;
  const scale = Math.min(
    ...[...sums.values()].map((names) => {
      const total = [...names.values()].reduce((sum, value) => sum + value, 0);
      return Math.max(1, height - least * names.size) / total;
    }),
  );
  const nodes = Array.from({ length: columns }, (_, column) =>
    stacked(column, { names: sums.get(column) ?? new Map(), edges, scale, least }),
  ).flat();
  return { nodes, ribbons: ribbonsOf(edges, nodes, scale), columns };
};

type Sums = ReadonlyMap<number, ReadonlyMap<string, number>>;

// A name has what goes out of it; in the last column, what comes in.
const sumsOf = (edges: readonly SankeyEdge[]): Sums => {
  const out = new Map<number, Map<string, number>>();
  const into = new Map<number, Map<string, number>>();
  const add = (sums: Map<number, Map<string, number>>, column: number, name: string, value: number) => {
    const names = sums.get(column) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + value);
    sums.set(column, names);
  };
  for (const { column, from, to, value } of edges) {
    add(out, column, from, value);
    if (to !== null) add(into, column + 1, to, value);
  }
  const all = new Map<number, Map<string, number>>(out);
  for (const [column, names] of into)
    for (const [name, value] of names) {
      const known = all.get(column) ?? new Map<string, number>();
      known.set(name, Math.max(known.get(name) ?? 0, value));
      all.set(column, known);
    }
  return all;
};

interface Column {
  readonly names: ReadonlyMap<string, number>;
  readonly edges: readonly SankeyEdge[];
  readonly scale: number;
  readonly least: number;
}

const REST = '…';

const stacked = (column: number, { names, edges, scale, least }: Column): readonly SankeyNode[] => {
  const ordered = [...names].toSorted(([a, one], [b, other]) => Number(a === REST) - Number(b === REST) || other - one || (a < b ? -1 : 1));
  let top = 0;
  return ordered.map(([name, value]) => {
    const height = value * scale;
    const ended = edges.find((edge) => edge.column === column && edge.from === name && edge.to === null)?.value ?? 0;
    const node = { column, name, value, top, height, ended };
    top += Math.max(height + 4, least);
    return node;
  });
};

const ribbonsOf = (edges: readonly SankeyEdge[], nodes: readonly SankeyNode[], scale: number): readonly SankeyRibbon[] => {
  const nodeAt = (column: number, name: string | null) => nodes.find((node) => node.column === column && node.name === name);
  const leaving = new Map<SankeyNode, number>();
  const coming = new Map<SankeyNode, number>();
  const placed = edges.flatMap((edge, at) => {
    const [source, target] = [nodeAt(edge.column, edge.from), nodeAt(edge.column + 1, edge.to)];
    return source && target && edge.to !== null ? [{ edge, at, source, target }] : [];
  });
  // Ribbons leave in the order in which they arrive, so that they cross as little as may be.
  return placed
    .toSorted((a, b) => a.source.column - b.source.column || a.source.top - b.source.top || a.target.top - b.target.top)
    .map(({ edge, at, source, target }) => {
      const thickness = edge.value * scale;
      const fromTop = source.top + (leaving.get(source) ?? 0);
      const toTop = target.top + (coming.get(target) ?? 0);
      leaving.set(source, (leaving.get(source) ?? 0) + thickness);
      coming.set(target, (coming.get(target) ?? 0) + thickness);
      return { at, column: edge.column, fromTop, toTop, thickness };
    });
};
