import type { ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface RecordPageProps extends PageHeaderProps {
  /** Who or what it is, and its key figures. */
  readonly identity: ReactNode;
  /** Its one timeline, with its filter. */
  readonly timeline: ReactNode;
  /** What to do: health with reasons, tasks, people, money. */
  readonly work: ReactNode;
  readonly labels: { readonly identity: string; readonly timeline: string; readonly work: string };
}

/** One record: left who it is, in the middle what happened, right what to do. On a phone what to do comes before what happened. */
export const RecordPage = ({ identity, timeline, work, labels, ...header }: RecordPageProps) => (
  <div className="flex h-full min-h-0 flex-col bg-surface">
    <PageHeader {...header} />
    <div className="grid min-h-0 flex-1 grid-cols-1 overflow-y-auto border-t border-line tablet:grid-cols-[260px_minmax(0,1fr)] desk:grid-cols-[260px_minmax(0,1fr)_320px] desk:overflow-hidden">
      <section aria-label={labels.identity} className="flex flex-col gap-6 border-line p-4 tablet:border-r desk:overflow-y-auto">
        {identity}
      </section>
      <section
        aria-label={labels.work}
        className="order-2 flex flex-col gap-6 border-t border-line p-4 tablet:col-start-2 tablet:border-t-0 desk:order-3 desk:col-start-3 desk:overflow-y-auto desk:border-l"
      >
        {work}
      </section>
      <section
        aria-label={labels.timeline}
        className="order-3 border-t border-line px-4 pb-8 tablet:col-span-2 desk:order-2 desk:col-span-1 desk:col-start-2 desk:row-start-1 desk:overflow-y-auto desk:border-t-0"
      >
        {timeline}
      </section>
    </div>
  </div>
);
