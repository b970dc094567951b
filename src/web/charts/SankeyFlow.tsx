import { type ReactNode, useId, useMemo } from 'react';
import { ScrollSideways } from '#web/ui/ScrollSideways.tsx';
import { type SankeyEdge, type SankeyNode, type SankeyRibbon, sankeyLayout } from './sankey-layout.ts';

export interface SankeyFlowProps {
  readonly label: string;
  readonly edges: readonly SankeyEdge[];
  /** Drawn from the end back: the last column is the first step. */
  readonly backwards?: boolean;
  /** What stands beside a bar: its name and how many, perhaps with what can be done. */
  readonly nodeLabel: (node: SankeyNode) => ReactNode;
  /** What a ribbon says when it is pointed at. */
  readonly edgeTitle: (edge: SankeyEdge) => string;
  readonly onEdge: (edge: SankeyEdge) => void;
  readonly height?: number;
}

// Five columns fit beside the question on a window of 1,440 dots.
const COLUMN = 170;
const BAR = 8;
const LABEL = 140;
const LEAST = 22;
const STUB = 44;

/** Ways between names, column by column; ribbons are as wide as many went along. */
export const SankeyFlow = ({ label, edges, backwards = false, nodeLabel, edgeTitle, onEdge, height: least = 440 }: SankeyFlowProps) => {
  const fade = useId();
  const most = Math.max(
    0,
    ...edges.map(({ column }) => new Set(edges.filter((edge) => edge.column === column).map(({ from }) => from)).size),
  );
  const height = Math.max(least, most * LEAST * 1.6);
  const { nodes, ribbons, columns } = useMemo(() => sankeyLayout(edges, { height, least: LEAST }), [edges, height]);
  const width = (columns - 1) * COLUMN + LABEL + BAR;
  const left = (column: number) => (backwards ? columns - 1 - column : column) * COLUMN;
  return (
    <ScrollSideways label={label}>
      <figure aria-label={label} className="relative" style={{ width, height: height + 20 }}>
        <svg width={width} height={height + 20} className="absolute inset-0" aria-hidden>
          {ribbons.map((ribbon) => {
            const edge = edges[ribbon.at];
            return (
              edge && (
                <path
                  key={ribbon.at}
                  d={ribbonPath(ribbon, left, backwards)}
                  className="cursor-pointer fill-chart-1 opacity-20 transition-opacity hover:opacity-50"
                  onClick={() => onEdge(edge)}
                >
                  <title>{edgeTitle(edge)}</title>
                </path>
              )
            );
          })}
          <linearGradient id={fade} x1={backwards ? 1 : 0} x2={backwards ? 0 : 1} y1="0" y2="0">
            <stop offset="0" stopColor="var(--color-unknown)" stopOpacity="0.28" />
            <stop offset="1" stopColor="var(--color-unknown)" stopOpacity="0" />
          </linearGradient>
          {nodes
            .filter(({ ended }) => ended > 0)
            .map((node) => {
              const depth = (node.ended / node.value) * node.height;
              return (
                <rect
                  key={`end ${node.column} ${node.name}`}
                  x={backwards ? left(node.column) - STUB : left(node.column) + BAR}
                  y={node.top + node.height - depth}
                  width={STUB}
                  height={Math.max(1, depth)}
                  fill={`url(#${fade})`}
                />
              );
            })}
          {nodes.map((node) => (
            <rect
              key={`${node.column} ${node.name}`}
              x={left(node.column)}
              y={node.top}
              width={BAR}
              height={Math.max(1, node.height)}
              rx={1}
              className={node.name === '…' ? 'fill-unknown' : 'fill-chart-1'}
            />
          ))}
        </svg>
        {nodes.map((node) => (
          <div
            key={`${node.column} ${node.name}`}
            className="absolute flex h-4.5 items-center"
            style={{ left: left(node.column) + BAR + 4, top: node.top + Math.max(0, Math.min(node.height, 30) / 2 - 9), width: LABEL }}
          >
            {nodeLabel(node)}
          </div>
        ))}
      </figure>
    </ScrollSideways>
  );
};

const ribbonPath = ({ column, fromTop, toTop, thickness }: SankeyRibbon, left: (column: number) => number, backwards: boolean): string => {
  const [start, end] = backwards ? [left(column), left(column + 1) + BAR] : [left(column) + BAR, left(column + 1)];
  const middle = (start + end) / 2;
  const depth = Math.max(1, thickness);
  return `M${start} ${fromTop}C${middle} ${fromTop} ${middle} ${toTop} ${end} ${toTop}V${toTop + depth}C${middle} ${toTop + depth} ${middle} ${fromTop + depth} ${start} ${fromTop + depth}Z`;
};
