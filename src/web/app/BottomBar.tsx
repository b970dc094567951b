import { Dialog } from '@base-ui/react/dialog';
import { useRouterState } from '@tanstack/react-router';
import clsx from 'clsx';
import MenuIcon from 'lucide-react/icons/menu';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import type { Icon } from '#web/ui/icon.ts';
import { Link } from '#web/ui/Link.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import type { FrameParts } from './frame-parts.ts';
import { SidebarSections } from './SidebarSections.tsx';
import { entriesOf, type OwnedEntry, useSlices } from './slices-context.ts';
import { UserMenu } from './UserMenu.tsx';
import { WorkspaceSwitcher } from './WorkspaceSwitcher.tsx';

const BUTTON = 'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 py-1.5 text-12';

/** The way around on a phone: what is needed every day at the thumb, everything else in a drawer. */
export const BottomBar = (parts: FrameParts) => {
  const t = useText(shellText);
  const [open, setOpen] = useState(false);
  const top = entriesOf(useSlices(), 'top').slice(0, 3);
  return (
    <nav aria-label={t('navigation')} className="no-print flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      {top.map((entry) => (
        <BarLink key={entry.to} entry={entry} />
      ))}
      <BarButton icon={Search} label={t('searchShort')} onClick={parts.onSearch} />
      <BarButton icon={MenuIcon} label={t('menu')} onClick={() => setOpen(true)} />
      <Drawer {...parts} open={open} onClose={() => setOpen(false)} />
    </nav>
  );
};

const BarLink = ({ entry }: { readonly entry: OwnedEntry }) => {
  const { t } = useTranslation(entry.slice.id);
  const { hrefOf } = useNavigation();
  const here = useRouterState({ select: (state) => state.location.pathname.startsWith(hrefOf(entry.to)) });
  return (
    <Link to={entry.to} aria-current={here ? 'page' : undefined} className={clsx(BUTTON, here ? 'font-medium text-accent' : 'text-muted')}>
      <entry.icon size={20} strokeWidth={1.75} aria-hidden />
      <span className="max-w-full truncate">{t(entry.labelKey)}</span>
    </Link>
  );
};

const BarButton = ({ icon: IconShape, label, onClick }: { readonly icon: Icon; readonly label: string; readonly onClick: () => void }) => (
  <button type="button" onClick={onClick} className={clsx(BUTTON, 'text-muted')}>
    <IconShape size={20} strokeWidth={1.75} aria-hidden />
    <span className="max-w-full truncate">{label}</span>
  </button>
);

const Drawer = ({ me, workspace, onKeys, open, onClose }: FrameParts & { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useText(shellText);
  const ui = useText(uiText);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes it
  useEffect(onClose, [path]);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity duration-140 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={t('navigation')}
          className="fixed inset-y-0 left-0 z-30 flex w-72 max-w-[85vw] flex-col bg-canvas shadow-float transition-transform duration-180 outline-none data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <div className="flex h-14 shrink-0 items-center gap-1 px-2">
            <WorkspaceSwitcher me={me} workspace={workspace} />
            <Dialog.Close render={<IconButton label={ui('close')} icon={X} />} />
          </div>
          <SidebarSections duty={workspace.duty} />
          <div className="flex shrink-0 border-t border-line p-2">
            <UserMenu me={me} onKeys={onKeys} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
