import { type ReactNode, useId } from 'react';
import { Badge } from './Badge.tsx';
import { NumberText } from './NumberText.tsx';

export interface SectionProps {
  readonly title: ReactNode;
  readonly count?: number;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Boxed has a line around it: for tiles and side columns. */
  readonly look?: 'plain' | 'boxed';
}

/** A named part of a page. */
export const Section = ({ title, count, actions, children, look = 'plain' }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={look === 'boxed' ? 'min-w-0 rounded-md border border-line bg-surface p-4' : 'min-w-0'}>
      <header className="mb-2 flex min-h-6 items-center gap-2">
        <h2 id={id} className="text-13 font-semibold">
          {title}
        </h2>
        {count !== undefined && (
          <Badge>
            <NumberText value={count} />
          </Badge>
        )}
        {actions && <div className="no-print ml-auto flex items-center gap-1">{actions}</div>}
      </header>
      {children}
    </section>
  );
};

export interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Names and values of a thing, one under the other. */
export const Facts = ({ facts }: FactsProps) => (
  <dl className="flex flex-col text-13">
    {facts.map(({ label, value }) => (
      <div key={label} className="flex min-h-8 items-baseline gap-3 py-1.5">
        <dt className="w-2/5 shrink-0 text-muted">{label}</dt>
        <dd className="min-w-0 flex-1">{value}</dd>
      </div>
    ))}
  </dl>
);
