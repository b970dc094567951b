import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '../Link.tsx';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface SettingsPageProps extends PageHeaderProps {
  readonly sections: readonly { readonly label: string; readonly to: string; readonly current: boolean }[];
  readonly label: string;
  readonly children: ReactNode;
}

/** Settings: their sections at the side, one of them open. */
export const SettingsPage = ({ sections, label, children, ...header }: SettingsPageProps) => (
  <div className="flex h-full min-h-0 flex-col bg-surface">
    <PageHeader {...header} />
    <div className="flex min-h-0 flex-1 flex-col border-t border-line phone:flex-row">
      <nav aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-line p-2 phone:w-52 phone:flex-col phone:border-r">
        {sections.map((section) => (
          <Link
            key={section.to}
            ref={section.current ? bringIntoView : undefined}
            to={section.to}
            aria-current={section.current ? 'page' : undefined}
            className={clsx(
              'flex min-h-8 shrink-0 items-center rounded-md px-2 py-1 text-13',
              section.current ? 'bg-selected font-medium text-accent' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {section.label}
          </Link>
        ))}
      </nav>
      <div className="min-w-0 flex-1 overflow-y-auto p-4 phone:p-6">
        <div className="flex max-w-180 flex-col gap-8 pb-12">{children}</div>
      </div>
    </div>
  </div>
);

// On a phone the sections stand in a row that is wider than the screen.
const bringIntoView = (element: HTMLAnchorElement | null): void => element?.scrollIntoView({ block: 'nearest', inline: 'center' });
