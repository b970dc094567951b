import type { ReactNode } from 'react';
import { Link } from '../Link.tsx';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface Tile {
  readonly id: string;
  /** The finding when there is one ("Fewer trials activate since 3 May"), else what is shown. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** The question behind it. */
  readonly to?: string;
  /** Sixths of the width. */
  readonly span?: 2 | 3 | 4 | 6;
  readonly content: ReactNode;
  readonly actions?: ReactNode;
}

export interface BoardPageProps extends PageHeaderProps {
  readonly tools?: ReactNode;
  readonly tiles: readonly Tile[];
  readonly empty?: ReactNode;
}

const SPANS = { 2: 'tablet:col-span-2', 3: 'tablet:col-span-3', 4: 'tablet:col-span-4', 6: 'tablet:col-span-6' } as const;

/** Answers side by side, each leading to its question. */
export const BoardPage = ({ tools, tiles, empty, ...header }: BoardPageProps) => (
  <div className="flex h-full min-h-0 flex-col overflow-y-auto">
    <PageHeader {...header} />
    {tools && <div className="no-print flex flex-wrap items-center gap-2 px-4 pb-3">{tools}</div>}
    {tiles.length === 0 ? (
      empty
    ) : (
      <div className="grid grid-cols-1 gap-3 px-4 pb-8 tablet:grid-cols-6">
        {tiles.map((tile) => (
          <article
            key={tile.id}
            aria-labelledby={`tile-${tile.id}`}
            className={`flex min-w-0 flex-col gap-3 rounded-md border border-line bg-surface p-4 ${SPANS[tile.span ?? 3]}`}
          >
            <header className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <h2 id={`tile-${tile.id}`} className="text-14 font-semibold">
                  {tile.to ? (
                    <Link to={tile.to} className="hover:text-accent">
                      {tile.title}
                    </Link>
                  ) : (
                    tile.title
                  )}
                </h2>
                {tile.subtitle && <p className="text-12 text-muted">{tile.subtitle}</p>}
              </div>
              {tile.actions}
            </header>
            <div className="min-w-0 flex-1">{tile.content}</div>
          </article>
        ))}
      </div>
    )}
  </div>
);
