import { Dialog } from '@base-ui/react/dialog';
import { useRouterState } from '@tanstack/react-router';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import type { FrameParts } from './frame-parts.ts';
import { SidebarSections } from './SidebarSections.tsx';
import { UserMenu } from './UserMenu.tsx';
import { WorkspaceSwitcher } from './WorkspaceSwitcher.tsx';

/** The whole sidebar on a phone; following a link closes it. */
export const Drawer = ({ me, workspace, onKeys, onClose }: FrameParts & { readonly onClose: () => void }) => {
  const t = useText(shellText);
  const ui = useText(uiText);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const openedAt = useRef(path);
  useEffect(() => {
    if (path !== openedAt.current) onClose();
  }, [path, onClose]);
  return (
    <Dialog.Root open onOpenChange={(next) => !next && onClose()}>
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
