import type { ReactNode } from 'react';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Stands at the far end. */
  readonly end?: ReactNode;
}

/** The row of controls above a list or a chart. */
export const Toolbar = ({ label, children, end }: ToolbarProps) => (
  <div role="toolbar" aria-label={label} className="no-print flex min-h-12 flex-wrap items-center gap-2 px-4 py-2">
    {children}
    {end && <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div>}
  </div>
);
