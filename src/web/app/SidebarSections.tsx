import { useRouterState } from '@tanstack/react-router';
import clsx from 'clsx';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { Link } from '#web/ui/Link.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { Tooltip } from '#web/ui/Tooltip.tsx';
import { isFolded, keepFolded } from './folded-sections.ts';
import type { NavSection } from './slice.ts';
import { entriesOf, type OwnedEntry, useSlices } from './slices-context.ts';

export interface SidebarSectionsProps {
  readonly rail?: boolean;
  readonly duty: string | null;
  /** Stands after the entries of the first section. */
  readonly search?: ReactNode;
}

const FOLDING: readonly NavSection[] = ['customers', 'stages', 'decide', 'act'];

/** The entries of the sidebar under their heads. A section in which no slice has a page is not shown. */
export const SidebarSections = ({ rail = false, duty, search }: SidebarSectionsProps) => (
  <>
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2 pb-4">
      <div>
        <Entries section="top" rail={rail} />
        {search}
      </div>
      {FOLDING.map((section) => (
        <FoldingSection key={section} section={section} rail={rail} duty={duty} />
      ))}
    </div>
    <div className="shrink-0 px-2 pb-2">
      <Entries section="foot" rail={rail} />
    </div>
  </>
);

const FoldingSection = ({
  section,
  rail,
  duty,
}: {
  readonly section: NavSection;
  readonly rail: boolean;
  readonly duty: string | null;
}) => {
  const t = useText(shellText);
  const entries = entriesOf(useSlices(), section);
  const [folded, setFolded] = useState(() => isFolded(section, duty));
  if (entries.length === 0) return null;
  if (rail) {
    return (
      <div className="border-t border-line pt-3">
        <Entries section={section} rail />
      </div>
    );
  }
  const fold = () => {
    keepFolded(section, !folded);
    setFolded(!folded);
  };
  return (
    <div>
      <button
        type="button"
        aria-expanded={!folded}
        onClick={fold}
        className="group flex h-7 w-full items-center gap-1 rounded-md px-2 text-12 font-medium text-faint hover:text-text"
      >
        {t(`section.${section}`)}
        <ChevronRight
          size={12}
          aria-hidden
          className={clsx(
            'transition-transform',
            folded ? '' : 'rotate-90 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
          )}
        />
      </button>
      {!folded && <Entries section={section} rail={false} />}
    </div>
  );
};

const Entries = ({ section, rail }: { readonly section: NavSection; readonly rail: boolean }) => {
  const entries = entriesOf(useSlices(), section);
  return (
    <ul className="flex flex-col gap-px">
      {entries.map((entry) => (
        <li key={entry.to}>
          <Entry entry={entry} rail={rail} />
        </li>
      ))}
    </ul>
  );
};

const Entry = ({ entry, rail }: { readonly entry: OwnedEntry; readonly rail: boolean }) => {
  const { t } = useTranslation(entry.slice.id);
  const { hrefOf } = useNavigation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const place = hrefOf(entry.to);
  const here = path === place || path.startsWith(`${place}/`);
  const label = t(entry.labelKey);
  const link = (
    <Link
      to={entry.to}
      aria-current={here ? 'page' : undefined}
      aria-label={rail ? label : undefined}
      className={clsx(
        'flex h-8 items-center gap-2 rounded-md text-13',
        rail ? 'justify-center' : 'px-2',
        here ? 'bg-selected font-medium text-accent' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      <entry.icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {!rail && <span className="truncate">{label}</span>}
    </Link>
  );
  return rail ? (
    <Tooltip label={label} keys={entry.goKey && `g ${entry.goKey}`} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
};
