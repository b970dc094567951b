import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

export interface EmptyStateProps {
  /** What this page will answer, as a short statement. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one step that fills it, where it is on another page. */
  readonly step?: { readonly to: string; readonly label: string };
  /** The same as a button, where it is done here. */
  readonly action?: ReactNode;
  /** A link to the sample company's version, or to the words about it. */
  readonly more?: ReactNode;
  /** It stands in place of a whole page, and its title is the page's heading. */
  readonly whole?: boolean;
}

/** A page or panel without anything in it yet: what it will answer, and the one step that fills it. */
export const EmptyState = ({ title, children, step, action, more, whole }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-120 flex-col items-start gap-3 px-6 py-12">
    {whole ? <h1 className="text-16 font-semibold">{title}</h1> : <h2 className="text-16 font-semibold">{title}</h2>}
    {children && <div className="text-14 text-muted">{children}</div>}
    {(step || action || more) && (
      <div className="mt-1 flex flex-wrap items-center gap-4 text-13">
        {step && (
          <Link to={step.to} look="text">
            {step.label}
          </Link>
        )}
        {action}
        {more}
      </div>
    )}
  </div>
);
