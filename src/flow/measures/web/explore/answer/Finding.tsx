import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useCompact } from '../boards/compact.ts';

export interface FindingProps {
  readonly children: ReactNode;
  /** From how many, against what. */
  readonly note?: ReactNode;
}

/** What the answer comes to, in one sentence. */
export const Finding = ({ children, note }: FindingProps) => (
  <header className="flex flex-col gap-0.5">
    <p className={clsx('font-semibold text-balance', useCompact() ? 'text-16' : 'text-20')}>{children}</p>
    {note && <p className="text-13 text-muted">{note}</p>}
  </header>
);
