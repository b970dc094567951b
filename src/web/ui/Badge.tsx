import type { ReactNode } from 'react';

/** A plain word or number that qualifies what stands before it: a plan, a kind, a count. States use StatusPill. */
export const Badge = ({ children }: { readonly children: ReactNode }) => (
  <span className="inline-flex h-5 max-w-full items-center rounded-sm border border-line bg-sunken px-1.5 text-12 font-medium whitespace-nowrap text-muted">
    <span className="truncate">{children}</span>
  </span>
);
