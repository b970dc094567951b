import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What this page will answer, as a short statement. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one step that fills it. */
  readonly action?: ReactNode;
  /** A link to the sample company's version, or to the words about it. */
  readonly more?: ReactNode;
  /** It stands in place of a whole page, and its title is the page's heading. */
  readonly whole?: boolean;
}

/** A page or panel without anything in it yet: what it will answer, and the one step that fills it. */
export const EmptyState = ({ title, children, action, more, whole }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-120 flex-col items-start gap-3 px-6 py-12">
    {whole ? <h1 className="text-16 font-semibold">{title}</h1> : <h2 className="text-16 font-semibold">{title}</h2>}
    {children && <div className="text-14 text-muted">{children}</div>}
    {(action || more) && (
      <div className="mt-1 flex flex-wrap items-center gap-4 text-13">
        {action}
        {more}
      </div>
    )}
  </div>
);
