import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '#web/ui/Link.tsx';
import { ScrollSideways } from '#web/ui/ScrollSideways.tsx';
import { useCompact } from '../boards/compact.ts';

export interface FigureCell {
  readonly text: ReactNode;
  /** The units behind it. */
  readonly to?: string | undefined;
  readonly quiet?: boolean;
  /** Not known yet. */
  readonly hatched?: boolean;
}

export interface FigureRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly FigureCell[];
}

export interface FiguresProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** The numbers of an answer: names stay while the rest scrolls; each number leads to who is behind it. Nothing where there is only room for the picture. */
export const Figures = (props: FiguresProps) => (useCompact() ? null : <FiguresTable {...props} />);

const FiguresTable = ({ caption, heads: [first = '', ...heads], rows }: FiguresProps) => (
  <ScrollSideways label={caption}>
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="sticky left-0 z-1 h-8 bg-surface pr-4 text-left text-12 font-medium whitespace-nowrap text-muted">
            {first}
          </th>
          {heads.map((head, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <th key={at} scope="col" className="h-8 px-3 text-right text-12 font-medium whitespace-nowrap text-muted last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-b border-line last:border-0">
            <th scope="row" className="sticky left-0 z-1 h-8 max-w-64 truncate bg-surface pr-4 text-left font-normal phone:max-w-80">
              {row.name}
            </th>
            {row.cells.map((cell, at) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={at}
                className={clsx('h-8 px-3 text-right whitespace-nowrap last:pr-0', cell.quiet && 'text-muted', cell.hatched && 'hatched')}
              >
                {cell.to ? (
                  <Link to={cell.to} className="hover:text-accent hover:underline">
                    {cell.text}
                  </Link>
                ) : (
                  cell.text
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollSideways>
);
