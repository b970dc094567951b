import { useRouterState } from '@tanstack/react-router';
import clsx from 'clsx';
import MenuIcon from 'lucide-react/icons/menu';
import Search from 'lucide-react/icons/search';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import type { Icon } from '#web/ui/icon.ts';
import { Link } from '#web/ui/Link.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import type { FrameParts } from './frame-parts.ts';
import { entriesOf, type OwnedEntry, useSlices } from './slices-context.ts';

const Drawer = lazy(async () => ({ default: (await import('./Drawer.tsx')).Drawer }));

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
      <Suspense>{open && <Drawer {...parts} onClose={() => setOpen(false)} />}</Suspense>
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
