import type { ReactNode } from 'react';
import { Link } from '../Link.tsx';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** One line under the title: a count, a period, the finding. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** Where this page belongs. */
  readonly parent?: { readonly label: string; readonly to: string };
}

/** The head of every page. Its title takes the focus after a navigation, so that screen readers say where they are. */
export const PageHeader = ({ title, subtitle, actions, parent }: PageHeaderProps) => (
  <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
    <div className="min-w-48 flex-1 phone:min-w-0">
      {parent && (
        <Link to={parent.to} className="text-12 text-muted hover:text-text hover:underline">
          {parent.label}
        </Link>
      )}
      <h1 tabIndex={-1} className="truncate text-16 font-semibold outline-none">
        {title}
      </h1>
      {subtitle && <p className="text-13 text-muted">{subtitle}</p>}
    </div>
    {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
);
