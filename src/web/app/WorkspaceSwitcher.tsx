import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import Plus from 'lucide-react/icons/plus';
import type { Me } from '#platform/access/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import type { WorkspaceHere } from './session.ts';

export interface WorkspaceSwitcherProps {
  readonly me: Me;
  readonly workspace: WorkspaceHere;
  readonly rail?: boolean;
}

/** Which company is this page about, and a way to the others. */
export const WorkspaceSwitcher = ({ me, workspace, rail = false }: WorkspaceSwitcherProps) => {
  const t = useText(shellText);
  const { push } = useNavigation();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${workspace.name}. ${t('workspace.switch')}`}
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover data-popup-open:bg-hover"
        >
          <Avatar name={workspace.name} shape="square" size={24} />
          {!rail && (
            <>
              <span className="min-w-0 flex-1 truncate text-14 font-semibold">{workspace.name}</span>
              <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-faint" />
            </>
          )}
        </button>
      }
      groups={[
        {
          label: t('workspace.switch'),
          items: me.workspaces.map(({ slug, name }) => ({
            label: name,
            chosen: slug === workspace.slug,
            onSelect: () => push(`/w/${encodeURIComponent(slug)}/`),
          })),
        },
        { items: [{ label: t('workspace.new'), icon: Plus, onSelect: () => push('/welcome') }] },
      ]}
    />
  );
};
