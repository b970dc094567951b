import Keyboard from 'lucide-react/icons/keyboard';
import LogOut from 'lucide-react/icons/log-out';
import type { Me } from '#platform/access/contracts.ts';
import { currentLanguage, LANGUAGE_NAMES, useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { languageEntries, signOut, useChooseLanguage } from './preferences.ts';
import { setTheme, type Theme, useTheme } from './theme.ts';

export interface UserMenuProps {
  readonly me: Me;
  readonly rail?: boolean;
  readonly onKeys: () => void;
}

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

/** Who is signed in, and how they like the product: appearance, language, keys, the way out. */
export const UserMenu = ({ me, rail = false, onKeys }: UserMenuProps) => {
  const t = useText(shellText);
  const theme = useTheme();
  const choose = useChooseLanguage();
  const name = me.user?.name || me.user?.email || '';
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`${name}. ${t('user.menu')}`}
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover data-popup-open:bg-hover"
        >
          <Avatar name={name} size={24} />
          {!rail && <span className="min-w-0 flex-1 truncate text-13">{name}</span>}
        </button>
      }
      groups={[
        {
          label: t('user.theme'),
          items: THEMES.map((one) => ({ label: t(`user.${one}`), chosen: one === theme, onSelect: () => setTheme(one) })),
        },
        {
          label: t('user.language'),
          items: languageEntries.map((one) => ({
            label: LANGUAGE_NAMES[one],
            chosen: one === currentLanguage(),
            onSelect: () => void choose(one),
          })),
        },
        {
          items: [
            { label: t('user.keys'), icon: Keyboard, keys: '?', onSelect: onKeys },
            { label: t('user.signOut'), icon: LogOut, onSelect: () => void signOut(t('user.signOutFailed')) },
          ],
        },
      ]}
    />
  );
};
