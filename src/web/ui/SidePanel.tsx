import ExternalLink from 'lucide-react/icons/maximize-2';
import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from './IconButton.tsx';
import { useNavigation } from './navigation.ts';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** The same thing as a page of its own. */
  readonly fullPage?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Where a detail opens first: beside the list, which stays usable; over it on a phone. Escape closes it. */
export const SidePanel = ({ title, onClose, fullPage, children, actions }: SidePanelProps) => {
  const t = useText(uiText);
  const navigation = useNavigation();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]:not([hidden])')) return;
      onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      className="no-print fixed inset-0 z-20 flex flex-col bg-surface phone:static phone:z-0 phone:w-110 phone:shrink-0 phone:border-l phone:border-line"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-14 font-semibold">
          {title}
        </h2>
        {actions}
        {fullPage && (
          <IconButton label={t('openFullPage')} icon={ExternalLink} onClick={() => navigation.push(navigation.hrefOf(fullPage))} />
        )}
        <IconButton label={t('close')} icon={X} keys="escape" onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
};
