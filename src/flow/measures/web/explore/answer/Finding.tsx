import type { ReactNode } from 'react';

export interface FindingProps {
  readonly children: ReactNode;
  /** From how many, against what. */
  readonly note?: ReactNode;
}

/** What the answer comes to, in one sentence. */
export const Finding = ({ children, note }: FindingProps) => (
  <header className="flex flex-col gap-0.5">
    <p className="text-20 font-semibold text-balance">{children}</p>
    {note && <p className="text-13 text-muted">{note}</p>}
  </header>
);
