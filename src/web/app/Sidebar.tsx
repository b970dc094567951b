import clsx from 'clsx';
import PanelLeftClose from 'lucide-react/icons/panel-left-close';
import PanelLeftOpen from 'lucide-react/icons/panel-left-open';
import Search from 'lucide-react/icons/search';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { Tooltip } from '#web/ui/Tooltip.tsx';
import type { FrameParts } from './frame-parts.ts';
import { SidebarSections } from './SidebarSections.tsx';

// Menus are pressed long after the first paint; until their code is there the button already looks the same.
const UserMenu = lazy(async () => ({ default: (await import('./UserMenu.tsx')).UserMenu }));
const WorkspaceSwitcher = lazy(async () => ({ default: (await import('./WorkspaceSwitcher.tsx')).WorkspaceSwitcher }));

const KEY = 'perennial.sidebar';

/** The one sidebar, the same for all, ordered by what a person does. Folded, it is a rail of signs. */
export const Sidebar = ({ me, workspace, onSearch, onKeys }: FrameParts) => {
  const t = useText(shellText);
  const [rail, setRail] = useState(() => localStorage.getItem(KEY) === 'rail');
  const fold = (next: boolean) => {
    setRail(next);
    localStorage.setItem(KEY, next ? 'rail' : 'wide');
  };
  return (
    <nav
      aria-label={t('navigation')}
      className={clsx('no-print flex shrink-0 flex-col border-r border-line bg-canvas', rail ? 'w-13' : 'w-58')}
    >
      <div className={clsx('flex h-14 shrink-0 items-center gap-1 px-2', rail && 'justify-center')}>
        <Suspense fallback={<Name name={workspace.name} shape="square" rail={rail} />}>
          <WorkspaceSwitcher me={me} workspace={workspace} rail={rail} />
        </Suspense>
        {!rail && <IconButton label={t('sidebar.collapse')} icon={PanelLeftClose} onClick={() => fold(true)} />}
      </div>
      {rail && (
        <div className="flex justify-center pb-2">
          <IconButton label={t('sidebar.expand')} icon={PanelLeftOpen} onClick={() => fold(false)} />
        </div>
      )}
      <SidebarSections rail={rail} duty={workspace.duty} search={<SearchEntry rail={rail} onSearch={onSearch} />} />
      <div className={clsx('flex shrink-0 border-t border-line p-2', rail && 'justify-center')}>
        <Suspense fallback={<Name name={me.user?.name ?? ''} shape="round" rail={rail} />}>
          <UserMenu me={me} rail={rail} onKeys={onKeys} />
        </Suspense>
      </div>
    </nav>
  );
};

const Name = ({ name, shape, rail }: { readonly name: string; readonly shape: 'square' | 'round'; readonly rail: boolean }) => (
  <div className="flex h-9 min-w-0 flex-1 items-center gap-2 px-1.5">
    <Avatar name={name} shape={shape} size={24} />
    {!rail && <span className={clsx('min-w-0 flex-1 truncate', shape === 'square' ? 'text-14 font-semibold' : 'text-13')}>{name}</span>}
  </div>
);

const SearchEntry = ({ rail, onSearch }: { readonly rail: boolean; readonly onSearch: () => void }) => {
  const t = useText(shellText);
  const button = (
    <button
      type="button"
      {...(rail ? { 'aria-label': t('search') } : {})}
      onClick={onSearch}
      className={clsx(
        'flex h-8 w-full items-center gap-2 rounded-md text-13 text-muted hover:bg-hover hover:text-text',
        rail ? 'justify-center' : 'px-2',
      )}
    >
      <Search size={16} strokeWidth={1.75} aria-hidden />
      {!rail && (
        <>
          <span className="flex-1 text-left">{t('searchShort')}</span>
          <KeyHint keys="mod+k" />
        </>
      )}
    </button>
  );
  return rail ? (
    <Tooltip label={t('search')} keys="mod+k" side="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
};
