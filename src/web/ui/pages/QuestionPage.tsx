import type { ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface QuestionPageProps extends PageHeaderProps {
  /** The question in words, with its controls. */
  readonly question: ReactNode;
  /** A chart, a number or a table, and the rows behind it. */
  readonly answer: ReactNode;
  readonly labels: { readonly question: string; readonly answer: string };
}

/** A question on the left, its answer on the right. */
export const QuestionPage = ({ question, answer, labels, ...header }: QuestionPageProps) => (
  <div className="flex h-full min-h-0 flex-col bg-surface">
    <PageHeader {...header} />
    <div className="grid min-h-0 flex-1 grid-cols-1 overflow-y-auto border-t border-line tablet:grid-cols-[320px_minmax(0,1fr)] tablet:overflow-hidden">
      <section aria-label={labels.question} className="flex flex-col gap-4 border-line p-4 tablet:overflow-y-auto tablet:border-r">
        {question}
      </section>
      <section
        aria-label={labels.answer}
        className="flex min-w-0 flex-col gap-6 border-t border-line p-4 tablet:overflow-y-auto tablet:border-t-0"
      >
        {answer}
      </section>
    </div>
  </div>
);
